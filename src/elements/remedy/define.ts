import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../element.js';
import { DoorstepRemedy } from './remedy.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-remedy', DoorstepRemedy);
