import { UNPREPARED, viewFor } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { board, createFixture, LEAD, pupil, seatIdOf } from '../testing/fixtures.ts';
import { asBoard } from './as-board.ts';

/** A lesson with all that the lead teacher alone knows: hands, words, answers, what is right, presses, marks. */
function busy() {
  const fixture = createFixture();
  fixture.send(pupil('c1', 3), { type: 'hand.raise' });
  fixture.send(board('c2'), { type: 'word.say', word: 'slower' });
  fixture.report({ type: 'link.report', peerId: 'c2', down: 'C', up: 'full' });
  fixture.send(LEAD, { ...UNPREPARED, prompt: '对吗', task: { kind: 'true-false', correct: true }, seconds: 30 });
  const roundId = fixture.state().round?.roundId ?? '';
  for (const room of ['c1', 'own']) {
    fixture.send(pupil(room, 1), { type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } });
  }
  fixture.send(LEAD, { type: 'praise.give', classroomId: 'c1', seatId: seatIdOf('c1', 2), word: 'great' });
  return fixture;
}

test('[SS1] the second screen has exactly the view of the own class’s board, made of the lead teacher’s own', () => {
  const fixture = busy();
  const lead = fixture.snapshot(LEAD);
  const own = Object.values(lead.view.classrooms).find((room) => room.own) ?? null;
  expect(asBoard(lead, own).view).toEqual(viewFor(board('own'), fixture.state()));
  expect(lead.view.round).toMatchObject({ task: { correct: true } });
  expect(asBoard(lead, own).view.round).toMatchObject({ task: { correct: null }, answers: {} });
  expect(asBoard(lead, own).view).toMatchObject({ words: [], links: {}, hands: [] });
  fixture.send(LEAD, { type: 'round.dismiss', roundId: fixture.state().round?.roundId ?? '' });
  fixture.buzzer();
  const armed = fixture.snapshot(LEAD);
  expect(asBoard(armed, own).view).toEqual(viewFor(board('own'), fixture.state()));
});

test('[SS1] [NM1] names are those of the own class; of another the given name where its school allows it', () => {
  const fixture = createFixture();
  const { view, names } = fixture.snapshot(LEAD);
  const own = Object.values(view.classrooms).find((room) => room.own) ?? null;
  const shown = asBoard({ view, names }, own).names;
  expect(Object.keys(shown).every((seatId) => seatId.startsWith('own-'))).toBe(true);
  expect(shown[seatIdOf('own', 1)]).toBe(names[seatIdOf('own', 1)]);
  const c1 = view.classrooms.c1;
  if (!c1) throw new Error('The fixture has no such room.');
  const allowed = { ...view, classrooms: { ...view.classrooms, c1: { ...c1, givenNames: true } } };
  const given = asBoard({ view: allowed, names }, own).names[seatIdOf('c1', 1)];
  expect(names[seatIdOf('c1', 1)]?.endsWith(given ?? '!')).toBe(true);
  expect(given).not.toBe(names[seatIdOf('c1', 1)]);
});

test('[SS1] without an own class nobody’s name and nothing single is shown', () => {
  const lead = busy().snapshot(LEAD);
  const { view, names } = asBoard(lead, null);
  expect(names).toEqual({});
  expect(view.round).toMatchObject({ task: { correct: null }, answers: {} });
});
