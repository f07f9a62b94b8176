import { DatabaseSync } from 'node:sqlite';
import type { EventOf } from '@tongke/shared-types';

type Kept = EventOf<'buzzer.measured' | 'buzzer.pressed' | 'buzzer.false-started' | 'buzzer.decided'>;

/** What the server wrote down of one round, in the order in which it happened. */
export interface RoundLog {
  readonly measures: readonly EventOf<'buzzer.measured'>['measures'][number][];
  readonly pressed: readonly EventOf<'buzzer.pressed'>[];
  readonly falseStarts: readonly EventOf<'buzzer.false-started'>[];
  readonly decided: EventOf<'buzzer.decided'> | null;
}

/** The buzzer rounds of all lessons in a server's database, by round. */
export function logOfRounds(file: string): ReadonlyMap<string, RoundLog> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare(
        `SELECT payload FROM events
         WHERE type IN ('buzzer.measured', 'buzzer.pressed', 'buzzer.false-started', 'buzzer.decided') ORDER BY lesson, version`,
      )
      .all() as { payload: string }[];
    const rounds = new Map<string, Kept[]>();
    for (const { payload } of rows) {
      const event = JSON.parse(payload) as Kept;
      rounds.set(event.roundId, [...(rounds.get(event.roundId) ?? []), event]);
    }
    return new Map([...rounds].map(([roundId, events]) => [roundId, roundLog(events)]));
  } finally {
    database.close();
  }
}

function roundLog(events: readonly Kept[]): RoundLog {
  const of = <T extends Kept['type']>(type: T) =>
    events.filter((event): event is Extract<Kept, { type: T }> => event.type === type);
  return {
    measures: of('buzzer.measured').flatMap(({ measures }) => measures),
    pressed: of('buzzer.pressed'),
    falseStarts: of('buzzer.false-started'),
    decided: of('buzzer.decided')[0] ?? null,
  };
}
