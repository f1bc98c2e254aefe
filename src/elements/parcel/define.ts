import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../element.js';
import { DoorstepParcel } from './parcel.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-parcel', DoorstepParcel);
