import type { TaskKind } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { KINDS, question, type Stage, toStage } from './answer-stories.tsx';
import { type Fixture, LEAD, seatIdOf } from './fixtures.ts';

type OnBoard = (then?: (fixture: Fixture) => void, options?: { classrooms?: number; longNames?: boolean }) => ReactNode;

/** The lead teacher shows the answers of these pupils of c1. */
const show = (numbers: readonly number[]) => (fixture: Fixture) => {
  const roundId = fixture.state().round?.roundId ?? '';
  for (const n of numbers) {
    const item = { by: 'seat', seatId: seatIdOf('c1', n) } as const;
    fixture.send(LEAD, { type: 'question.show-answer', roundId, item });
  }
};

const STAGES: readonly Stage[] = ['reading', 'open', 'closed', 'revealed', 'explained'];

/** The board in questions of every kind. `onBoard` draws the board of c1. */
export function boardQuestionStories(onBoard: OnBoard): Readonly<Record<string, () => ReactNode>> {
  const at = (kind: TaskKind, stage: Stage, then: (fixture: Fixture) => void = () => {}) =>
    onBoard((fixture) => {
      toStage(fixture, question(kind), stage);
      then(fixture);
    });
  return {
    ...Object.fromEntries(
      KINDS.flatMap((kind) => STAGES.map((stage) => [`board-${kind}-${stage}`, () => at(kind, stage)] as const)),
    ),
    'board-text-shown': () => at('text', 'revealed', show([1, 3, 4])),
    'board-number-shown': () => at('number', 'closed', show([1, 3])),
    'board-photo-shown': () => at('photo', 'revealed', show([1, 3, 4])),
    'board-picture': () =>
      onBoard((fixture) => toStage(fixture, question('single', { picture: 'ab'.repeat(32) }), 'open')),
    'board-arriving': () =>
      onBoard((fixture) => {
        toStage(fixture, question('single'), 'open');
        for (const n of [9, 10]) {
          const peer = { kind: 'seat', classroomId: 'c1', seatId: seatIdOf('c1', n) } as const;
          fixture.report({ type: 'peer.went', peer, cause: 'test' });
        }
      }),
  };
}
