import { UNPREPARED } from '@tongke/shared-types';
import { afterEach, expect, test, vi } from 'vitest';
import { board as words } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { ink } from '../../i18n/words/ink.ts';
import { leading } from '../../i18n/words/leading.ts';
import { screen } from '../../i18n/words/screen.ts';
import { slides } from '../../i18n/words/slides.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { SecondScreen } from './SecondScreen.tsx';

const WORDS = { board: words, common, ink, leading, screen, slides };

afterEach(() => vi.unstubAllGlobals());

/** The window that the lead teacher's page opened. */
async function open(fixture: Fixture, snapshot = fixture.snapshot(LEAD)) {
  const session = fakeSession(snapshot, fixture.now());
  const opener = { closed: false, tongkeLesson: session };
  vi.stubGlobal('opener', opener);
  const page = await render(<SecondScreen />, WORDS);
  return { ...page, session, opener };
}

test('[SS1] it shows the question and the own class’s turn as a board, and nothing of hands, words or right answers', async () => {
  const fixture = createFixture();
  fixture.send(pupil('c1', 3), { type: 'hand.raise' });
  fixture.send(board('c1'), { type: 'word.say', word: 'slower' });
  const task = { kind: 'true-false', correct: true } as const;
  fixture.send(LEAD, { ...UNPREPARED, prompt: '三分之一大', task, seconds: 30 });
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'own', seatId: seatIdOf('own', 2), seconds: 60 });
  const page = await open(fixture);
  expect(page.text()).toContain('三分之一大');
  expect(page.text()).toContain(fixture.names[seatIdOf('own', 2)]);
  expect(page.text()).not.toContain(fixture.names[seatIdOf('c1', 3)]);
  for (const secret of ['慢一点', '正确答案', words.endTurn.zh]) expect(page.text()).not.toContain(secret);
});

test('[SS1] a lead teacher without an own class reads how many have answered in all', async () => {
  const fixture = createFixture();
  const task = { kind: 'true-false', correct: true } as const;
  fixture.send(LEAD, { ...UNPREPARED, prompt: '三分之一大', task, seconds: 30 });
  const roundId = fixture.state().round?.roundId ?? '';
  fixture.send(pupil('c1', 3), { type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } });
  const snapshot = fixture.snapshot(LEAD);
  const { own: _, ...classrooms } = snapshot.view.classrooms;
  const page = await open(fixture, { ...snapshot, view: { ...snapshot.view, classrooms } });
  expect(page.text()).toContain(words.answeredAll.zh.replace('{{answered}}', '1'));
});

test('[SS1] strokes and the pointer are seen while they are made, the lead teacher’s own too; nothing can be drawn here', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'paper.add', photo: null });
  const page = await open(fixture);
  const sheet = `paper:${fixture.state().papers.shown}`;
  await page.act(() =>
    page.session.shownInk.hear({ peerId: 'lead', signal: { type: 'laser', sheet, at: [5_000, 2_000] } }),
  );
  expect(page.all('[data-laser]')).toHaveLength(1);
  expect(page.all('[data-ink]')).toEqual([]);
  expect(page.session.sent).toEqual([]);
});

test('[SS1] opened from nowhere it says where it is opened, and shows the QR of the own class before the lesson', async () => {
  vi.stubGlobal('opener', null);
  expect((await render(<SecondScreen />, WORDS)).text()).toContain(screen.noLesson.zh);
  const page = await open(createFixture({ live: false }));
  expect(page.text()).toContain(words.joinTitle.zh);
});

test('[SS2] what asks to fill the screen goes once the window does', async () => {
  const page = await open(createFixture());
  expect(page.text()).toContain(screen.full.zh);
});
