import { type LessonEvent, type LessonEventType, lessonEvent, MOST_PLACES } from '@tongke/shared-types';
import { QUESTION_UPCASTERS } from './question-upcasters.ts';

type Old = Readonly<Record<string, unknown>>;

/** Lifts a stored payload from one schema number to the next. */
export type Upcaster = (payload: Old) => Old;

/**
 * `UPCASTERS[type][n - 1]` lifts schema n to n + 1. A type that is not listed has had one shape only. An entry stays
 * for ever: logs are never rewritten.
 */
const UPCASTERS: Readonly<Record<string, readonly Upcaster[]>> = {
  // Rounds from before presses were measured: by arrival, with the point in the decision.
  'buzzer.opened': [armedAtOnce],
  'buzzer.pressed': [pressedByArrival],
  'buzzer.decided': [decidedByArrival],
  /** Hands had no reason. */
  'hand.raised': [(old) => ({ ...old, reason: null })],
  /** Only classrooms led in the lead teacher's place. */
  'acting.began': [({ classroomId, ...old }) => ({ ...old, by: classroomId })],
  /** A turn had an end from the beginning, opened at once and was heard by all. */
  'turn.given': [
    (old) => ({
      ...old,
      anyone: false,
      listen: false,
      seconds: Math.round((Number(old.endsAt) - Number(old.at)) / 1000),
      acceptBy: null,
    }),
  ],
  ...QUESTION_UPCASTERS,
};

/** The schema number that new events of this type are stored with. */
export function schemaOf(type: LessonEventType, upcasters = UPCASTERS): number {
  return (upcasters[type]?.length ?? 0) + 1;
}

/** A stored payload in today's shape; throws when it has none, for then the log and the code disagree. */
export function upcast(type: string, schema: number, payload: unknown, upcasters = UPCASTERS): LessonEvent {
  const steps = upcasters[type]?.slice(schema - 1) ?? [];
  return lessonEvent.parse(steps.reduce<unknown>((old, step) => step(old as Record<string, unknown>), payload));
}

/** It opened at once; one that was still open when it was read starts anew. */
function armedAtOnce({ roundId, at, closesAt }: Old): Old {
  const seconds = Math.round((Number(closesAt) - Number(at)) / 1000);
  return { type: 'buzzer.armed', roundId, mode: 'pupil', teams: null, prompt: '', at, startsAt: at, seconds };
}

function pressedByArrival({ type, roundId, classroomId, seatId, number, at }: Old): Old {
  const entrant = { kind: 'seat', classroomId, seatId, number };
  const judged = { waited: 0, claimed: null, network: 0, reaction: 0, margin: 0 };
  return { type, roundId, entrant, at, ...judged, path: 'socket', pressed: 1 };
}

function decidedByArrival({ type, roundId, order, at, point }: Old): Old {
  const places = (order as readonly Old[]).slice(0, MOST_PLACES).map(({ classroomId, seatId, number }, index) => ({
    rank: index + 1,
    place: index + 1,
    entrant: { kind: 'seat', classroomId, seatId, number },
    team: null,
    reaction: null,
    margin: null,
  }));
  return { type, roundId, order: places, at, point };
}
