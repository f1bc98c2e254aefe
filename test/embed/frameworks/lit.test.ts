import { drive } from './checks.js';

drive('lit', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'tsc', args: ['-p', '.'] },
  keeps: true,
});
