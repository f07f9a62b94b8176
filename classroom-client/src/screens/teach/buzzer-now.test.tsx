import { expect, test } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { teach } from '../../i18n/words/teach.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { createFixture, type Fixture, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { type Runner, race, seat } from '../../testing/race.ts';
import { render } from '../../testing/render.tsx';
import { LiveScreen } from './LiveScreen.tsx';

const RUNNERS: readonly Runner[] = [
  { entrant: seat('c2', 2), reaction: 335, alone: true },
  { entrant: seat('c1', 3), reaction: 310 },
  { entrant: seat('own', 4), reaction: 402, socketOnly: true },
];

async function open(fixture: Fixture) {
  const snapshot = fixture.snapshot(LEAD);
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const screen = session.connection.store.getState();
  const page = await render(<LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />, {
    assistant,
    common,
    refusal,
    teach,
  });
  return {
    ...page,
    session,
    lines: () => page.all('ol[data-order] li').map(({ textContent }) => textContent),
    next: () => page.all('[aria-label="现在"] button').pop()?.textContent,
    tap: (words: string) => page.act(() => page.button(words).click()),
  };
}

test('[BZ2] armed, the teacher reads to get set and the own question, and no order', async () => {
  const fixture = createFixture();
  race([], { until: 'armed', prompt: '太阳从哪边升起？' })(fixture);
  const page = await open(fixture);
  expect(page.text()).toContain('准备……');
  expect(page.text()).toContain('太阳从哪边升起？');
  expect(page.lines()).toEqual([]);
});

test('[BZ7] [BZ11] while presses may be on their way, the order by reaction is said to be provisional', async () => {
  const fixture = createFixture();
  race(RUNNERS, { until: 'open' })(fixture);
  const page = await open(fixture);
  expect(page.text()).toContain('暂定');
  expect(page.text()).toContain('3 人按了');
  expect(page.lines()[0]).toContain('0.31 秒 ± 0.01，领先 0.03 秒');
  await page.tap('结束抢答');
  expect(page.session.sent).toMatchObject([{ type: 'round.close' }]);
});

test('[BZ11] the final order has reactions and margins, and says in words why a margin is wide', async () => {
  const fixture = createFixture();
  race(RUNNERS, { until: 'decided' })(fixture);
  const page = await open(fixture);
  expect(page.text()).not.toContain('暂定');
  const [first, second, third] = page.lines();
  expect(first).toContain(`${fixture.names[seatIdOf('c1', 3)]}（五班）0.31 秒 ± 0.01，领先 0.03 秒`);
  expect(second).toMatch(/马家沟.*0\.34 秒 ± 0\.03独自一台$/);
  expect(third).toMatch(/三班.*0\.40 秒 ± 0\.03只有一条线路$/);
  expect(page.all('[title*="没有别的设备可以比对"]')).toHaveLength(1);
});

test('[BZ6] who is tied is said to be tied, and nobody to be ahead', async () => {
  const fixture = createFixture();
  const tied = RUNNERS.map((runner, index) => (index === 0 ? { ...runner, reaction: 320 } : runner));
  race(tied, { until: 'decided' })(fixture);
  const page = await open(fixture);
  const names = [seatIdOf('c1', 3), seatIdOf('c2', 2)].map((id) => fixture.names[id]);
  expect(page.text()).toContain(`${names[0]}（五班）、${names[1]}（马家沟） 并列`);
  expect(page.lines().filter((line) => line?.includes('并列'))).toHaveLength(2);
  expect(page.lines().some((line) => line?.includes('领先'))).toBe(false);
});

test('[BZ10] one jade step at a time: speak, the point, then the end; or no point, the next, and then the next one’s', async () => {
  const fixture = createFixture();
  race(RUNNERS, { until: 'decided' })(fixture);
  const roundId = fixture.state().round?.roundId ?? '';
  const called = await open(fixture);
  expect(called.next()).toBe('请这位同学发言');
  await called.tap('不给分');
  expect(called.session.sent).toEqual([{ type: 'buzzer.award', roundId, give: false }]);
  fixture.send(LEAD, { type: 'buzzer.award', roundId, give: false });
  const withheld = await open(fixture);
  expect(withheld.next()).toBe('下一位');
  await withheld.tap('下一位');
  expect(withheld.session.sent).toEqual([{ type: 'buzzer.next', roundId }]);
  fixture.send(LEAD, { type: 'buzzer.next', roundId });
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c2', seatId: seatIdOf('c2', 2), seconds: 60 });
  const next = await open(fixture);
  expect(next.text()).toContain(`轮到 ${fixture.names[seatIdOf('c2', 2)]}（马家沟）`);
  expect(next.next()).toBe('给分');
  fixture.send(LEAD, { type: 'buzzer.award', roundId, give: true });
  const given = await open(fixture);
  expect(given.text()).toContain('已给分');
  expect(given.next()).toBe('收起');
});

test('[BZ10] after the round it says how often each classroom has won, and of many how many have not', async () => {
  const fixture = createFixture();
  race(RUNNERS, { until: 'decided' })(fixture);
  expect((await open(fixture)).text()).toContain('本课抢到：五班 1、三班 0、马家沟 0');
  const many = createFixture({ classrooms: 50, pupils: 6 });
  race(RUNNERS, { until: 'decided' })(many);
  expect((await open(many)).text()).toContain('本课抢到：五班 1；50 个班还没有');
});

test('[BZ9] a group at a board and the first hand of a class stand in the order and are marked', async () => {
  const fixture = createFixture({ withoutTablets: ['c1'] });
  const runners: readonly Runner[] = [
    { entrant: { kind: 'zone', classroomId: 'c1', zone: 2 }, reaction: 340 },
    { entrant: { kind: 'hand', classroomId: 'c1' }, reaction: 390 },
  ];
  race(runners, { until: 'decided' })(fixture);
  const page = await open(fixture);
  expect(page.lines()[0]).toMatch(/五班 第 2 组.*大屏$/);
  expect(page.lines()[1]).toMatch(/五班.*± 0\.1\d助教点的$/);
});

test('[BZ7] nobody pressed', async () => {
  const fixture = createFixture();
  race([], { until: 'decided' })(fixture);
  const page = await open(fixture);
  expect(page.text()).toContain('没有人抢到');
  expect(page.next()).toBe('收起');
});
