import { type Command, UNPREPARED, type Viewer } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { ink } from '../../i18n/words/ink.ts';
import { leading } from '../../i18n/words/leading.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { slides } from '../../i18n/words/slides.ts';
import { LOOKING_ON } from '../../ink/ink-desk.ts';
import { board, createFixture, type Fixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';

async function open(fixture: Fixture, role: 'board' | 'phone' | 'lead' = 'phone', classroomId = 'c1', online = true) {
  const viewer: Viewer = role === 'lead' ? LEAD : { role, classroomId, deviceId: 'one' };
  const { view, names } = fixture.snapshot(viewer);
  const send = vi.fn(async (_: Command) => ({ ok: true, version: 1 }) as const);
  const as = { role } as const;
  const draws = role === 'phone' ? { draws: { desk: { ...LOOKING_ON, me: classroomId }, online } } : {};
  const page = await render(
    <AssistantPanel {...{ view, names, send, classroomId, ...as, ...draws }} now={fixture.now()} address="" />,
    {
      assistant,
      common,
      ink,
      leading,
      refusal,
      slides,
    },
  );
  const sent = () => send.mock.calls.map(([command]) => command);
  return { ...page, sent, tap: (words: string) => page.act(() => page.button(words).click()) };
}

function missed(): Fixture {
  const fixture = createFixture();
  fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
  fixture.wait(10_000);
  return fixture;
}

function acting(): Fixture {
  const fixture = missed();
  fixture.send(board('c1'), { type: 'lead.take' });
  return fixture;
}

test.each(['board', 'phone'] as const)(
  '[LD3] while the lead teacher is missed the %s offers to lead, and asks once before it does',
  async (role) => {
    expect((await open(createFixture(), role)).text()).not.toContain('由我先带一会儿');
    const page = await open(missed(), role);
    expect(page.text()).toContain('主讲老师暂时不在');
    await page.tap('由我先带一会儿');
    expect(page.sent()).toEqual([]);
    expect(page.text()).toContain('由您带全体班级');
    await page.tap('由我先带一会儿');
    expect(page.sent()).toEqual([{ type: 'lead.take' }]);
  },
);

test('[LD3] the offer is the one next action; what a room has to do of its own stands below it', async () => {
  const page = await open(missed());
  expect(page.text()).not.toContain(assistant.raiseHand.zh);
  expect(page.text().startsWith(leading.away.zh)).toBe(true);
  const fixture = acting();
  fixture.send(board('c1'), { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
  const text = (await open(fixture)).text();
  expect(text.indexOf(leading.yours.zh)).toBeLessThan(text.indexOf(assistant.endTurn.zh));
});

test('[LD3] where somebody leads, in a room that has left, and to the lead teacher nothing is offered', async () => {
  expect((await open(acting(), 'phone', 'c2')).text()).not.toContain('由我先带一会儿');
  expect((await open(missed(), 'lead', 'own')).text()).not.toContain('由我先带一会儿');
  const fixture = missed();
  fixture.send(board('c1'), { type: 'classroom.leave' });
  expect((await open(fixture)).text()).not.toContain('由我先带一会儿');
});

test('[LD7] while a second teacher is here the assistant is offered nothing for 20 s', async () => {
  const fixture = createFixture();
  fixture.report({ type: 'peer.came', peer: { kind: 'second', staffId: 't2' } });
  fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
  fixture.wait(29_000);
  expect((await open(fixture)).text()).not.toContain('由我先带一会儿');
  fixture.wait(1_000);
  expect((await open(fixture)).text()).toContain('由我先带一会儿');
});

test('[LD4] the acting lead gives a classroom the turn and ends it', async () => {
  const fixture = acting();
  const page = await open(fixture);
  expect(page.text()).toContain('现在由您带');
  await page.tap('马家沟');
  expect(page.sent()).toEqual([{ type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 }]);
  fixture.send(board('c1'), { type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 });
  const after = await open(fixture, 'board');
  await after.tap('结束马家沟的发言');
  expect(after.sent()).toEqual([{ type: 'turn.end', turnId: fixture.state().floor.turns[0]?.turnId }]);
});

test('[LD4] A–D, true or false and the buzzer are one tap, and the rules take what is sent', async () => {
  const page = await open(acting());
  await page.tap('A–D 马上答');
  await page.tap('判断马上答');
  await page.tap('抢答');
  expect(page.sent().map(({ type }) => type)).toEqual(['question.open', 'question.open', 'buzzer.open']);
  for (const command of page.sent()) acting().send(board('c1'), command);
});

test('[LD4] the acting lead turns the pages of the lesson’s slides, and puts them away', async () => {
  const fixture = acting();
  expect((await open(fixture)).text()).not.toContain(slides.title.zh);
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
  const page = await open(fixture, 'board');
  expect(page.button('◀ 上一页').hasAttribute('disabled')).toBe(true);
  await page.tap('下一页 ▶');
  await page.tap('收起');
  expect(page.sent()).toEqual([
    { type: 'page.turn', page: 2 },
    { type: 'slides.show', shown: false },
  ]);
  for (const command of page.sent()) fixture.send(board('c1'), command);
  const after = await open(fixture, 'board');
  await after.tap('放回大屏');
  expect(after.sent()).toEqual([{ type: 'slides.show', shown: true }]);
});

test('[IK14] the acting lead’s phone has the page and its tools, without words and a closer look; the board says that its page is drawn on', async () => {
  const fixture = acting();
  const withoutPage = await open(fixture);
  expect(withoutPage.text()).not.toContain(ink.eraser.zh);
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
  const page = await open(fixture);
  expect(page.text()).toContain(ink.eraser.zh);
  for (const words of [ink.write.zh, ink.zoom.zh]) expect(page.text()).not.toContain(words);
  const offline = await open(fixture, 'phone', 'c1', false);
  expect(offline.text()).toContain(ink.offline.zh);
  expect(offline.text()).not.toContain(ink.eraser.zh);
  expect((await open(fixture, 'board')).text()).toContain(leading.drawOnBoard.zh);
});

test('[LD4] a question is closed, shown and cleared; a buzzer is stopped and cleared', async () => {
  const fixture = acting();
  const step = async (words: string, type: Command['type']) => {
    const page = await open(fixture);
    await page.tap(words);
    const [command] = page.sent();
    expect(command?.type).toBe(type);
    if (command) fixture.send(board('c1'), command);
    fixture.wait(2_000);
  };
  fixture.send(board('c1'), { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 });
  await step('结束作答', 'round.close');
  await step('公布答案', 'question.reveal');
  await step('收起', 'round.dismiss');
  expect(fixture.state().round).toBeNull();
  fixture.send(board('c1'), { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
  fixture.wait(3_000);
  await step('结束抢答', 'round.close');
  await step('收起', 'round.dismiss');
  expect(fixture.state().round).toBeNull();
});

test('[LD5] whoever leads stops with a tap that asks once', async () => {
  const page = await open(acting());
  await page.tap(leading.giveBack.zh);
  expect(page.sent()).toEqual([]);
  expect(page.text()).toContain(leading.giveBackSure.zh);
  await page.tap(leading.giveBack.zh);
  expect(page.sent()).toEqual([{ type: 'lead.give-back' }]);
});
