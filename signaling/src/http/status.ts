import type { Refusal } from '@tongke/shared-types';

const STATUS: Partial<Record<Refusal, number>> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'insecure-page': 403,
  'board/removed': 401,
  'code/wrong': 403,
  'pin/wrong': 403,
  'not-found': 404,
  'still-in-use': 409,
  'account/last-admin': 409,
  'roster/lesson-running': 409,
  'lesson/already-live': 409,
  'lesson/ended': 409,
  'link/unknown': 410,
  'link/used': 410,
  'link/expired': 410,
  'too-large': 413,
  'blob/too-large': 413,
  'blob/no-image': 422,
  'blob/too-many-pixels': 422,
  'roster/rows': 422,
  'roster/encoding': 422,
  'roster/too-many': 422,
  'question/rows': 422,
  'question/encoding': 422,
  'question/too-many': 422,
  'question/bank-full': 409,
  'question/picture-unknown': 422,
  'code/slow-down': 429,
  'too-many-requests': 429,
  internal: 500,
  'busy-try-again': 503,
  'storage-unavailable': 507,
};

/** The HTTP status that says most nearly what the reason says. */
export function statusOf(reason: Refusal): number {
  return STATUS[reason] ?? 400;
}
