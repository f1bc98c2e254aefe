import { drive } from './checks.js';

drive('vue', {
  build: { bin: 'vite', args: ['build'] },
  types: { bin: 'vue-tsc', args: ['--noEmit', '-p', '.'] },
  keeps: false,
});
