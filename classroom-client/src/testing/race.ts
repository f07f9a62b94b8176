import { type BuzzerMode, type Entrant, entrantKey } from '@tongke/shared-types';
import { type Fixture, LEAD, seatIdOf } from './fixtures.ts';

/** Somebody who presses: so many ms after the cue on the own screen, over a link that was measured like this. */
export interface Runner {
  readonly entrant: Entrant;
  readonly reaction: number;
  /** Nothing bounds the link. */
  readonly alone?: boolean;
  /** There is no data path. */
  readonly socketOnly?: boolean;
}

interface Race {
  readonly mode?: BuzzerMode;
  readonly teams?: number;
  readonly prompt?: string;
  /** What the race has come to: the cue is awaited, presses may come, or the order is final. */
  readonly until: 'armed' | 'open' | 'decided';
}

const LINK_MS = 60;
export const seat = (classroomId: string, number: number): Entrant => ({
  kind: 'seat',
  classroomId,
  seatId: seatIdOf(classroomId, number),
  number,
});

/** A buzzer round with measured links, up to where it is to be looked at. */
export function race(runners: readonly Runner[], { mode = 'pupil', teams, prompt = '', until }: Race) {
  return (fixture: Fixture): void => {
    fixture.send(LEAD, { type: 'buzzer.open', mode, ...(teams && { teams }), prompt, seconds: 20 });
    if (until === 'armed') return;
    const roundId = fixture.state().round?.roundId ?? '';
    const measures = runners.map(({ entrant, alone = false, socketOnly = false }) => {
      const path = socketOnly ? ('socket' as const) : ('both' as const);
      return { entrant: entrantKey(entrant), least: LINK_MS, slack: 25, alone, path, late: 0 };
    });
    fixture.report({ type: 'buzzer.start', roundId, measures });
    fixture.wait(300);
    for (const { entrant, reaction } of runners) {
      const claimed = entrant.kind === 'hand' ? null : reaction;
      const press = { waited: reaction + LINK_MS, claimed, path: 'data' as const, early: false };
      fixture.report({ type: 'press.measured', roundId, entrant, ...press });
    }
    if (until === 'decided') fixture.send(LEAD, { type: 'round.close', roundId });
  };
}
