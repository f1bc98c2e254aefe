import { registerLocale } from '../registry.js';
import { tables } from './pl/tables.js';

/** Registers Polish: importing this file is all it takes. */
registerLocale('pl', tables);
