export * from './actions.js';
export * from './clock.js';
export * from './environment.js';
export * from './live.js';
export * from './orders.js';
export * from './sources.js';
export * from './stock.js';
export * from './store.js';
