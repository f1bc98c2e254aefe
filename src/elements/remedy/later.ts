import type { More } from './more.js';

/** What comes after the press, once it is loaded; a page that imports `more.js` itself has it at once. */
export const later: { More?: typeof More } = {};
