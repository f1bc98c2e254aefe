import { registerLocale } from '../registry.js';
import { tables } from './it/tables.js';

/** Registers Italian: importing this file is all it takes. */
registerLocale('it', tables);
