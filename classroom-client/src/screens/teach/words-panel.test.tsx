import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { teach } from '../../i18n/words/teach.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { REST_MS } from '../shared/use-tap-gate.ts';
import { LiveScreen } from './LiveScreen.tsx';
import { Lobby } from './Lobby.tsx';

const WORDS = { assistant, common, leading, link, refusal, teach };
const PANEL = 'ul[aria-label="助教说"]';

async function open(fixture: Fixture) {
  const { view, names } = fixture.snapshot(LEAD);
  const session = fakeSession(fixture.snapshot(LEAD), fixture.now());
  const screen = session.connection.store.getState();
  const Screen = view.phase === 'planned' ? Lobby : LiveScreen;
  const page = await render(<Screen {...{ view, names, screen, session }} now={fixture.now()} />, WORDS);
  const tap = (words: string, within = '') =>
    page.act(() =>
      page
        .all(`${within} button`)
        .find(({ textContent }) => textContent?.includes(words))
        ?.click(),
    );
  const words = () => page.all(`${PANEL} li`).map(({ textContent }) => textContent);
  const show = (now: Fixture) => {
    const next = now.snapshot(LEAD);
    return page.show(<Screen view={next.view} names={next.names} {...{ screen, session }} now={now.now()} />);
  };
  return { ...page, session, tap, words, show };
}

const say = (fixture: Fixture, room: string, word: 'slower' | 'cannot-hear' | 'cannot-see' | 'again') =>
  fixture.send(board(room), { type: 'word.say', word });

test('[TW4] what assistants say stands in one place, the newest first and the rest counted, and 知道了 acknowledges it', async () => {
  const fixture = createFixture();
  say(fixture, 'c1', 'slower');
  fixture.wait(5_000);
  fixture.send(board('c2'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c2', 3) });
  const page = await open(fixture);
  const name = fixture.names[seatIdOf('c2', 3)] ?? '';
  expect(page.words()).toEqual([`请叫 ${name}0:00 · 马家沟还有 1 句知道了`]);
  await page.tap('还有 1 句', PANEL);
  expect(page.words()).toEqual([`请叫 ${name}0:00 · 马家沟收起来知道了`, '慢一点0:05 · 五班知道了']);
  await page.tap('知道了', `${PANEL} li:nth-child(2)`);
  const slower = fixture.state().words.find(({ word }) => word === 'slower');
  expect(page.session.sent).toEqual([{ type: 'word.acknowledge', wordId: slower?.wordId }]);
});

test('[TW4] fifty rooms that hear nothing are one line and one tap', async () => {
  const fixture = createFixture({ classrooms: 50, pupils: 2 });
  for (let nth = 1; nth <= 50; nth += 1) say(fixture, `c${nth}`, 'cannot-hear');
  const page = await open(fixture);
  expect(page.words()).toEqual(['听不清0:00 · 50 间：51班、50班、49班、48班知道了']);
  await page.tap('知道了', PANEL);
  expect(new Set(page.session.sent.map((command) => JSON.stringify(command))).size).toBe(50);
});

test('[TW4] a tap that was meant for what stood there before acknowledges nothing', async () => {
  const fixture = createFixture();
  say(fixture, 'c1', 'slower');
  const page = await open(fixture);
  say(fixture, 'c2', 'cannot-see');
  vi.useFakeTimers();
  await page.show(fixture);
  await page.tap('知道了', PANEL);
  expect(page.session.sent).toEqual([]);
  await page.act(() => void vi.advanceTimersByTime(REST_MS));
  await page.tap('知道了', PANEL);
  vi.useRealTimers();
  expect(page.session.sent).toHaveLength(1);
});

test('[TW1] [TW4] the classroom’s tile carries the word, and its sheet answers it and says others', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c1', 2) });
  fixture.send(LEAD, { type: 'word.say-to', classroomId: 'c2', word: 'quiet' });
  const page = await open(fixture);
  const tile = (name: string) => page.all('button').find(({ textContent }) => textContent?.includes(`${name}11/12`));
  expect(tile('五班')?.textContent).toContain(`请叫 ${fixture.names[seatIdOf('c1', 2)]}`);
  expect(tile('马家沟')?.textContent).toContain('已发出 请安静一下');
  await page.act(() => tile('五班')?.click());
  await page.tap('准备好了吗', '[role=dialog]');
  await page.tap('知道了', '[role=dialog]');
  await page.tap('请发言', '[role=dialog] section');
  expect(page.session.sent).toEqual([
    { type: 'word.say-to', classroomId: 'c1', word: 'are-you-ready' },
    { type: 'word.acknowledge', wordId: fixture.state().words[0]?.wordId },
    { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 2), seconds: 60 },
  ]);
});

test('[TW4] the lead teacher sees that the assistant has seen it', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'word.say-to', classroomId: 'c2', word: 'quiet' });
  fixture.send(board('c2'), { type: 'word.acknowledge', wordId: fixture.state().words[0]?.wordId ?? '' });
  const page = await open(fixture);
  expect(page.text()).toContain('已看到 ✓ 请安静一下');
});

test('[TW1] before the lesson words come and go in the lobby', async () => {
  const fixture = createFixture({ live: false });
  fixture.send(board('c1'), { type: 'word.say', word: 'ready' });
  const page = await open(fixture);
  expect(page.words()).toEqual(['我班准备好了0:00 · 五班知道了']);
  await page.tap('告诉助教');
  await page.tap('请检查设备', '[role=dialog]');
  expect(page.session.sent).toEqual([{ type: 'word.say-to', classroomId: 'c1', word: 'check-devices' }]);
});
