/** Every page of an invented shop: its language, its colours, then the widgets and the demo's controls. */
import { countBasket } from './basket.js';
import { speak } from './language.js';
import { chooseScheme } from './scheme.js';

// Before the widgets look for a language.
speak();
chooseScheme();
countBasket();
if (import.meta.env.MODE === 'static') await (await import('../static/answer.js')).answerHere();
(await import('./widgets.js')).registerControls();
