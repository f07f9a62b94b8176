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

  it('[LS5] a lesson whose lead teacher has been gone for two hours ends by itself, with all that is open', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.do(LEAD, { type: 'buzzer.open', seconds: 30 });
    lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    lesson.wait(30_000);
    lesson.wait(2 * 60 * 60_000 - 30_001);
    expect(lesson.state.phase).toBe('live');
    lesson.wait(1);
    expect(lesson.state).toMatchObject({ phase: 'ended', round: null });
  });

  it('[LS5] a lead teacher who comes back keeps the lesson', () => {
    const lesson = LessonDriver.live();
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    lesson.wait(60 * 60_000);
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.wait(3 * 60 * 60_000);
    expect(lesson.state.phase).toBe('live');
  });
});
