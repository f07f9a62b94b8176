import type { MergedBranch } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { branch } from '../../i18n/words/branch.ts';
import { createFixture, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { BranchRounds } from './BranchRounds.tsx';

const MERGED: MergedBranch = {
  ...{ branchId: 'b1', classroomId: 'c1', cutAt: 1, from: 2, to: 3, at: 4, turns: 1 },
  rounds: [
    {
      ...{ roundId: 'b1-1', questionId: null, kind: 'true-false', words: '', at: 2 },
      tally: { expected: 12, answered: 9, right: null, counts: { true: 6, false: 3 } },
    },
  ],
  buzzers: [
    { roundId: 'b1-5', at: 2, pressed: 4, first: seatIdOf('c1', 3) },
    { roundId: 'b1-9', at: 3, pressed: 0, first: null },
  ],
};

test('[BR6] [BR11] the lead teacher reads how a classroom answered by itself and who was first; of another room nothing', async () => {
  const view = createFixture().state();
  const pupilName = ({ number }: { readonly number: number }) => `${number}号`;
  const show = async (classroomId: string) => {
    const room = view.classrooms[classroomId];
    if (!room) throw new Error('no room');
    const page = await render(<BranchRounds branches={{ b1: MERGED }} room={room} pupilName={pupilName} />, { branch });
    return page.all('li').map((line) => line.textContent);
  };
  expect(await show('c1')).toEqual([
    '老师口头出的题9/12 人回答 · ✓ 6 · ✗ 3',
    '抢答：4 人按了，3号最快',
    '抢答：0 人按了',
  ]);
  expect(await show('c2')).toEqual([]);
});
