import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../register.js';
import { DoorstepProvider } from './provider.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-provider', DoorstepProvider);
