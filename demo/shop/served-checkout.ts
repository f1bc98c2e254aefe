/** The guard and the picker take over what the server wrote; the form goes where it went without a script. */
import { openPage } from './page.js';

await openPage();
