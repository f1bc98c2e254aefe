import type { AdapterErrorCode } from '../adapter/index.js';

/** Why there was no answer, in words for the person who runs the check. */
export const FAILED: Readonly<Record<AdapterErrorCode, string>> = {
  'not-found': 'the backend does not know the order (404)',
  forbidden: 'the backend does not let us in (401, 403): it wants a session or a token',
  offline: 'this machine has no connection',
  timeout: 'the backend took too long to answer',
  unavailable: 'the backend did not answer, or answered that it cannot now (429, 5xx)',
  invalid: 'the backend’s answer cannot be read, or it refused the question (4xx)',
};

/** Why a check had nothing to work on, in the same words. */
export const NO_ORDER = 'no order is left';
export const NO_EARLY_ORDER = 'no order before its deadline was given';
