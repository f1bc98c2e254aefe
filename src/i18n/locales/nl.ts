import { registerLocale } from '../registry.js';
import { tables } from './nl/tables.js';

/** Registers Dutch: importing this file is all it takes. */
registerLocale('nl', tables);
