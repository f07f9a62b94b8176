import { UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { board, createFixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { HandCounts } from './HandCounts.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function open() {
  const fixture = createFixture();
  fixture.send(LEAD, {
    ...UNPREPARED,
    prompt: '',
    task: {
      kind: 'single',
      choices: [
        { key: 'A', text: '' },
        { key: 'B', text: '' },
      ],
      correct: null,
    },
    seconds: 60,
  });
  const { view } = fixture.snapshot(board('c1'));
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const act = vi.fn(async () => true);
  const page = await render(<HandCounts {...{ view, room, act }} />, { assistant });
  return { ...page, command: act, sent: { type: 'handcount.set', classroomId: 'c1', roundId: view.round?.roundId } };
}

test('[QZ4] counted hands are sent once the finger rests', async () => {
  const page = await open();
  await page.act(() => page.button('+').click());
  await page.act(() => page.button('+').click());
  await page.act(async () => void (await vi.advanceTimersByTimeAsync(400)));
  expect(page.command.mock.calls).toEqual([[{ ...page.sent, counts: { A: 2 } }]]);
});

test('[QZ4] a hand that was counted just before the drawer closes is sent too, and once', async () => {
  const page = await open();
  await page.act(() => page.button('+').click());
  await page.show(null);
  await page.act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  expect(page.command.mock.calls).toEqual([[{ ...page.sent, counts: { A: 1 } }]]);
});
