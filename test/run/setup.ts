import fc from 'fast-check';

/** Every property test of a run shares its seed, so a failure can be repeated. */
fc.configureGlobal({
  seed: Number(process.env['DOORSTEP_SEED'] ?? 1),
  numRuns: Number(process.env['DOORSTEP_RUNS'] ?? 100),
});
