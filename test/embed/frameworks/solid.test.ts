import { drive } from './checks.js';

drive('solid', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'tsc', args: ['-p', '.'] },
  keeps: true,
});
