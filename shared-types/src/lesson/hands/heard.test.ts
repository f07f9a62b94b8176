import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { lessonEvent } from '../events.ts';
import { evolveAll } from '../fold.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';
import type { EarlierLessons } from './heard.ts';
import { unheardClassroom } from './unheard-classroom.ts';
import { unheardLessons } from './unheard-lessons.ts';
import { whoSpoke } from './who-spoke.ts';

const give = (classroomId: string, seatId: string | null = null) =>
  ({ type: 'turn.give', classroomId, seatId, seconds: 60 }) as const;
const seat = (seatId: string) => ({ classroomId: seatId.slice(0, 2), seatId });
const room = (classroomId: string) => ({ classroomId, seatId: null });

/** A lesson that is about to start, with this known of earlier ones, and then runs. */
function lessonAfter(...classrooms: readonly EarlierLessons[]): LessonDriver {
  const lesson = new LessonDriver();
  for (const classroomId of ['r1', 'r2']) lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
  lesson.server({ type: 'lesson.recall', classrooms });
  lesson.do(LEAD, { type: 'lesson.start' });
  return lesson;
}

describe('who has been heard', () => {
  it('[FL11] who had no turn in the last lessons is known until the turn in this one', () => {
    const lesson = lessonAfter({ classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s1'] });
    const unheard = (who: Parameters<typeof unheardLessons>[1]) => unheardLessons(lesson.state, who);
    expect([unheard(seat('r1-s1')), unheard(seat('r1-s2')), unheard(room('r1'))]).toEqual([0, 3, 0]);
    expect([unheard(seat('r2-s1')), unheard(room('r2'))]).toEqual([0, 0]);
    lesson.do(LEAD, give('r1'));
    expect(unheard(seat('r1-s2'))).toBe(3);
    lesson.do(LEAD, give('r1', 'r1-s2'));
    expect(unheard(seat('r1-s2'))).toBe(0);
  });

  it('[FL11] a class counts as heard when anybody of it had a turn', () => {
    const lesson = lessonAfter({ classroomId: 'r1', lessons: 2, heard: false, seatIds: [] });
    expect(unheardLessons(lesson.state, room('r1'))).toBe(2);
    lesson.do(LEAD, give('r1', 'r1-s1'));
    expect(unheardLessons(lesson.state, room('r1'))).toBe(0);
  });

  it('[FL11] it is taken over once, before the start, for seats that are still there, in events of at most 4 kB', () => {
    const seats = Array.from({ length: 80 }, (_, index) => ({
      seatId: `r1-${'x'.repeat(58)}-${index}`,
      number: index,
    }));
    const lesson = new LessonDriver();
    lesson.change('r1', { seats });
    const recall = (seatIds: readonly string[], classroomId = 'r1') =>
      lesson.server({
        type: 'lesson.recall',
        classrooms: [{ classroomId, lessons: 3, heard: true, seatIds }],
      });
    const seatIds = seats.map(({ seatId }) => seatId);
    recall([...seatIds, 'gone']);
    expect(lesson.state.heard?.before.r1?.seatIds).toEqual(seatIds);
    for (const event of lesson.log) {
      expect(lessonEvent.parse(event)).toEqual(event);
      expect(JSON.stringify(event).length).toBeLessThanOrEqual(4_096);
    }
    const { state } = lesson;
    recall(['gone']);
    recall([], 'nowhere');
    lesson.do(LEAD, { type: 'lesson.start' });
    const live = lesson.state;
    recall([], 'r2');
    expect(lesson.state).toBe(live);
    expect(live.heard).toBe(state.heard);
  });

  it('[VW5] it reaches the lead teacher alone', () => {
    const lesson = lessonAfter({ classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s1'] });
    lesson.do(LEAD, give('r1', 'r1-s2'));
    expect(viewFor(LEAD, lesson.state).heard).toEqual(lesson.state.heard);
    for (const viewer of [board('r1'), board('r2'), pupil('r1-s1')])
      expect(viewFor(viewer, lesson.state).heard).toBeNull();
  });

  it('[FL12] a classroom that is here and was not heard yet is named, who has waited longest first, the own class never', () => {
    const lesson = lessonAfter(
      { classroomId: 'r1', lessons: 1, heard: false, seatIds: [] },
      { classroomId: 'r2', lessons: 3, heard: false, seatIds: [] },
    );
    const named = () => unheardClassroom(lesson.state)?.classroomId ?? null;
    expect(named()).toBe('r2');
    lesson.do(LEAD, give('r2'));
    expect(named()).toBe('r1');
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(named()).toBeNull();
    lesson.do(board('r1'), { type: 'board.ready' });
    expect(named()).toBe('r1');
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'link' });
    expect(named()).toBeNull();
    const plain = LessonDriver.live();
    expect(unheardClassroom(plain.state)?.classroomId).toBe('r1');
    expect(unheardClassroom(new LessonDriver().state)).toBeNull();
  });

  it('[LS9] the log alone tells who spoke: every classroom and seat that got a turn, once', () => {
    const turns = fc.array(
      fc.constantFrom(give('r1'), give('r1', 'r1-s1'), give('r2', 'r2-s3'), give('own', 'own-s1'), give('r2')),
    );
    fc.assert(
      fc.property(turns, (given) => {
        const lesson = lessonAfter({ classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s2'] });
        for (const turn of given) lesson.do(LEAD, turn);
        lesson.do(LEAD, { type: 'lesson.end' });
        const expected = given.flatMap(({ classroomId, seatId }) => [
          `${classroomId} null`,
          ...(seatId === null ? [] : [`${classroomId} ${seatId}`]),
        ]);
        const spoke = whoSpoke(evolveAll(EMPTY_LESSON, lesson.log)).map((one) => `${one.classroomId} ${one.seatId}`);
        expect(spoke.sort()).toEqual([...new Set(expected)].sort());
      }),
      { numRuns: 50 },
    );
  });
});
