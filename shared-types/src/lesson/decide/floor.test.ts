import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { mayPublish, mayWatch } from '../media-rules.ts';

const give = (classroomId: string, seatId: string | null = null) =>
  ({ type: 'turn.give', classroomId, seatId, seconds: 60 }) as const;

describe('floor', () => {
  it('[FL1] a turn needs a running lesson and a classroom that is here', () => {
    expect(new LessonDriver().do(LEAD, give('r1'))).toBe('lesson/not-live');
    const lesson = LessonDriver.live();
    expect(lesson.do(LEAD, give('nowhere'))).toBe('classroom/unknown');
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'link' });
    expect(lesson.do(LEAD, give('r1'))).toBe('classroom/not-here');
    expect(lesson.do(LEAD, give('own'))).toBeNull();
  });

  it('[FL2] a new turn ends the one before and lowers the hand', () => {
    const lesson = LessonDriver.live('r2-s1');
    lesson.do(LEAD, give('r1'));
    lesson.do(pupil('r2-s1'), { type: 'hand.raise' });
    expect(lesson.do(LEAD, give('r2', 'r2-s1'))).toBeNull();
    expect(lesson.state.turn).toMatchObject({ classroomId: 'r2', seatId: 'r2-s1', number: 1 });
    expect(lesson.state.hands).toEqual([]);
    expect(lesson.log.some((event) => event.type === 'turn.ended')).toBe(true);
  });

  it('[FL3] time ends a turn; another room cannot', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, give('r1'));
    const turnId = lesson.state.turn?.turnId ?? '';
    expect(lesson.do(board('r2'), { type: 'turn.end', turnId })).toBe('not-allowed');
    lesson.wait(60_000);
    expect(lesson.state.turn).toBeNull();
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'time' });
    expect(lesson.do(LEAD, { type: 'turn.end', turnId })).toBe('turn/none');
  });

  it('[FL6] the lesson lists exactly the tracks that exist', () => {
    const lesson = LessonDriver.live();
    lesson.server({ type: 'track.publish', trackId: 't1', peerId: 'lead', source: 'camera' });
    lesson.server({ type: 'track.publish', trackId: 't2', peerId: 'r1', source: 'camera' });
    lesson.server({ type: 'tracks.keep', trackIds: ['t2'], cause: 'worker' });
    expect(Object.keys(lesson.state.tracks)).toEqual(['t2']);
  });

  it('[FL7] a board publishes its camera only live, allowed and uncovered, its microphone only in its turn', () => {
    const early = new LessonDriver();
    expect(mayPublish(early.state, 'lead', 'camera', early.now)).toBeNull();
    expect(mayPublish(early.state, 'r1', 'camera', early.now)).toBe('lesson/not-live');
    const lesson = LessonDriver.live();
    const may = (peerId: string, source: 'camera' | 'microphone') =>
      mayPublish(lesson.state, peerId, source, lesson.now);
    expect(may('r1', 'camera')).toBeNull();
    expect(may('r1', 'microphone')).toBe('media/no-turn');
    lesson.do(LEAD, give('r1'));
    expect(may('r1', 'microphone')).toBeNull();
    expect(may('r2', 'microphone')).toBe('media/no-turn');
    lesson.now += 60_000;
    expect(may('r1', 'microphone')).toBe('media/no-turn');
    lesson.do(board('r1'), { type: 'camera.cover' });
    expect(may('r1', 'camera')).toBe('media/covered');
    expect(may('own', 'camera')).toBe('not-allowed');
    expect(may('nobody', 'camera')).toBe('classroom/unknown');
  });

  it('[FL8] boards watch the teacher and the turn, the teacher watches rooms, nobody itself or before the start', () => {
    const lesson = LessonDriver.live();
    const track = (peerId: string) => ({ trackId: 't', peerId, source: 'camera' }) as const;
    expect(mayWatch(lesson.state, 'r1', track('lead'))).toBe(true);
    expect(mayWatch(lesson.state, 'r1', track('r2'))).toBe(false);
    expect(mayWatch(lesson.state, 'lead', track('r2'))).toBe(true);
    lesson.do(LEAD, give('r2'));
    expect(mayWatch(lesson.state, 'r1', track('r2'))).toBe(true);
    expect(mayWatch(lesson.state, 'r2', track('r2'))).toBe(false);
    expect(mayWatch(new LessonDriver().state, 'r1', track('lead'))).toBe(false);
  });

  it('[FL9] a short cut of the speaking room’s link keeps the turn, a long one ends it with the cause', () => {
    const lesson = LessonDriver.live();
    const r1 = { kind: 'board', classroomId: 'r1' } as const;
    lesson.do(LEAD, give('r1'));
    lesson.server({ type: 'peer.went', peer: r1, cause: 'link' });
    lesson.wait(9_999);
    lesson.server({ type: 'peer.came', peer: r1 });
    lesson.wait(20_000);
    expect(lesson.state.turn?.classroomId).toBe('r1');
    lesson.server({ type: 'peer.went', peer: r1, cause: 'link' });
    expect(nextDeadline(lesson.state)).toBe(lesson.now + 10_000);
    lesson.wait(10_000);
    expect(lesson.state.turn).toBeNull();
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'link' });
  });

  it('[FL9] another room’s link, and a board of the own class, end nobody’s turn', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, give('r1'));
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
    lesson.wait(30_000);
    expect(lesson.state.turn?.classroomId).toBe('r1');
    lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'own' } });
    lesson.do(LEAD, give('own'));
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'own' }, cause: 'link' });
    lesson.wait(30_000);
    expect(lesson.state.turn?.classroomId).toBe('own');
  });
});
