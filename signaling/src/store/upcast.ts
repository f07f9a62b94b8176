import { type LessonEvent, type LessonEventType, lessonEvent } from '@tongke/shared-types';

/** Lifts a stored payload from one schema number to the next. */
type Upcaster = (payload: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * `UPCASTERS[type][n - 1]` lifts schema n to n + 1. A type that is not listed has had one shape only. An entry stays
 * for ever: logs are never rewritten.
 */
const UPCASTERS: Readonly<Partial<Record<LessonEventType, readonly Upcaster[]>>> = {};

/** The schema number that new events of this type are stored with. */
export function schemaOf(type: LessonEventType, upcasters = UPCASTERS): number {
  return (upcasters[type]?.length ?? 0) + 1;
}

/** A stored payload in today's shape; throws when it has none, for then the log and the code disagree. */
export function upcast(type: string, schema: number, payload: unknown, upcasters = UPCASTERS): LessonEvent {
  const steps = upcasters[type as LessonEventType]?.slice(schema - 1) ?? [];
  return lessonEvent.parse(steps.reduce<unknown>((old, step) => step(old as Record<string, unknown>), payload));
}
