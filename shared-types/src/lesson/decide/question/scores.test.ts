import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { board, LEAD, pupil } from '../../../testing/lesson-driver.ts';
import { QuestionDriver } from '../../../testing/question-driver.ts';
import { single, TASKS } from '../../../testing/questions.ts';
import { afterQuestion, classroomScore, type Standing } from '../../question/classroom-score.ts';
import { viewFor } from '../../view.ts';

describe('points', () => {
  it('[SC1] a right answer brings one, or none when they are switched off', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1']);
    asked.answer('r1-s1', single('B'));
    asked.reveal();
    expect(asked.lesson.state.scores).toEqual({ 'r1-s1': 1 });
    const settings = { type: 'lesson.score-settings', points: false, streaks: true } as const;
    expect(asked.lesson.do(board('r1'), settings)).toBe('not-allowed');
    expect(asked.lesson.do(LEAD, settings)).toBeNull();
    asked.ask(TASKS.single);
    asked.answer('r1-s1', single('B'));
    asked.reveal();
    expect(asked.lesson.state.scores).toEqual({ 'r1-s1': 1 });
  });

  it('[SC2] the third in a row and each one after bring one more, when the lead teacher wants it', () => {
    const scoreAfter = (streaks: boolean, answers: readonly ('A' | 'B' | null)[]) => {
      const asked = new QuestionDriver(TASKS.single, ['r1-s1']);
      asked.lesson.do(LEAD, { type: 'lesson.score-settings', points: true, streaks });
      for (const choice of answers) {
        if (choice) asked.answer('r1-s1', single(choice));
        asked.reveal();
        asked.ask(TASKS.single);
      }
      return asked.lesson.state.scores['r1-s1'];
    };
    expect(scoreAfter(false, ['B', 'B', 'B', 'B'])).toBe(4);
    expect(scoreAfter(true, ['B', 'B', 'B', 'B'])).toBe(6);
    expect(scoreAfter(true, ['B', 'B', 'A', 'B'])).toBe(3);
    expect(scoreAfter(true, ['B', 'B', null, 'B'])).toBe(3);
  });
});

describe('the score of a classroom', () => {
  it('[SC3] is the mean of its shares, counts only questions for which it was there, and everybody sees it', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1', 'r1-s2', 'r2-s1']);
    asked.answer('r1-s1', single('B'));
    asked.answer('r2-s1', single('B'));
    asked.reveal();
    asked.ask({ ...TASKS.single, correct: null });
    asked.answer('r1-s1', single('B'));
    asked.reveal();
    asked.ask(TASKS.single);
    asked.answer('r2-s1', single('A'));
    asked.reveal();
    for (const viewer of [LEAD, board('r1'), pupil('r2-s1')]) {
      const { standings } = viewFor(viewer, asked.lesson.state);
      expect([standings.r1, standings.r2, standings.own].map(classroomScore)).toEqual([2.5, 5, null]);
    }
  });

  const question = fc.record({ expected: fc.nat(60), right: fc.option(fc.nat(60)) }).map(({ expected, right }) => ({
    expected,
    answered: expected,
    right: right === null ? null : Math.min(right, expected),
    counts: {},
  }));

  test('[SC3] a size alone wins nothing: so many times the children with so many times the right answers score the same', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 20 }), fc.integer({ min: 1, max: 40 }), (questions, times) => {
        let one: Standing | undefined;
        let large: Standing | undefined;
        for (const asked of questions) {
          one = afterQuestion(one, asked);
          const right = asked.right === null ? null : asked.right * times;
          large = afterQuestion(large, { ...asked, expected: asked.expected * times, right });
        }
        expect(large).toEqual(one);
        const score = classroomScore(one);
        if (score !== null) expect(score >= 0 && score <= 10).toBe(true);
      }),
    );
  });

  test('[SC3] a larger share of right answers never scores less', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 20 }), fc.nat(), (questions, nth) => {
        const better = questions.map((asked, at) =>
          at === nth % questions.length && asked.right !== null
            ? { ...asked, right: Math.min(asked.expected, asked.right + 1) }
            : asked,
        );
        const scoreOf = (all: typeof questions) =>
          classroomScore(
            all.reduce<Standing | undefined>((standing, asked) => afterQuestion(standing, asked), undefined),
          );
        expect((scoreOf(better) ?? 0) - (scoreOf(questions) ?? 0)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});
