import { type Refused, refuse } from '@tongke/shared-types';

/** [HT3] The one ownership test: an object that exists belongs to the school of who asks, or it is refused. */
export function own<T extends { readonly schoolId: string }>(
  who: { readonly schoolId: string },
  object: T | null,
): T | Refused {
  if (object === null) return refuse('not-found');
  return object.schoolId === who.schoolId ? object : refuse('not-allowed');
}
