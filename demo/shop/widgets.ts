import '../../src/define.js';
import '../../src/i18n/locales/fr.js';
import { DemoControls } from './controls.js';

/** The widgets are there with the import; the demo's own element only once this is called. */
export const registerControls = (): void => customElements.define('demo-controls', DemoControls);
