import { drive } from './checks.js';

drive('preact', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'tsc', args: ['-p', '.'] },
  keeps: false,
});
