import { registerLocale } from '../registry.js';
import { tables } from './ar/tables.js';

/** Registers Arabic: importing this file is all it takes. */
registerLocale('ar', tables);
