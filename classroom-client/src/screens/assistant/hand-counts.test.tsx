import { type TaskKind, UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { asked, QUESTIONS, type Stage } from '../../testing/asked.ts';
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

async function openStory(kind: TaskKind, stage: Stage, classroomId = 'c1') {
  const { view } = asked(kind, stage).snapshot(board(classroomId));
  const room = view.classrooms[classroomId];
  if (!room) throw new Error('The fixture has no such room.');
  return render(<HandCounts {...{ view, room, act: async () => true }} />, { assistant });
}

test.each(Object.keys(QUESTIONS) as TaskKind[])(
  '[QZ4] %s has the steppers that a raised hand can answer',
  async (kind) => {
    const page = await openStory(kind, 'open');
    const words = page.all('button').map((button) => button.getAttribute('aria-label'));
    const keys = { single: ['A', 'B', 'C', 'D'], 'true-false': ['对', '错'] }[kind as string] ?? ['答对了', '没答对'];
    expect(words).toEqual(keys.flatMap((key) => [`${key} 减一`, `${key} 加一`]));
  },
);

test('[QZ4] it says how many can still be counted, and counts no more than the roll', async () => {
  // Twelve on the roll, nine of them answered on tablets.
  const page = await openStory('single', 'open');
  expect(page.text()).toContain('还能数 3 人');
  for (let hand = 0; hand < 3; hand += 1) await page.act(() => page.all('button[aria-label="B 加一"]')[0]?.click());
  expect(page.text()).toContain('全班都数到了');
  expect(page.all('button[aria-label$="加一"]').every((button) => button.hasAttribute('disabled'))).toBe(true);
});

test('[QZ4] hands are counted until the answer is shown, and not while the question is read', async () => {
  expect((await openStory('single', 'closed')).text()).toContain('还能数 3 人');
  for (const stage of ['reading', 'revealed', 'explained'] as const)
    expect((await openStory('single', stage)).text()).toBe('');
});
