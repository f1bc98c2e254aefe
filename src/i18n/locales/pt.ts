import { registerLocale } from '../registry.js';
import { tables } from './pt/tables.js';

/** Registers European Portuguese: importing this file is all it takes. */
registerLocale('pt', tables);
