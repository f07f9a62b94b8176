import { type Answer, type Task, UNPREPARED } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { board, createFixture, LEAD, pupil } from '../../testing/fixtures.ts';
import { questionResults } from './question-results.ts';

const CHOICES: Task = {
  kind: 'single',
  choices: (['A', 'B', 'C'] as const).map((key) => ({ key, text: '' })),
  correct: 'B',
};

function asked(task: Task, given: readonly (readonly [string, number, Answer])[], reveal = false) {
  const fixture = createFixture({ classrooms: 3 });
  fixture.send(LEAD, { ...UNPREPARED, task, seconds: 30 });
  const roundId = fixture.state().round?.roundId ?? '';
  for (const [room, number, answer] of given)
    fixture.send(pupil(room, number), { type: 'answer.give', roundId, answer });
  fixture.send(board('c2'), {
    type: 'handcount.set',
    roundId,
    counts: task.kind === 'single' ? { B: 2 } : { right: 2 },
  });
  fixture.close();
  if (reveal) fixture.send(LEAD, { type: 'question.reveal', roundId });
  const { view } = fixture.snapshot(LEAD);
  if (view.round?.kind !== 'question') throw new Error('There is no question.');
  return { results: questionResults(view, view.round), view };
}

const all = (room: string, count: number, answer: Answer) =>
  Array.from({ length: count }, (_, n) => [room, n + 1, answer] as const);

test('[QZ5] the lead teacher’s screen counts before the reveal as the lesson does at it, hands with tablets', () => {
  const given = [...all('c1', 4, { kind: 'single', choice: 'A' }), ...all('own', 6, { kind: 'single', choice: 'B' })];
  const { results } = asked(CHOICES, given);
  expect(results.all).toEqual({ expected: 45, answered: 12, right: 8, counts: { A: 4, B: 8, C: 0 } });
  const { results: after, view } = asked(CHOICES, given, true);
  expect(after).toEqual(results);
  expect(view.round?.kind === 'question' && view.round.tally?.c1).toEqual(
    results.rooms.find(({ classroomId }) => classroomId === 'c1')?.tally,
  );
});

test('the classroom that answered unlike the others comes first, one without an answer last', () => {
  const given = [
    ...all('own', 8, { kind: 'single', choice: 'B' }),
    ...all('c1', 8, { kind: 'single', choice: 'A' }),
    ...all('c3', 8, { kind: 'single', choice: 'B' }),
  ];
  const { results } = asked(CHOICES, given);
  expect(results.rooms.map(({ classroomId }) => classroomId)[0]).toBe('c1');
  const { results: numbers } = asked({ kind: 'number', unit: '', correct: { value: 4, tolerance: 0 } }, [
    ...all('own', 8, { kind: 'number', value: 4 }),
    ...all('c1', 8, { kind: 'number', value: 5 }),
  ]);
  expect(numbers.rooms.map(({ classroomId }) => classroomId)).toEqual(['c1', 'own', 'c2', 'c3']);
});
