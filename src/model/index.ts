export * from './action.js';
export * from './answer.js';
export * from './common.js';
export * from './order.js';
export * from './parse.js';
export * from './schema.js';
export * from './stock.js';
export * from './time.js';
export { civilDate, endOfDay, offsetMinutes } from './zone.js';
