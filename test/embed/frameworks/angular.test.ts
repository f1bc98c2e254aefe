import { drive } from './checks.js';

drive('angular', {
  build: { bin: 'ng', args: ['build'] },
  types: { bin: 'ngc', args: ['-p', '.', '--noEmit'] },
  keeps: true,
  wrong: { bin: 'ngc', args: ['-p', 'wrong'], complaints: [/'nothing' does not exist/] },
});
