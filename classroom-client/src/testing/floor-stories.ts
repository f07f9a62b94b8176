import type { Command } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { board, type Fixture, LEAD, seatIdOf } from './fixtures.ts';

type Then = (fixture: Fixture) => void;
type Screen = (then: Then) => ReactNode;

const asked =
  (...commands: readonly Command[]): Then =>
  (fixture) => {
    for (const command of commands) fixture.send(LEAD, command);
  };
const give = { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 } as const;
const floor = (mode: 'dialogue' | 'round-robin', ...classroomIds: string[]) =>
  ({ type: 'floor.open', mode, classroomIds, seconds: 60 }) as const;
const chorus: Command = { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null };
const name = { type: 'name.draw', classroomId: null } as const;
const waits: Then = (fixture) => {
  fixture.send(board('c1'), { type: 'microphone.set', waits: true });
  fixture.send(LEAD, { ...give, seatId: seatIdOf('c1', 1) });
};

const leadAway: Then = (fixture) => {
  fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
  fixture.wait(75_000);
};

/** The floor on the lead teacher's and the boards' screens, and on the assistant's phone. */
export function floorStories({
  teach,
  onBoard,
  onPhone,
}: Readonly<Record<'teach' | 'onBoard' | 'onPhone', Screen>>): Readonly<Record<string, () => ReactNode>> {
  return {
    'teach-dialogue': () => teach(asked(floor('dialogue', 'c1', 'c2'))),
    'teach-round': () => teach(asked(floor('round-robin', 'c1', 'c2', 'own'))),
    'teach-chorus': () => teach(asked(chorus)),
    'teach-waits': () => teach(waits),
    'teach-drawn': () => teach(asked(name)),
    'board-dialogue': () => onBoard(asked(floor('dialogue', 'c2', 'own'))),
    'board-dialogue-own': () => onBoard(asked(floor('dialogue', 'c1', 'c2'))),
    'board-chorus': () => onBoard(asked(chorus)),
    'board-accept': () => onBoard(waits),
    'board-listen': () => onBoard(asked({ ...give, listen: true })),
    'board-anyone': () => onBoard(asked({ ...give, anyone: true })),
    'board-drawing': () => onBoard(asked(name)),
    'board-drawn': () =>
      onBoard((fixture) => {
        fixture.send(LEAD, name);
        fixture.wait(3_000);
      }),
    'board-lead-away': () => onBoard(leadAway),
    'phone-lead-away': () => onPhone(leadAway),
    'board-acting': () => onBoard(asked({ type: 'lead.hand', to: 'c2' })),
    'teach-acting': () => teach(asked({ type: 'lead.hand', to: 'c1' })),
    'board-acting-second': () =>
      onBoard((fixture) => {
        fixture.report({ type: 'peer.came', peer: { kind: 'second', staffId: 't2' } });
        fixture.send(LEAD, { type: 'lead.hand', to: 't2' });
      }),
    'phone-acting': () => onPhone(asked({ type: 'lead.hand', to: 'c1' })),
    'phone-accept': () => onPhone(waits),
    'phone-anyone': () => onPhone(asked({ ...give, anyone: true })),
  };
}
