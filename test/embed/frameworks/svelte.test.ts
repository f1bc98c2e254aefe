import { drive } from './checks.js';

const check = (folder: string) => ({
  bin: 'svelte-check',
  args: ['--tsconfig', `${folder}/tsconfig.json`, '--output', 'machine', '--fail-on-warnings'],
});

drive('svelte', {
  build: { bin: 'vite', args: ['build'] },
  types: check('.'),
  keeps: true,
  wrong: {
    ...check('./wrong'),
    complaints: [
      /Wrong.svelte" 6:.* not assignable to type 'number'/,
      /Wrong.svelte" 7:.* 'order' is missing/,
      /Wrong.svelte" 8:.* not assignable to type .*block/,
      /Wrong.svelte" 9:.* 'nothing' does not exist/,
    ],
  },
});
