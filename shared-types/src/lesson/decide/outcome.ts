import { type Refusal, type Refused, refuse } from '../../refusals.ts';
import type { LessonEvent } from '../events.ts';

/** What a rule answers: the events that happen (none when there was nothing to do), or why not. */
export type Outcome = { readonly ok: true; readonly events: readonly LessonEvent[] } | Refused;

/** These events happen, in this order. */
export function happen(...events: readonly LessonEvent[]): Outcome {
  return { ok: true, events };
}

/** The first reason that holds, or the outcome when none does; reasons are looked at in order. */
export function unless(reasons: readonly (readonly [boolean, Refusal])[], otherwise: () => Outcome): Outcome {
  const found = reasons.find(([holds]) => holds);
  return found ? refuse(found[1]) : otherwise();
}
