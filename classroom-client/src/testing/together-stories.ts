import { type Command, LEAD_PEER } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { board, type Fixture, LEAD, seatIdOf } from './fixtures.ts';

type Then = (fixture: Fixture) => void;
type Screen = (then: Then) => ReactNode;

const asked =
  (...commands: readonly Command[]): Then =>
  (fixture) => {
    for (const command of commands) fixture.send(LEAD, command);
    fixture.wait(1_000);
  };
const give = (classroomId: string, seatId: string | null = null) =>
  ({ type: 'turn.give', classroomId, seatId, seconds: 60 }) as const;
const shared =
  (peerId: string): Then =>
  (fixture) => {
    if (peerId !== LEAD_PEER) fixture.send(LEAD, give(peerId));
    fixture.send(peerId === LEAD_PEER ? LEAD : board(peerId), { type: 'screen.share', style: 'detail' });
    fixture.report({ type: 'track.publish', trackId: `camera-screen`, peerId, source: 'screen' });
  };
const praise = (classroomId: string, number: number): Command => ({
  type: 'praise.give',
  classroomId,
  seatId: seatIdOf(classroomId, number),
  word: 'clear',
});
const works =
  (count: number, revealed = false): Then =>
  (fixture) => {
    fixture.send(LEAD, { type: 'works.collect', open: true });
    for (let nth = 0; nth < count; nth += 1) {
      const classroomId = nth % 2 === 0 ? 'c1' : 'c2';
      const photo = `a${nth}`.repeat(32);
      fixture.send(board(classroomId), { type: 'work.send', seatId: seatIdOf(classroomId, 1 + nth), photo });
    }
    const workIds = fixture
      .state()
      .works.tray.slice(0, 4)
      .map(({ workId }) => workId);
    fixture.send(LEAD, { type: 'works.show', workIds, revealed });
  };
const clock = (seconds: number | null): Command => ({ type: 'clock.start', seconds });

/** Shared screens, the common clock, praise, applause and works, on the lead teacher's and the boards' screens and on the phone. */
export function togetherStories({
  teach,
  onBoard,
  onPhone,
}: Readonly<Record<'teach' | 'onBoard' | 'onPhone', Screen>>): Readonly<Record<string, () => ReactNode>> {
  return {
    'teach-room-screen': () => teach(shared('c1')),
    'teach-clock': () => teach(asked(clock(300))),
    'teach-praise': () =>
      teach((fixture) => {
        asked(give('c1', seatIdOf('c1', 2)))(fixture);
        fixture.report({ type: 'track.publish', trackId: 'voice', peerId: 'c1', source: 'microphone' });
      }),
    'teach-applause': () => teach((fixture) => fixture.send(board('c2'), { type: 'applause.give' })),
    'teach-works': () => teach(works(5)),
    'board-screen': () => onBoard(shared(LEAD_PEER)),
    'board-screen-other': () => onBoard(shared('c2')),
    'board-clock': () => onBoard(asked(clock(300))),
    'board-clock-over': () =>
      onBoard((fixture) => {
        fixture.send(LEAD, clock(5));
        fixture.wait(5_000);
      }),
    'board-praise': () => onBoard(asked(praise('c1', 2))),
    'board-praise-other': () => onBoard(asked(praise('c2', 3))),
    'board-work': () => onBoard(works(1)),
    'board-works': () => onBoard(works(4)),
    'board-works-names': () => onBoard(works(3, true)),
    'phone-works': () => onPhone(works(3)),
  };
}
