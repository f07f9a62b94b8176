import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { ask, TASKS } from '../../testing/questions.ts';
import type { PackQuestion } from './lesson-pack.ts';
import { nowAndNext } from './now-and-next.ts';
import { packQuestion } from './pack-question.ts';
import { runOfShow, type Step } from './run-of-show.ts';

const words = (step: Step | null) => step && (step.kind === 'page' ? step.page : step.questionId);
const question = (questionId: string): PackQuestion => ({
  questionId,
  task: { ...TASKS.single, correct: null },
  prompt: `问 ${questionId}`,
  picture: null,
  readSeconds: 0,
  seconds: 30,
});

describe('the run of show', () => {
  it('[PK1] each page is followed by what is pinned to it, the other questions come last', () => {
    const steps = runOfShow([[], ['q1', 'q2'], []], ['q3', 'q1', 'q4']);
    expect(steps.map(words)).toEqual([1, 2, 'q1', 'q2', 3, 'q3', 'q4']);
    expect(steps[3]).toEqual({ kind: 'question', questionId: 'q2', page: 2 });
    expect(runOfShow([], ['q1']).map(words)).toEqual(['q1']);
  });

  it('[PK1] no page and no question is left out, and none comes twice for the same page', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const pins = fc.array(fc.uniqueArray(id), { maxLength: 6 });
    fc.assert(
      fc.property(pins, fc.uniqueArray(id), (pins, prepared) => {
        const steps = runOfShow(pins, prepared);
        const asked = new Set(steps.flatMap((step) => (step.kind === 'question' ? step.questionId : [])));
        expect(steps.flatMap((step) => (step.kind === 'page' ? step.page : []))).toEqual(pins.map((_, at) => at + 1));
        expect(asked).toEqual(new Set([...pins.flat(), ...prepared]));
        expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length);
      }),
    );
  });

  it('[PK1] says what is on the screens and what comes next, and forgets what was asked', () => {
    const lesson = LessonDriver.live();
    const questions = ['q1', 'q2'].map(question);
    const steps = runOfShow([[], ['q1'], []], ['q2']);
    const asked = new Set<string>();
    const stands = () => {
      const { now, next } = nowAndNext({ steps, questions }, lesson.state, asked);
      return [words(now), words(next)];
    };
    expect(stands()).toEqual([null, 1]);
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '', pages: 3 });
    expect(stands()).toEqual([1, 2]);
    lesson.do(LEAD, { type: 'page.turn', page: 2 });
    expect(stands()).toEqual([2, 'q1']);
    lesson.do(LEAD, ask(TASKS.single, { prompt: '问 q1' }));
    expect(stands()).toEqual(['q1', 3]);
    asked.add('q1');
    lesson.do(LEAD, { type: 'round.dismiss', roundId: lesson.state.round?.roundId ?? '' });
    expect(stands()).toEqual([2, 3]);
    lesson.do(LEAD, ask(TASKS.single));
    expect(stands()).toEqual([null, 3]);
    lesson.do(LEAD, { type: 'round.dismiss', roundId: lesson.state.round?.roundId ?? '' });
    lesson.do(LEAD, { type: 'page.turn', page: 3 });
    expect(stands()).toEqual([3, 'q2']);
    lesson.do(LEAD, ask(TASKS.single, { prompt: '问 q2' }));
    expect(stands()).toEqual(['q2', null]);
  });
});

describe('the pack', () => {
  it('[PK3] a question in it has neither its right answer nor its explanation, and its right order is not told', () => {
    const about = { subject: '', grade: null, points: [], picture: null, readSeconds: 5, seconds: 30 };
    for (const task of Object.values(TASKS)) {
      const kept = packQuestion({ questionId: 'q1', prompt: '问', explanation: '因为', task, ...about }, () => 0.999);
      expect(kept).toMatchObject({ questionId: 'q1', prompt: '问', task: { kind: task.kind, correct: null } });
      expect(JSON.stringify(kept)).not.toContain('因为');
      if (task.kind !== 'order' || kept.task.kind !== 'order') continue;
      const right = task.correct?.map((key) => task.items.find((item) => item.key === key)?.text);
      expect(kept.task.items.map(({ text }) => text)).not.toEqual(right);
    }
  });

  it('[PK5] the board says how far it is: once a change, to the lead teacher and the own room alone', () => {
    const lesson = new LessonDriver();
    const pack = { done: 3, pages: 4, questions: 2, bytes: 400_000, ready: false };
    const before = lesson.log.length;
    expect(lesson.do(board('r1'), { type: 'pack.report', ...pack })).toBeNull();
    expect(lesson.do(board('r1'), { type: 'pack.report', ...pack })).toBeNull();
    expect(lesson.log.slice(before)).toEqual([{ type: 'pack.reported', classroomId: 'r1', ...pack }]);
    expect(lesson.state.classrooms.r1?.pack).toEqual(pack);
    expect(lesson.do(LEAD, { type: 'pack.report', ...pack })).toBe('not-allowed');
  });
});
