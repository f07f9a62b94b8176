import { describe, expect, it } from 'vitest';
import { LEAD_PEER } from '../../ids.ts';
import type { Actor } from '../../roles.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { ACCEPT_MS } from '../floor/floor.ts';
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

  it('[FL2] a new turn ends the one before it and lowers the hand', () => {
    const lesson = LessonDriver.live('r2-s1');
    lesson.do(LEAD, give('r1'));
    lesson.do(pupil('r2-s1'), { type: 'hand.raise' });
    expect(lesson.do(LEAD, give('r2', 'r2-s1'))).toBeNull();
    expect(lesson.state.floor.turns[0]).toMatchObject({ classroomId: 'r2', seatId: 'r2-s1', number: 1 });
    expect(lesson.state.hands).toEqual([]);
    expect(lesson.log.some((event) => event.type === 'turn.ended')).toBe(true);
  });

  it('[FL3] time ends a turn; another room cannot', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, give('r1'));
    const turnId = lesson.state.floor.turns[0]?.turnId ?? '';
    expect(lesson.do(board('r2'), { type: 'turn.end', turnId })).toBe('not-allowed');
    lesson.wait(60_000);
    expect(lesson.state.floor.turns).toEqual([]);
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'time' });
    expect(lesson.do(LEAD, { type: 'turn.end', turnId })).toBe('turn/none');
  });

  it('[FL3] a turn without an end lasts until somebody ends it; the lead teacher ends all at once', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, { ...give('r1'), seconds: null });
    expect(nextDeadline(lesson.state)).toBeNull();
    lesson.wait(3_600_000);
    expect(mayPublish(lesson.state, 'r1', 'microphone', lesson.now)).toBeNull();
    expect(lesson.do(board('r1'), { type: 'floor.clear' })).toBe('not-allowed');
    lesson.do(board('r1'), { type: 'turn.end', turnId: lesson.state.floor.turns[0]?.turnId ?? '' });
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'room' });
    lesson.do(LEAD, { type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', 'r2'], seconds: null });
    lesson.do(LEAD, { type: 'floor.clear' });
    expect(lesson.state.floor.turns).toEqual([]);
    expect(lesson.do(LEAD, { type: 'floor.clear' })).toBeNull();
  });

  it('[FL13] two classrooms hold a dialogue, and both are heard; a turn for one ends it', () => {
    const lesson = LessonDriver.live();
    const open = (...classroomIds: string[]) =>
      lesson.do(LEAD, { type: 'floor.open', mode: 'dialogue', classroomIds, seconds: 60 });
    lesson.do(board('r2'), { type: 'hand.raise' });
    expect(open('r1', 'r2')).toBeNull();
    expect(lesson.state.hands).toEqual([]);
    const voice = (peerId: string) => ({ trackId: 'v', peerId, source: 'microphone' }) as const;
    for (const [one, other] of [
      ['r1', 'r2'],
      ['r2', 'r1'],
    ] as const) {
      expect(mayPublish(lesson.state, one, 'microphone', lesson.now)).toBeNull();
      expect(mayWatch(lesson.state, one, voice(other))).toBe(true);
    }
    expect(open('r1', 'r1')).toBe('floor/wrong-number');
    expect(open('r1', 'r2', 'own')).toBe('floor/wrong-number');
    expect(open('r1', 'nowhere')).toBe('classroom/unknown');
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
    expect(open('r1', 'r2')).toBe('classroom/not-here');
    expect(lesson.state.floor.turns).toHaveLength(2);
    lesson.wait(10_000);
    expect(lesson.state.floor.turns.map(({ classroomId }) => classroomId)).toEqual(['r1']);
    lesson.do(LEAD, give('own'));
    expect(lesson.state.floor).toMatchObject({ mode: 'single', turns: [{ classroomId: 'own' }] });
    expect(mayPublish(lesson.state, 'r1', 'microphone', lesson.now)).toBe('media/no-turn');
  });

  it('[FL15] who taps first of the class takes a turn for anyone; the assistant may name one; nobody of another room can', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2', 'r2-s1');
    const anyone = { ...give('r1'), anyone: true };
    const turnId = () => lesson.state.floor.turns[0]?.turnId ?? '';
    const take = (actor: Actor, seatId?: string) =>
      lesson.do(actor, { type: 'turn.take', turnId: turnId(), ...(seatId && { seatId }) });
    lesson.do(LEAD, anyone);
    lesson.do(pupil('r1-s2'), { type: 'hand.raise' });
    expect(mayPublish(lesson.state, 'r1', 'microphone', lesson.now)).toBeNull();
    expect(take(pupil('r2-s1'))).toBe('not-allowed');
    expect(take(board('r2'), 'r2-s1')).toBe('not-allowed');
    expect(take(pupil('r1-s2'), 'r1-s1')).toBe('not-allowed');
    expect(take(pupil('r1-s2'))).toBeNull();
    expect(lesson.state.floor.turns[0]).toMatchObject({ seatId: 'r1-s2', number: 2, anyone: false });
    expect(lesson.state.hands).toEqual([]);
    expect(lesson.state.heard?.turns).toEqual({ 'r1-s2': 1 });
    const { length } = lesson.log;
    expect(take(pupil('r1-s2'))).toBeNull();
    expect(take(pupil('r1-s1'))).toBe('turn/taken');
    expect(lesson.log).toHaveLength(length);
    lesson.do(LEAD, anyone);
    expect(take(board('r1'))).toBe('seat/none');
    expect(take(board('r1'), 'r1-s9')).toBe('seat/unknown');
    expect(take(board('r1'), 'r1-s3')).toBeNull();
    expect(lesson.state.floor.turns[0]?.seatId).toBe('r1-s3');
    lesson.do(LEAD, { ...give('own'), anyone: true });
    expect(take(LEAD, 'own-s1')).toBeNull();
    lesson.do(LEAD, { type: 'floor.clear' });
    expect(lesson.do(pupil('r1-s1'), { type: 'turn.take', turnId: 'gone' })).toBe('turn/none');
    lesson.do(LEAD, give('r1'));
    expect(take(pupil('r1-s1'))).toBe('turn/taken');
  });

  it('[FL16] where turns wait for the assistant the microphone opens with 开麦 and not before; its time begins then', () => {
    const lesson = LessonDriver.live('r1-s1');
    const turn = () => lesson.state.floor.turns[0];
    const accept = (actor: Actor) => lesson.do(actor, { type: 'turn.accept', turnId: turn()?.turnId ?? '' });
    const may = () => mayPublish(lesson.state, 'r1', 'microphone', lesson.now);
    const picture = { trackId: 'c', peerId: 'r1', source: 'camera' } as const;
    expect(lesson.do(LEAD, { type: 'microphone.set', waits: true })).toBe('not-allowed');
    lesson.do(board('r1'), { type: 'microphone.set', waits: true });
    lesson.do(LEAD, give('r1', 'r1-s1'));
    expect([may(), mayWatch(lesson.state, 'r2', picture)]).toEqual(['media/no-turn', false]);
    expect(lesson.state.turns).toEqual({});
    expect(accept(board('r2'))).toBe('not-allowed');
    lesson.wait(29_999);
    expect(accept(board('r1'))).toBeNull();
    expect([may(), mayWatch(lesson.state, 'r2', picture)]).toEqual([null, true]);
    expect(lesson.state.turns).toEqual({ r1: 1 });
    expect(lesson.state.heard?.turns).toEqual({ 'r1-s1': 1 });
    expect(turn()?.endsAt).toBe(lesson.now + 60_000);
    const { length } = lesson.log;
    expect(accept(board('r1'))).toBeNull();
    expect(lesson.log).toHaveLength(length);
    lesson.wait(60_000);
    lesson.do(LEAD, give('r1'));
    expect(nextDeadline(lesson.state)).toBe(lesson.now + ACCEPT_MS);
    lesson.wait(ACCEPT_MS);
    expect(lesson.state.floor.turns).toEqual([]);
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'not-accepted' });
    expect(lesson.state.turns).toEqual({ r1: 1 });
    lesson.do(board('r1'), { type: 'microphone.set', waits: false });
    lesson.do(LEAD, give('r1'));
    expect(may()).toBeNull();
  });

  it('[FL17] a listen turn is heard and seen by the lead teacher alone', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, { ...give('r1'), listen: true });
    expect(mayPublish(lesson.state, 'r1', 'microphone', lesson.now)).toBeNull();
    for (const source of ['camera', 'microphone'] as const) {
      const track = { trackId: 't', peerId: 'r1', source };
      expect(mayWatch(lesson.state, LEAD_PEER, track)).toBe(true);
      expect([mayWatch(lesson.state, 'r2', track), mayWatch(lesson.state, 'own', track)]).toEqual([false, false]);
    }
  });

  it('[FL18] classrooms speak in order, each for its time; the teacher skips and stops; who is gone is passed over', () => {
    const lesson = LessonDriver.live();
    const speaks = () => lesson.state.floor.turns.map(({ classroomId }) => classroomId);
    const round = (...classroomIds: string[]) =>
      lesson.do(LEAD, { type: 'floor.open', mode: 'round-robin', classroomIds, seconds: 30 });
    lesson.do(board('r2'), { type: 'hand.raise' });
    expect(round('r2', 'r1', 'own')).toBeNull();
    expect([speaks(), lesson.state.floor.queue, lesson.state.hands]).toEqual([['r2'], ['r1', 'own'], []]);
    lesson.wait(30_000);
    expect(speaks()).toEqual(['r1']);
    expect(lesson.state.floor.turns[0]?.endsAt).toBe(lesson.now + 30_000);
    expect(mayPublish(lesson.state, 'r2', 'microphone', lesson.now)).toBe('media/no-turn');
    lesson.do(LEAD, { type: 'turn.end', turnId: lesson.state.floor.turns[0]?.turnId ?? '' });
    expect([speaks(), lesson.state.floor.queue]).toEqual([['own'], []]);
    lesson.wait(30_000);
    expect(speaks()).toEqual([]);

    round('r1', 'r2', 'own');
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(speaks()).toEqual(['own']);
    expect(round('r1', 'r2')).toBe('classroom/not-here');
    expect(round('own', 'nowhere')).toBe('classroom/unknown');
    expect(round('r1', 'r2', 'own')).toBeNull();
    expect([speaks(), lesson.state.floor.queue]).toEqual([['own'], []]);
    lesson.do(board('r1'), { type: 'board.ready' });
    round('own', 'r1');
    lesson.do(LEAD, { type: 'floor.clear' });
    expect(lesson.state.floor).toEqual({ mode: 'single', turns: [], queue: [], seconds: null });
    round('own', 'r1');
    lesson.do(LEAD, give('r1'));
    lesson.wait(60_000);
    expect(speaks()).toEqual([]);
  });

  it('[FL19] in a chorus every room that is here may speak; cameras stay with the teacher, and nobody counts as heard', () => {
    const lesson = LessonDriver.live();
    const open = (...classroomIds: string[]) =>
      lesson.do(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds, seconds: null });
    expect(open('r1')).toBe('floor/wrong-number');
    expect(open()).toBeNull();
    expect(lesson.state.floor.turns.map(({ classroomId }) => classroomId)).toEqual(['r1', 'r2']);
    const track = (source: 'camera' | 'microphone') => ({ trackId: 't', peerId: 'r2', source });
    expect(mayWatch(lesson.state, 'r1', track('microphone'))).toBe(true);
    expect(mayWatch(lesson.state, 'r1', track('camera'))).toBe(false);
    expect(lesson.state.turns).toEqual({});
    lesson.do(board('r2'), { type: 'classroom.leave' });
    lesson.do(board('r2'), { type: 'board.ready' });
    const r2 = { kind: 'board', classroomId: 'r2' } as const;
    lesson.server({ type: 'peer.went', peer: r2, cause: 'link' });
    lesson.wait(10_000);
    expect(lesson.state.floor.turns.map(({ classroomId }) => classroomId)).toEqual(['r1']);
    lesson.server({ type: 'peer.came', peer: r2 });
    lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'own' } });
    expect(lesson.state.floor.turns.map(({ classroomId }) => classroomId)).toEqual(['r1', 'r2']);
    lesson.server({ type: 'peer.went', peer: r2, cause: 'link' });
    lesson.wait(10_000);
    expect(open()).toBeNull();
    expect(lesson.state.floor.turns.map(({ classroomId }) => classroomId)).toEqual(['r1']);
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'link' });
    expect(open()).toBe('classroom/not-here');
    expect(new LessonDriver().do(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: 5 })).toBe(
      'lesson/not-live',
    );
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
    expect(lesson.state.floor.turns[0]?.classroomId).toBe('r1');
    lesson.server({ type: 'peer.went', peer: r1, cause: 'link' });
    expect(nextDeadline(lesson.state)).toBe(lesson.now + 10_000);
    lesson.wait(10_000);
    expect(lesson.state.floor.turns).toEqual([]);
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'link' });
  });

  it('[FL9] another room’s link, and a board of the own class, end nobody’s turn', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, give('r1'));
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
    lesson.wait(30_000);
    expect(lesson.state.floor.turns[0]?.classroomId).toBe('r1');
    lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'own' } });
    lesson.do(LEAD, give('own'));
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'own' }, cause: 'link' });
    lesson.wait(30_000);
    expect(lesson.state.floor.turns[0]?.classroomId).toBe('own');
  });
});
