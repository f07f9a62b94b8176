import type { Refusal } from '@tongke/shared-types';

const LATE: readonly Refusal[] = ['round/closed', 'round/other', 'lesson/ended'];
const NOT_OPEN: readonly Refusal[] = ['round/none', 'question/not-open-yet', 'lesson/not-live'];

/** Why a press or an answer did not count: too late, too early, or for a reason that has a sentence of its own. */
export function refusalKind(reason: Refusal): 'late' | 'not-open' | 'refused' {
  if (LATE.includes(reason)) return 'late';
  return NOT_OPEN.includes(reason) ? 'not-open' : 'refused';
}
