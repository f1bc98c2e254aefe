import { drive } from './checks.js';

drive('react', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'tsc', args: ['-p', '.'] },
  keeps: false,
});
