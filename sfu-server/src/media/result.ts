import type { Refused } from '@tongke/shared-types';

/** What a verb answers: its result, or a refusal that changed nothing. */
export type Result<T> = { readonly ok: true; readonly result: T } | Refused;

/** A verb that worked and has something to say. */
export function done<T>(result: T): Result<T> {
  return { ok: true, result };
}

/** A verb that worked and has nothing to say. */
export const DONE: Result<Record<string, never>> = { ok: true, result: {} };
