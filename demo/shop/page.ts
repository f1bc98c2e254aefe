/** The order page of an invented shop: its language, its colours, then the widget and the demo's controls. */
import { speak } from './language.js';
import { chooseScheme } from './scheme.js';

// Before the widgets look for a language.
speak();
chooseScheme();
if (import.meta.env.MODE === 'static') await (await import('../static/answer.js')).answerHere();
(await import('./widgets.js')).registerControls();
