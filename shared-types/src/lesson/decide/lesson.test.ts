import { describe, expect, it } from 'vitest';
import { board, guest, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { mayPublish } from '../media-rules.ts';

describe('lesson', () => {
  it('[LS1] seats come in portions that keep every event under 4 kB', () => {
    const lesson = new LessonDriver(80);
    const sizes = lesson.log.map((event) => JSON.stringify(event).length);
    expect(Math.max(...sizes)).toBeLessThan(4096);
    expect(Object.keys(lesson.state.classrooms.r1?.seats ?? {})).toHaveLength(80);
  });

  it('[LS1] preparing it again changes nothing while the catalogue says the same', () => {
    const lesson = LessonDriver.live('r1-s1');
    const { state } = lesson;
    lesson.prepare(lesson.planned);
    expect(lesson.state).toBe(state);
  });

  it('[LS6] settings that a school changes reach a lesson that is prepared, and one that runs', () => {
    const lesson = new LessonDriver();
    lesson.change('r1', { cameraAllowed: false, name: '三班' });
    expect(lesson.state.classrooms.r1).toMatchObject({ cameraAllowed: false, name: '三班', givenNames: false });
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.change('r1', { cameraAllowed: true, givenNames: true });
    expect(lesson.state.classrooms.r1).toMatchObject({ cameraAllowed: true, givenNames: true });
    expect(mayPublish(lesson.state, 'r1', 'camera', lesson.now)).toBeNull();
    lesson.change('r1', { cameraAllowed: false });
    expect(mayPublish(lesson.state, 'r1', 'camera', lesson.now)).toBe('media/camera-not-allowed');
  });

  it('[LS6] until the start a changed roster is taken over whole: seats go, come and change their number', () => {
    const lesson = new LessonDriver(50);
    lesson.do(guest('r1', 'd1'), { type: 'seat.claim', seatId: 'r1-s1' });
    const seats = [
      { seatId: 'r1-s1', number: 7 },
      { seatId: 'r1-new', number: 8 },
    ];
    lesson.change('r1', { seats });
    const found = Object.values(lesson.state.classrooms.r1?.seats ?? {});
    expect(found).toMatchObject([
      { seatId: 'r1-s1', number: 7, device: 'd1' },
      { seatId: 'r1-new', number: 8, device: null },
    ]);
    expect(Object.keys(lesson.state.classrooms.r2?.seats ?? {})).toHaveLength(50);
  });

  it('[LS6] after the start seats are in use: they come, but neither go nor change', () => {
    const lesson = LessonDriver.live('r1-s1');
    const { seats } = lesson.state.classrooms.r1 ?? {};
    lesson.change('r1', {
      seats: [
        { seatId: 'r1-s1', number: 7 },
        { seatId: 'r1-new', number: 8 },
      ],
    });
    expect(lesson.state.classrooms.r1?.seats).toMatchObject({ ...seats, 'r1-new': { number: 8 } });
    lesson.prepare([]);
    expect(Object.keys(lesson.state.classrooms)).toEqual(['r1', 'r2', 'own']);
  });

  it('[LS6] a classroom that left the plan before the start leaves the lesson', () => {
    const lesson = new LessonDriver();
    lesson.prepare(lesson.planned.filter(({ classroomId }) => classroomId !== 'r2'));
    expect(Object.keys(lesson.state.classrooms)).toEqual(['r1', 'own']);
    expect(lesson.do(board('r2'), { type: 'board.ready' })).toBe('classroom/unknown');
  });

  it('[LS7] a lesson that leaves the timetable before its start is over, one that runs goes on', () => {
    const lesson = new LessonDriver();
    lesson.do(board('r1'), { type: 'door.open' });
    lesson.server({ type: 'lesson.cancel' });
    expect(lesson.state).toMatchObject({ phase: 'ended', startedAt: null, classrooms: { r1: { doorCode: null } } });
    expect(lesson.do(LEAD, { type: 'lesson.start' })).toBe('lesson/ended');
    const running = LessonDriver.live();
    running.server({ type: 'lesson.cancel' });
    expect(running.state.phase).toBe('live');
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
    lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    lesson.do(board('r1'), { type: 'door.open' });
    expect(lesson.do(LEAD, { type: 'lesson.end' })).toBeNull();
    expect(lesson.state).toMatchObject({ phase: 'ended', floor: { turns: [] }, round: null, hands: [] });
    expect(lesson.state.classrooms.r1?.doorCode).toBeNull();
    expect(lesson.do(pupil('r1-s1'), { type: 'hand.raise' })).toBe('lesson/ended');
  });

  it('[LS4] a room that leaves loses its turn and comes back by 开始上课', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.state.floor.turns).toEqual([]);
    expect(lesson.state.classrooms.r1?.left).toBe(true);
    lesson.do(board('r1'), { type: 'board.ready' });
    expect(lesson.state.classrooms.r1?.left).toBe(false);
    const { length } = lesson.log;
    expect(lesson.do(board('r1'), { type: 'board.ready' })).toBeNull();
    expect(lesson.log).toHaveLength(length);
  });

  it('[LS5] a lesson whose lead teacher has been gone for two hours ends by itself, with all that is open', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    lesson.wait(30_000);
    lesson.wait(2 * 60 * 60_000 - 30_001);
    expect(lesson.state.phase).toBe('live');
    lesson.wait(1);
    expect(lesson.state).toMatchObject({ phase: 'ended', round: null });
  });

  it('[LS5] a lesson that began 12 hours ago ends as soon as its lead teacher is gone', () => {
    const lesson = LessonDriver.live();
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.wait(12 * 60 * 60_000);
    expect(lesson.state.phase).toBe('live');
    lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'not-back' });
    expect(nextDeadline(lesson.state)).toBe(lesson.now);
    lesson.wait(0);
    expect(lesson.state.phase).toBe('ended');
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
