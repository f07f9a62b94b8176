import type { Command, Hand } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { branch } from '../../i18n/words/branch.ts';
import { common } from '../../i18n/words/common.ts';
import { render } from '../../testing/render.tsx';
import { BranchHands } from './BranchHands.tsx';

const numbers = [7, 3, 1, 2, 4, 5, 6, 8, 9, 10];

/** The line of hands in a window of this size. */
async function line(width: number, height: number) {
  Object.assign(window, { innerWidth: width, innerHeight: height });
  const seats = Object.fromEntries(numbers.map((number) => [`s${number}`, { number }]));
  const hands = numbers.map((number): Hand => {
    return { classroomId: 'c1', seatId: `s${number}`, number, reason: null, at: 0 };
  });
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true, version: 1 } as const;
  };
  const page = await render(<BranchHands {...{ seats, send }} view={{ hands }} />, { common, branch });
  return { ...page, sent };
}

test('[BR14] the board shows five hands and how many more; a tap takes one down, or all', async () => {
  const page = await line(1366, 768);
  const { sent } = page;
  const buttons = () => page.all('button') as HTMLButtonElement[];
  expect(buttons().map(({ textContent }) => textContent)).toEqual([
    ...numbers.slice(0, 5).map((number) => `${number}号`),
    '全部放下',
  ]);
  expect(page.text()).toContain('还有 5 个');
  await page.act(() => buttons()[1]?.click());
  await page.act(() => page.button('全部放下').click());
  expect(sent).toEqual([{ type: 'hand.lower', seatId: 's3' }, { type: 'hands.clear' }]);
});

test('[BR14] a board that is not broad shows three hands, and the sentence beside them stays whole', async () => {
  const page = await line(1024, 768);
  expect(page.all('button')).toHaveLength(4);
  expect(page.text()).toContain('还有 7 个');
});
