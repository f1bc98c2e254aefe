export * from './basket.js';
export * from './freshness.js';
export * from './offers.js';
export * from './order.js';
export * from './promise.js';
export * from './refund.js';
export * from './shipment.js';
export * from './stock.js';
