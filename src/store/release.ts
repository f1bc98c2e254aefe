import { OutcomeAnswerSchema } from '../model/index.js';
import type { Store } from './store.js';

/** Gives held units, or a held slot, back. If that fails the hold ends by itself. */
export const release = async (store: Store, hold: string): Promise<void> => {
  const { adapter } = store;
  if (!adapter.act) return;
  try {
    await store.ask(
      OutcomeAnswerSchema,
      (request) => adapter.act!({ type: 'release', hold }, request),
      { freshness: 'fresh', attemptKey: `release-${hold}` },
    );
  } catch {
    // Its time runs out in any case.
  }
};
