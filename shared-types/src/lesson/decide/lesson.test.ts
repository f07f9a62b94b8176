import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';

describe('lesson', () => {
  it('[LS1] seats come in portions that keep every event under 4 kB', () => {
    const lesson = new LessonDriver(80);
    const sizes = lesson.log.map((event) => JSON.stringify(event).length);
    expect(Math.max(...sizes)).toBeLessThan(4096);
    expect(Object.keys(lesson.state.classrooms.r1?.seats ?? {})).toHaveLength(80);
  });

  it('[LS2] starts once, and only by its own lead teacher', () => {
    const lesson = new LessonDriver();
    expect(lesson.do({ role: 'lead', staffId: 'other', schoolId: 'city' }, { type: 'lesson.start' })).toBe(
      'not-allowed',
    );
    expect(lesson.do(LEAD, { type: 'lesson.start' })).toBeNull();
    expect(lesson.do(LEAD, { type: 'lesson.start' })).toBe('lesson/already-live');
  });

  it('[LS3] the end ends turn, round, hands and doors; afterwards nothing is taken', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
    lesson.do(LEAD, { type: 'buzzer.open', seconds: 30 });
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    lesson.do(board('r1'), { type: 'door.open' });
    expect(lesson.do(LEAD, { type: 'lesson.end' })).toBeNull();
    expect(lesson.state).toMatchObject({ phase: 'ended', turn: null, round: null, hands: [] });
    expect(lesson.state.classrooms.r1?.doorCode).toBeNull();
    expect(lesson.do(pupil('r1-s1'), { type: 'hand.raise' })).toBe('lesson/ended');
  });

  it('[LS4] a room that leaves loses its turn and comes back by 开始上课', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.state.turn).toBeNull();
    expect(lesson.state.classrooms.r1?.left).toBe(true);
    lesson.do(board('r1'), { type: 'board.ready' });
    expect(lesson.state.classrooms.r1?.left).toBe(false);
  });
});
