import { registerLocale } from '../registry.js';
import { tables } from './de/tables.js';

/** Registers German: importing this file is all it takes. */
registerLocale('de', tables);
