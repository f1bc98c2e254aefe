import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../element.js';
import { DoorstepSlot } from './slot.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-slot', DoorstepSlot);
