import { registerLocale } from '../registry.js';
import { tables } from './fr/tables.js';

/** Registers French: importing this file is all it takes. */
registerLocale('fr', tables);
