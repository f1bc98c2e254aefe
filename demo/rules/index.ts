export * from './bank.js';
export * from './decide.js';
export * from './facts.js';
export * from './policy.js';
export * from './story.js';
export * from './time.js';
export * from './view.js';
export { languageOf } from './words.js';
