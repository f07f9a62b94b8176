import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../../testing/lesson-driver.ts';
import { ask, single, TASKS } from '../../../testing/questions.ts';
import type { Choice } from '../../choices.ts';
import type { QuestionRound } from '../../question/round.ts';
import type { Task } from '../../question/task.ts';

function open(...seats: string[]) {
  const lesson = LessonDriver.live(...seats);
  const asked = ask(TASKS.single, { prompt: '1/2 + 1/4 = ?' });
  expect(lesson.do(LEAD, asked)).toBeNull();
  const round = () => lesson.state.round as QuestionRound;
  const answer = (seatId: string, choice: Choice) =>
    lesson.do(pupil(seatId), { type: 'answer.give', roundId: round().roundId, answer: single(choice) });
  const count = (room: string, counts: Partial<Record<Choice, number>>) =>
    lesson.do(board(room), { type: 'handcount.set', roundId: round().roundId, counts });
  const reveal = () => lesson.do(LEAD, { type: 'question.reveal', roundId: round().roundId });
  return { lesson, asked, round, answer, count, reveal };
}

describe('question', () => {
  it('[QZ1] opens only when nothing else runs, and with a right answer among its choices', () => {
    const { lesson, asked } = open();
    expect(lesson.do(LEAD, asked)).toBe('round/running');
    const other = LessonDriver.live();
    const { choices } = TASKS.single;
    const wrong: Task[] = [
      { kind: 'single', choices: choices.slice(0, 2), correct: 'D' },
      { kind: 'multiple', choices: [...choices.slice(0, 2), ...choices.slice(0, 1)], correct: ['A'] },
      { kind: 'multiple', choices: choices.slice(0, 2), correct: ['A', 'C'] },
      { ...TASKS.order, correct: ['A', 'B'] },
      { ...TASKS.order, correct: ['A', 'B', 'D'] },
    ];
    for (const task of wrong) expect(other.do(LEAD, ask(task))).toBe('question/no-such-choice');
  });

  it('[QZ2] an answer may be changed and is counted once', () => {
    const { round, answer } = open('r1-s1');
    answer('r1-s1', 'A');
    answer('r1-s1', 'B');
    expect(round().answers['r1-s1']?.answer).toEqual(single('B'));
    expect(round().answered).toEqual({ r1: 1 });
  });

  it('[QZ3] a late answer is taken during the grace and refused after it', () => {
    const { lesson, round, answer } = open('r1-s1', 'r1-s2');
    lesson.now = round().closesAt + 1_499;
    expect(answer('r1-s1', 'B')).toBeNull();
    lesson.wait(1);
    expect(round().phase).toBe('closed');
    expect(answer('r1-s2', 'B')).toBe('round/closed');
  });

  it('[QZ3] an answer to the question before is refused and never judged for the next', () => {
    const { lesson, asked, round } = open('r1-s1');
    const { roundId } = round();
    lesson.do(LEAD, { type: 'round.dismiss', roundId });
    const late = { type: 'answer.give', roundId, answer: single('A') } as const;
    expect(lesson.do(pupil('r1-s1'), late)).toBe('round/closed');
    lesson.do(LEAD, asked);
    expect(lesson.do(pupil('r1-s1'), late)).toBe('round/closed');
    expect(lesson.do(pupil('r1-s1'), { ...late, roundId: 'unheard-of' })).toBe('round/other');
    expect(round().answers).toEqual({});
  });

  it('[QZ4] hands and tablets together never exceed the roll', () => {
    const { answer, count, round } = open('r1-s1');
    answer('r1-s1', 'B');
    expect(count('r1', { A: 1, B: 2 })).toBe('question/count-too-high');
    expect(count('r1', { A: 1, B: 1 })).toBeNull();
    expect(round().handCounts).toEqual({ r1: { A: 1, B: 1 } });
  });

  it('[QZ4] an answer that arrives after the count takes the place of a hand, of its own choice where there is one', () => {
    const { answer, count, round } = open('r1-s1', 'r1-s2', 'r1-s3');
    expect(count('r1', { A: 2, B: 1 })).toBeNull();
    expect(answer('r1-s1', 'B')).toBeNull();
    expect(round().handCounts).toEqual({ r1: { A: 2, B: 0 } });
    expect(answer('r1-s2', 'B')).toBeNull();
    expect(answer('r1-s2', 'A')).toBeNull();
    expect(round().handCounts).toEqual({ r1: { A: 1, B: 0 } });
    expect(answer('r1-s3', 'A')).toBeNull();
    expect(round().handCounts).toEqual({ r1: { A: 0, B: 0 } });
    expect(round().answered).toEqual({ r1: 3 });
  });

  it('[QZ5] the reveal comes after the close, joins hands and tablets, and gives the points', () => {
    const { lesson, round, answer, count, reveal } = open('r1-s1', 'r1-s2');
    answer('r1-s1', 'B');
    answer('r1-s2', 'A');
    count('r2', { B: 3 });
    expect(reveal()).toBe('round/not-closed');
    lesson.close();
    expect(reveal()).toBeNull();
    expect(round().tally).toEqual({
      r1: { expected: 2, answered: 2, right: 1, counts: { A: 1, B: 1, C: 0, D: 0 } },
      r2: { expected: 3, answered: 3, right: 3, counts: { A: 0, B: 3, C: 0, D: 0 } },
    });
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1 });
    reveal();
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1 });
  });

  it('[QZ7] a question that leaves the screens is closed first', () => {
    const { lesson, round } = open();
    lesson.do(LEAD, { type: 'round.dismiss', roundId: round().roundId });
    expect(lesson.log.slice(-2).map(({ type }) => type)).toEqual(['question.closed', 'round.dismissed']);
    expect(lesson.state.round).toBeNull();
  });

  it('[QZ6] [QZ3] the lead teacher ends the countdown early, and only the lead teacher', () => {
    const { lesson, round, answer, reveal } = open('r1-s1', 'r1-s2');
    answer('r1-s1', 'B');
    const close = { type: 'round.close', roundId: round().roundId } as const;
    expect(lesson.do(board('r1'), close)).toBe('not-allowed');
    expect(lesson.do(LEAD, close)).toBeNull();
    expect(round()).toMatchObject({ phase: 'open', closesAt: lesson.now, takesUntil: lesson.now + 1_500 });
    // What was on its way is taken; once more changes nothing, and the clock alone does the rest.
    lesson.wait(1_499);
    expect(answer('r1-s2', 'B')).toBeNull();
    expect(lesson.do(LEAD, close)).toBeNull();
    expect(reveal()).toBe('round/not-closed');
    lesson.wait(1);
    expect(round().phase).toBe('closed');
    expect(answer('r1-s1', 'A')).toBe('round/closed');
    expect(Object.keys(round().answers)).toEqual(['r1-s1', 'r1-s2']);
  });
});
