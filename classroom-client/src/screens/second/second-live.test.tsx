import { type Command, UNPREPARED } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { assistant } from '../../i18n/words/assistant.ts';
import { board as boardWords } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { hands } from '../../i18n/words/hands.ts';
import { ink } from '../../i18n/words/ink.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { second } from '../../i18n/words/second.ts';
import { slides } from '../../i18n/words/slides.ts';
import { teach } from '../../i18n/words/teach.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, pupil, SECOND, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { SecondLive } from './SecondLive.tsx';

const WORDS = { assistant, board: boardWords, common, hands, ink, leading, link, refusal, second, slides, teach };
const give = { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 } as const;

async function open(fixture: Fixture) {
  const snapshot = fixture.snapshot(SECOND);
  const heard: boolean[] = [];
  const sound = createStore<boolean>(() => false);
  const session = { ...fakeSession(snapshot, fixture.now()), sound, setSound: (on: boolean) => void heard.push(on) };
  const { view, names } = snapshot;
  const screen = session.connection.store.getState();
  const live = <SecondLive {...{ view, names, screen, session }} now={fixture.now()} me="t2" onBack={() => {}} />;
  const page = await render(live, WORDS);
  return { ...page, heard, sent: session.sent, tap: (words: string) => page.act(() => page.button(words).click()) };
}

/** The second teacher is in the lesson. */
function here(): Fixture {
  const fixture = createFixture();
  fixture.report({ type: 'peer.came', peer: { kind: 'second', staffId: 't2' } });
  return fixture;
}

function away(): Fixture {
  const fixture = here();
  fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
  fixture.wait(10_000);
  return fixture;
}

function leads(): Fixture {
  const fixture = here();
  fixture.send(LEAD, { type: 'lead.hand', to: 't2' });
  return fixture;
}

test('[LD6] a second teacher who follows reads hands by class and number, and has nothing to tap but the sound', async () => {
  const fixture = createFixture();
  fixture.send(pupil('c1', 3), { type: 'hand.raise' });
  const page = await open(fixture);
  expect(page.text()).toContain(second.leadLeads.zh);
  expect(page.text()).toContain('五班 3号');
  expect(page.all('button').some(({ textContent }) => textContent?.includes('五班'))).toBe(false);
  expect(page.text()).not.toContain(leading.take.zh);
  await page.act(() => page.all('[role=switch]')[0]?.click());
  expect(page.heard).toEqual([true]);
});

test('[LD7] while the lead teacher is missed the lead is offered at once, and taken after a question', async () => {
  const fixture = away();
  const page = await open(fixture);
  await page.tap(leading.take.zh);
  expect(page.sent).toEqual([]);
  await page.tap(leading.take.zh);
  expect(page.sent).toEqual([{ type: 'lead.take' }]);
  fixture.send(board('c1'), { type: 'hand.raise' });
  fixture.wait(20_000);
  fixture.send(board('c1'), { type: 'lead.take' });
  const other = await open(fixture);
  expect(other.text()).toContain('现在由五班的老师带');
  expect(other.text()).not.toContain(leading.take.zh);
});

test('[LD6] with the lead: it says that nobody hears this teacher; classes and raised hands get the turn, and the rules take what is sent', async () => {
  const fixture = leads();
  fixture.send(pupil('c1', 3), { type: 'hand.raise' });
  const page = await open(fixture);
  expect(page.text()).toContain(second.yoursLine.zh);
  await page.tap('马家沟');
  await page.act(() =>
    page
      .all('button')
      .find(({ textContent }) => textContent?.includes('五班 3号'))
      ?.click(),
  );
  await page.tap(leading.quickTrueFalse.zh);
  expect(page.sent.slice(0, 2)).toEqual([
    { ...give, classroomId: 'c2' },
    { ...give, seatId: seatIdOf('c1', 3) },
  ]);
  expect(page.sent[2]?.type).toBe('question.open');
  for (const command of page.sent) fixture.send(SECOND, command);
  await page.tap(leading.giveBack.zh);
  await page.tap(leading.giveBack.zh);
  expect(page.sent[3]).toEqual({ type: 'lead.give-back' });
});

test('[IK14] with the lead the page is drawn on where it stands; without it there are no tools', async () => {
  const fixture = here();
  fixture.send(LEAD, { type: 'paper.add', photo: null });
  expect((await open(fixture)).text()).not.toContain(ink.eraser.zh);
  fixture.send(LEAD, { type: 'lead.hand', to: 't2' });
  const page = await open(fixture);
  expect(page.text()).toContain(ink.eraser.zh);
  for (const words of [ink.write.zh, ink.zoom.zh]) expect(page.text()).not.toContain(words);
});

test('[LD6] a question stands as on the boards, with how many have answered and no single answer', async () => {
  const fixture = createFixture();
  const question: Command = { ...UNPREPARED, prompt: '对吗', task: { kind: 'true-false', correct: true }, seconds: 30 };
  fixture.send(LEAD, question);
  const roundId = fixture.state().round?.roundId ?? '';
  fixture.send(pupil('c1', 3), { type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } });
  const page = await open(fixture);
  expect(page.text()).toContain('对吗');
  expect(page.text()).toContain('各班已有 1 人作答');
});
