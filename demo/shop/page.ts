import { countBasket } from './basket.js';
import { speak } from './language.js';
import { chooseScheme } from './scheme.js';

/**
 * What every page of an invented shop begins with: its language, its colours, then the widgets and the
 * demo's controls. Requests are answered from here on.
 */
export const openPage = async (): Promise<void> => {
  // Before the widgets look for a language.
  speak();
  chooseScheme();
  countBasket();
  if (import.meta.env.MODE === 'static') await (await import('../static/answer.js')).answerHere();
  (await import('./widgets.js')).registerControls();
};
