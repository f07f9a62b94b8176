import { expect, test } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { board as words } from '../../i18n/words/board.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen as sharing } from '../../i18n/words/screen.ts';
import { teach } from '../../i18n/words/teach.ts';
import { works } from '../../i18n/words/works.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { type Runner, race, seat } from '../../testing/race.ts';
import { render } from '../../testing/render.tsx';
import { BoardLive } from './BoardLive.tsx';
import { zonesOn } from './zones-on.ts';

const NO_TABLETS = { withoutTablets: ['c1'] } as const;
const RUNNERS: readonly Runner[] = [
  { entrant: seat('c1', 3), reaction: 310 },
  { entrant: seat('c2', 2), reaction: 335 },
];
const zone = (number: number) => ({ kind: 'zone', classroomId: 'c1', zone: number }) as const;

async function open(fixture: Fixture) {
  const snapshot = fixture.snapshot(board('c1'));
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const screen = session.connection.store.getState();
  const sections = { assistant, board: words, common, link, cheer, clock, refusal, screen: sharing, teach, works };
  const shown = () => <BoardLive {...{ view, room, names, screen, session }} now={fixture.now()} />;
  const page = await render(shown(), sections);
  const zones = () => page.all('button[data-state]').map(({ textContent }) => textContent);
  const press = (...numbers: number[]) =>
    page.act(() => {
      for (const number of numbers) {
        page.button(`第 ${number} 组`).dispatchEvent(new Event('pointerdown', { bubbles: true }));
      }
    });
  return { ...page, session, zones, press };
}

const after = async (then: (fixture: Fixture) => void, options = {}) => {
  const fixture = createFixture(options);
  then(fixture);
  return open(fixture);
};

test('[BZ2] armed: everybody gets set, and reads no question yet', async () => {
  const page = await after(race([], { until: 'armed', prompt: '太阳从哪边升起？' }));
  expect(page.text()).toContain('准备抢答……');
  expect(page.text()).not.toContain('太阳');
});

test('[BZ7] open: the question and the countdown; somebody who pressed is not named before it is certain', async () => {
  const page = await after(race(RUNNERS, { until: 'open', prompt: '太阳从哪边升起？' }));
  expect(page.text()).toContain('太阳从哪边升起？');
  expect(page.all('[role=timer]')).toHaveLength(1);
  expect(page.text()).toContain('有人抢到了，正在确认');
  expect(page.zones()).toEqual([]);
});

test('[BZ6] [NM1] the winner: the own child by name, another room’s by classroom and number, both where they are tied', async () => {
  const tied = RUNNERS.map((runner, index) => (index === 1 ? { ...runner, reaction: 320 } : runner));
  const fixture = createFixture();
  race(tied, { until: 'decided' })(fixture);
  const page = await open(fixture);
  expect(page.all('h1 span').map(({ textContent }) => textContent)).toEqual([
    fixture.names[seatIdOf('c1', 3)],
    '马家沟 2号',
  ]);
  expect(page.text()).toContain('并列第一');
  expect(page.text()).not.toContain(fixture.names[seatIdOf('c2', 2)]);
  expect(page.text()).toContain('本课抢到：五班 1、马家沟 1、三班 0');
});

test('[BZ10] the point is seen, and who is called after the first', async () => {
  const fixture = createFixture();
  race(RUNNERS, { until: 'decided' })(fixture);
  const roundId = fixture.state().round?.roundId ?? '';
  expect((await open(fixture)).text()).not.toContain('加 1 分');
  fixture.send(LEAD, { type: 'buzzer.award', roundId, give: true });
  expect((await open(fixture)).text()).toContain('加 1 分');
  fixture.send(LEAD, { type: 'buzzer.next', roundId });
  const next = await open(fixture);
  expect(next.all('h1')[0]?.textContent).toBe('马家沟 2号');
  expect(next.text()).toContain('轮到你说');
});

test('[BZ9] zones stand ready before the cue, take several hands in one instant, each once, with the event’s own stamp', async () => {
  expect((await after(race([], { until: 'armed' }), NO_TABLETS)).zones()).toEqual(
    [1, 2, 3, 4].map((number) => `第 ${number} 组准备`),
  );
  const page = await after(race([], { until: 'open' }), NO_TABLETS);
  await page.press(2, 4, 2);
  expect(page.session.sent).toMatchObject([
    { type: 'buzzer.press', zone: 2, pressed: expect.any(Number) },
    { type: 'buzzer.press', zone: 4, pressed: expect.any(Number) },
  ]);
  expect(page.zones()).toEqual(['第 1 组按这里', '第 2 组正在发送…', '第 3 组按这里', '第 4 组正在发送…']);
});

test('[BZ5] [BZ9] a zone that was too early says so and takes the next touch', async () => {
  const fixture = createFixture(NO_TABLETS);
  race([], { until: 'armed' })(fixture);
  const roundId = fixture.state().round?.roundId ?? '';
  fixture.report({
    type: 'press.measured',
    roundId,
    entrant: zone(1),
    waited: 0,
    claimed: 0,
    path: 'socket',
    early: true,
  });
  expect((await open(fixture)).zones()[0]).toBe('第 1 组抢早了');
  fixture.wait(300);
  const page = await open(fixture);
  expect(page.text()).toContain('有一组抢早了');
  await page.press(1);
  expect(page.session.sent).toHaveLength(1);
});

test('[BZ9] [BZ11] teams have a zone each; the own room’s places are told', async () => {
  const teams = await after(race([], { until: 'open', mode: 'teams', teams: 2 }), NO_TABLETS);
  expect(teams.zones()).toEqual(['第 1 队按这里', '第 2 队按这里']);
  const runners = [
    { entrant: zone(3), reaction: 300 },
    { entrant: zone(1), reaction: 500 },
  ];
  const page = await after(race(runners, { until: 'decided' }), NO_TABLETS);
  expect(page.all('h1')[0]?.textContent).toBe('第 3 组');
  expect(page.text()).toContain('第 1 组 第 2');
});

test('[BZ9] zones come by themselves where no seat was taken, with the assistant’s switch where no tablet is here', () => {
  const room = (fixture: Fixture) => fixture.snapshot(board('c1')).view.classrooms.c1 ?? { seats: {} };
  const fixture = createFixture({ pupils: 3 });
  expect([zonesOn(room(createFixture(NO_TABLETS)), false), zonesOn(room(fixture), true)]).toEqual([true, false]);
  for (const n of [1, 2]) {
    const { seatId } = pupil('c1', n) as { readonly seatId: string };
    fixture.report({ type: 'peer.went', peer: { kind: 'seat', classroomId: 'c1', seatId }, cause: 'link' });
  }
  expect([zonesOn(room(fixture), false), zonesOn(room(fixture), true)]).toEqual([false, true]);
});
