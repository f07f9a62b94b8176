import type { Refusal } from '@tongke/shared-types';

const RELOAD: readonly Refusal[] = [
  'client-too-old',
  'server-too-old',
  'malformed',
  'unknown-event',
  'other-lesson',
  'taken-over',
];

/** True where the page itself must be loaded anew: trying the same page again would be refused again. */
export function needsReload(reason: Refusal): boolean {
  return RELOAD.includes(reason);
}
