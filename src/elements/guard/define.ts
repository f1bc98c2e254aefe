import { rest } from '../../adapters/rest/rest.js';
import { setAddressAdapter } from '../../store/index.js';
import { register } from '../element.js';
import { DoorstepCheckoutGuard } from './guard.js';

setAddressAdapter((baseUrl) => rest({ baseUrl }));
register('doorstep-checkout-guard', DoorstepCheckoutGuard);
