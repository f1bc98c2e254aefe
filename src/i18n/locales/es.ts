import { registerLocale } from '../registry.js';
import { tables } from './es/tables.js';

/** Registers Spanish: importing this file is all it takes. */
registerLocale('es', tables);
