import '../remedy/define.js';
import { register } from '../element.js';
import { DoorstepOrder } from './order.js';

register('doorstep-order', DoorstepOrder);
