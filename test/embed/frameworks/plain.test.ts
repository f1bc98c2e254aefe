import { drive } from './checks.js';

drive('plain', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'tsc', args: ['-p', '.'] },
  keeps: true,
});
