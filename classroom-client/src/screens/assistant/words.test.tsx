import type { Command, Viewer } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { board, createFixture, type Fixture, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';

const phone = (classroomId: string): Viewer => ({ role: 'phone', classroomId, deviceId: 'phone' });

async function open(fixture: Fixture, role: 'board' | 'phone' | 'lead' = 'board', classroomId = 'c1') {
  const viewer = role === 'lead' ? LEAD : role === 'board' ? board(classroomId) : phone(classroomId);
  const { view, names } = fixture.snapshot(viewer);
  const send = vi.fn(async (_: Command) => ({ ok: true, version: 1 }) as const);
  const as = { role } as const;
  const page = await render(
    <AssistantPanel {...{ view, names, send, classroomId, ...as }} now={fixture.now()} address="" />,
    {
      assistant,
      cheer,
      common,
      refusal,
    },
  );
  const sent = () => send.mock.calls.map(([command]) => command);
  return { ...page, sent, tap: (words: string) => page.act(() => page.button(words).click()) };
}

const CARD = 'section[aria-label="悄悄告诉主讲老师"]';

test.each(['board', 'phone'] as const)(
  '[TW1] on the %s each word is one tap, and 请叫 asks which pupil',
  async (role) => {
    const page = await open(createFixture(), role);
    for (const word of ['慢一点', '再讲一次', '看不清', '听不清', '我班准备好了']) await page.tap(word);
    await page.tap('请叫……');
    const fixture = createFixture();
    await page.tap(fixture.names[seatIdOf('c1', 12)] ?? '');
    const words = ['slower', 'again', 'cannot-see', 'cannot-hear', 'ready'] as const;
    expect(page.sent()).toEqual([
      ...words.map((word) => ({ type: 'word.say', word })),
      { type: 'word.say', word: 'call-on', seatId: seatIdOf('c1', 12) },
    ]);
  },
);

test('[TW5] the pupils come into sight below the button, also in a browser that tells later that it has scrolled', async () => {
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockReturnValue(Promise.resolve() as never);
  const page = await open(createFixture(), 'phone');
  await page.tap('请叫……');
  await page.tap('请叫……');
  scroll.mockRestore();
  expect(page.text()).not.toContain('请叫哪位同学？');
  expect(page.button('请叫……')).toBeDefined();
});

test('[TW4] beside each word stands what became of it: sent, then seen', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c1', 2) });
  fixture.send(board('c1'), { type: 'word.say', word: 'slower' });
  const slower = fixture.state().words.find(({ word }) => word === 'slower');
  fixture.send(LEAD, { type: 'word.acknowledge', wordId: slower?.wordId ?? '' });
  const page = await open(fixture);
  expect(page.button('慢一点').textContent).toBe('慢一点已看到 ✓');
  expect(page.button('请叫').textContent).toBe(`请叫 ${fixture.names[seatIdOf('c1', 2)]}已发出`);
  expect(page.button('听不清').textContent).toBe('听不清');
});

test('[TW2] a word that the lead teacher let pass says so', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'word.say', word: 'slower' });
  fixture.wait(120_000);
  const page = await open(fixture);
  expect(page.button('慢一点').textContent).toBe('慢一点对方没看到');
});

test('[TW4] what the lead teacher says stands right below what happens now, and 知道了 answers it', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'word.say-to', classroomId: 'c1', word: 'quiet' });
  const page = await open(fixture, 'phone');
  expect(page.all('section')[1]?.textContent).toBe('主讲老师对您说请安静一下知道了');
  await page.tap('知道了');
  expect(page.sent()).toEqual([{ type: 'word.acknowledge', wordId: fixture.state().words[0]?.wordId }]);
});

test('[TW1] in the own class, and in a room that has left, there are no words', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'classroom.leave' });
  for (const page of [await open(fixture), await open(fixture, 'lead', 'own'), await open(fixture, 'board', 'own')]) {
    expect(page.all(CARD)).toEqual([]);
  }
});
