import { registerLocale } from '../registry.js';
import { tables } from './ja/tables.js';

/** Registers Japanese: importing this file is all it takes. */
registerLocale('ja', tables);
