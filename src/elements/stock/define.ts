import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../register.js';
import { DoorstepStock } from './stock.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-stock', DoorstepStock);
