import { describe, expect, it } from 'vitest';
import { board, guest, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';

const one = guest('r1', 'device-r1-s1');
const two = guest('r1', 'other-device');

/** The assistant of a room allows the request for `r1-s1` that stands now. */
const allow = (lesson: LessonDriver, room = 'r1') => {
  const at = lesson.state.classrooms.r1?.seats['r1-s1']?.request?.at ?? 0;
  return lesson.do(board(room), { type: 'seat.allow', seatId: 'r1-s1', at });
};

describe('roster', () => {
  it('[RO1] a device that takes another seat frees its first', () => {
    const lesson = LessonDriver.live('r1-s1');
    expect(lesson.do(one, { type: 'seat.claim', seatId: 'r1-s2' })).toBeNull();
    const seats = lesson.state.classrooms.r1?.seats ?? {};
    expect(seats['r1-s1']?.device).toBeNull();
    expect(seats['r1-s2']?.device).toBe('device-r1-s1');
  });

  it('[RO1] [RO4] 换设备 leaves no seat behind: what the device had in any room is free, and its hand is down', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2', 'r2-s1');
    lesson.do(pupil('r2-s1'), { type: 'hand.raise' });
    for (const device of ['device-r1-s2', 'device-r2-s1']) {
      lesson.do(guest('r1', device), { type: 'seat.request', seatId: 'r1-s1' });
      expect(allow(lesson, 'r1')).toBeNull();
    }
    const { r1, r2 } = lesson.state.classrooms;
    expect(r1?.seats['r1-s1']?.device).toBe('device-r2-s1');
    expect([r1?.seats['r1-s2']?.device, r2?.seats['r2-s1']?.device]).toEqual([null, null]);
    expect(lesson.state.hands).toEqual([]);
  });

  it('[RO1] a device that takes a seat in another room frees its first, and lowers that hand', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    expect(lesson.do(guest('r2', 'device-r1-s1'), { type: 'seat.claim', seatId: 'r2-s1' })).toBeNull();
    expect(lesson.state.classrooms.r1?.seats['r1-s1']?.device).toBeNull();
    expect(lesson.state.hands).toEqual([]);
  });

  it('[RO3] a device that has a seat asks for no other any longer', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    for (const seatId of ['r1-s1', 'r1-s2']) lesson.do(two, { type: 'seat.request', seatId });
    lesson.do(two, { type: 'seat.claim', seatId: 'r1-s3' });
    const seats = Object.values(lesson.state.classrooms.r1?.seats ?? {});
    expect(seats.map(({ request }) => request)).toEqual([null, null, null]);
    expect(allow(lesson, 'r1')).toBe('seat/not-requested');
  });

  it('[RO1] a seat of another classroom does not exist for this tablet', () => {
    expect(LessonDriver.live().do(one, { type: 'seat.claim', seatId: 'r2-s1' })).toBe('seat/unknown');
  });

  it('[RO2] a taken seat is refused to another device and open to its own', () => {
    const lesson = LessonDriver.live('r1-s1');
    expect(lesson.do(two, { type: 'seat.claim', seatId: 'r1-s1' })).toBe('seat/taken');
    expect(lesson.do(one, { type: 'seat.claim', seatId: 'r1-s1' })).toBeNull();
  });

  it('[RO3] [RO4] 换设备 moves the seat and keeps its score', () => {
    const lesson = LessonDriver.live('r1-s1');
    const roundId = lesson.buzzer();
    lesson.wait(300);
    lesson.do(pupil('r1-s1'), { type: 'buzzer.press', roundId, shown: 0, pressed: 300 });
    lesson.wait(400);
    lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true });
    expect(allow(lesson, 'r1')).toBe('seat/not-requested');
    lesson.do(two, { type: 'seat.request', seatId: 'r1-s1' });
    expect(allow(lesson, 'r2')).toBe('seat/unknown');
    expect(allow(lesson, 'r1')).toBeNull();
    expect(lesson.state.classrooms.r1?.seats['r1-s1']?.device).toBe('other-device');
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1 });
  });

  it('[RO4] what was allowed is the request on the screen, and not one that came a moment later', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(two, { type: 'seat.request', seatId: 'r1-s1' });
    const at = lesson.state.classrooms.r1?.seats['r1-s1']?.request?.at ?? 0;
    lesson.do(guest('r1', 'rogue'), { type: 'seat.request', seatId: 'r1-s1' });
    expect(lesson.do(board('r1'), { type: 'seat.allow', seatId: 'r1-s1', at })).toBe('seat/not-requested');
    expect(lesson.state.classrooms.r1?.seats['r1-s1']?.device).toBe('device-r1-s1');
  });

  it('[RO4] a denied request leaves the seat where it was', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(two, { type: 'seat.request', seatId: 'r1-s1' });
    lesson.do(board('r1'), { type: 'seat.deny', seatId: 'r1-s1' });
    expect(lesson.state.classrooms.r1?.seats['r1-s1']).toMatchObject({ device: 'device-r1-s1', request: null });
  });

  it('[RO5] a released seat lowers its hand', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    lesson.do(board('r1'), { type: 'seat.release', seatId: 'r1-s1' });
    expect(lesson.state.hands).toEqual([]);
    expect(lesson.state.classrooms.r1?.seats['r1-s1']?.device).toBeNull();
  });

  it('[RO6] 全部重来 frees the room alone and changes its ticket', () => {
    const lesson = LessonDriver.live('r1-s1', 'r2-s1');
    lesson.do(board('r1'), { type: 'door.open' });
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    const before = lesson.state.classrooms;
    lesson.do(board('r1'), { type: 'room.reset' });
    const { r1, r2 } = lesson.state.classrooms;
    expect(r1?.ticket).not.toBe(before.r1?.ticket);
    expect(r1?.doorCode).toBeNull();
    expect(Object.values(r1?.seats ?? {}).every((seat) => seat.device === null)).toBe(true);
    expect(r2).toBe(before.r2);
    expect(lesson.state.hands).toEqual([]);
  });

  it('[RO7] the code exists while the door is open and stays the same', () => {
    const lesson = LessonDriver.live();
    lesson.do(board('r1'), { type: 'door.open' });
    const code = lesson.state.classrooms.r1?.doorCode;
    expect(code).toMatch(/^\d{6}$/);
    lesson.do(board('r1'), { type: 'door.open' });
    expect(lesson.state.classrooms.r1?.doorCode).toBe(code);
    lesson.do(board('r1'), { type: 'door.close' });
    expect(lesson.state.classrooms.r1?.doorCode).toBeNull();
  });

  it('[RO8] presence is recorded once per change', () => {
    const lesson = LessonDriver.live();
    const before = lesson.log.length;
    lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    expect(lesson.log).toHaveLength(before);
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'ping timeout' });
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'board.went', cause: 'ping timeout' });
  });

  it('[RO9] a child added on the spot gets a seat; a known one is left alone', () => {
    const lesson = LessonDriver.live('r1-s1');
    const seats = [
      { seatId: 'r1-s1', number: 9 },
      { seatId: 'new', number: 4 },
    ];
    lesson.server({ type: 'seat.register', classroomId: 'r1', seats });
    expect(lesson.state.classrooms.r1?.seats['r1-s1']?.number).toBe(1);
    expect(lesson.state.classrooms.r1?.seats.new?.number).toBe(4);
  });
});
