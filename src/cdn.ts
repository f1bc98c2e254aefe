import './define.js';
import './i18n/locales/fr.js';

export { rest } from './adapters/rest/rest.js';
export * from './index.js';
