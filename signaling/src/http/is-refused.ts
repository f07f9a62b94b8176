import type { Refused } from '@tongke/shared-types';

/** Tells a refusal from an answer. */
export function isRefused(answer: object): answer is Refused {
  return 'ok' in answer && answer.ok === false;
}
