import {
  EMPTY_LESSON,
  encodeTimingDatagram,
  type LessonState,
  type ServerCommand,
  type TimingDown,
} from '@tongke/shared-types';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import type { RoomListener } from '../room/happened.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeDatagrams } from '../testing/fake-datagrams.ts';
import type { Link } from './link.ts';
import { systemPreciseClock } from './precise-clock.ts';
import type { TimedRoom } from './timing-deps.ts';
import { TimingDesk } from './timing-desk.ts';
import type { TimingLine } from './timing-line.ts';

let clock: FakeClock;
let datagrams: FakeDatagrams;
let desk: TimingDesk;
let state: LessonState;
let reported: ServerCommand[];
let listeners: RoomListener[];

class FakeLine implements TimingLine {
  timing: Link | null = null;
  readonly sent: TimingDown[] = [];
  sendTiming(message: TimingDown): void {
    this.sent.push(message);
  }
  pingFrame(): boolean {
    return false;
  }
}

beforeEach(() => {
  clock = new FakeClock();
  datagrams = new FakeDatagrams();
  reported = [];
  listeners = [];
  state = { ...EMPTY_LESSON, lessonId: 'l1', phase: 'live' };
  desk = new TimingDesk({ clock, precise: { now: () => clock.now() }, log: pino({ level: 'silent' }) });
  desk.use(datagrams);
  const room: TimedRoom = {
    lessonId: 'l1',
    get state() {
      return state;
    },
    ask: async () => ({ ok: true, version: 1 }),
    report: (command) => reported.push(command),
    follow: (listener) => {
      listeners.push(listener);
      return () => {};
    },
  };
  desk.follow(room);
});

const pupil = (seatId: string) => ({ role: 'pupil', classroomId: 'r1', seatId }) as const;
const happen = (event: object) => {
  const batch = [{ version: 1, event, before: state, after: state }] as never;
  for (const { happened } of listeners) happened(batch);
};
const armed = { type: 'buzzer.armed', roundId: 'b1', mode: 'pupil', teams: null, prompt: '?', seconds: 20 };

test('[TM1] the precise clock counts in parts of a millisecond, near the wall clock, and never backwards', () => {
  const stamps = Array.from({ length: 1_000 }, () => systemPreciseClock.now());
  expect(stamps.every((stamp, index) => index === 0 || stamp >= (stamps[index - 1] ?? 0))).toBe(true);
  expect(stamps.some((stamp) => stamp % 1 !== 0)).toBe(true);
  expect(Math.abs((stamps[0] ?? 0) - Date.now())).toBeLessThan(60_000);
});

test('[TM2] one timer serves everybody, and none runs where nobody is to be measured', () => {
  expect(clock.waiting).toBe(0);
  const lines = Array.from({ length: 200 }, () => new FakeLine());
  lines.forEach((line, index) => {
    desk.enter('l1', pupil(`s${index}`), line);
  });
  expect(clock.waiting).toBe(1);
  clock.advance(5_000);
  expect(lines.every(({ sent }) => sent.length >= 2)).toBe(true);
  expect(clock.waiting).toBe(1);
  state = { ...state, phase: 'ended' };
  clock.advance(250);
  expect(clock.waiting).toBe(0);
});

test('[TM11] whoever leaves, or is somebody else now, leaves nothing behind', () => {
  const line = new FakeLine();
  desk.enter('l1', pupil('s1'), line);
  const former = line.timing;
  desk.enter('l1', pupil('s1'), line);
  expect(line.timing).toBe(former);
  desk.enter('l1', pupil('s2'), line);
  expect(line.timing?.actor).toEqual(pupil('s2'));
  const other = new FakeLine();
  desk.enter('l1', pupil('s2'), other);
  expect(line.timing).toBeNull();
  desk.enter('l1', { role: 'guest', classroomId: 'r1', device: 'd' }, other);
  expect(other.timing).toBeNull();
  clock.advance(1_000);
  expect(clock.waiting).toBe(0);
  datagrams.arrive('l1', 's2', encodeTimingDatagram({ type: 'cued', roundId: 'b1' }));
});

test('[TM11] a room that closes lets everybody go, and its start is called off', () => {
  const line = new FakeLine();
  desk.enter('l1', pupil('s1'), line);
  happen({ ...armed, at: clock.now(), startsAt: clock.now() + 1_000 });
  for (const { closed } of listeners) closed?.('idle');
  expect(line.timing).toBeNull();
  clock.advance(2_000);
  expect(reported).toEqual([]);
});

test('[TM4] a round that is dismissed while it is armed never gives its key', () => {
  const line = new FakeLine();
  desk.enter('l1', pupil('s1'), line);
  happen({ ...armed, at: clock.now(), startsAt: clock.now() + 1_000 });
  happen({ type: 'round.dismissed', roundId: 'b1' });
  clock.advance(2_000);
  happen({ type: 'buzzer.started', roundId: 'b1', at: clock.now(), closesAt: clock.now() + 9, prompt: '?' });
  expect(reported).toEqual([]);
  expect(line.sent.filter(({ type }) => type === 'key')).toEqual([]);
});

test('[TM3] at the start every link that answered is reported as it was measured', () => {
  const here = new FakeLine();
  const mute = new FakeLine();
  desk.enter('l1', pupil('s1'), here);
  desk.enter('l1', pupil('s2'), mute);
  const [ping] = here.sent;
  clock.advance(40);
  if (ping?.type === 'ping') desk.heard(here, { type: 'pong', nonce: ping.nonce });
  happen({ ...armed, at: clock.now(), startsAt: clock.now() + 1_000 });
  clock.advance(1_000);
  const measure = { entrant: 'seat:r1:s1', least: 40, slack: 25, alone: true, path: 'socket', late: 0 };
  expect(reported).toEqual([{ type: 'buzzer.start', roundId: 'b1', measures: [measure] }]);
});

test('[TM3] [BZ13] a tablet is not alone beside the board of its room, which has no measure of its own there', () => {
  const tablet = new FakeLine();
  const witness = new FakeLine();
  state = { ...state, classrooms: { r1: { seats: { s1: { online: true } } } } } as never;
  desk.enter('l1', pupil('s1'), tablet);
  desk.enter('l1', { role: 'board', classroomId: 'r1', deviceId: 'd1' }, witness);
  answer(witness, 40);
  answer(tablet, 200);
  happen({ ...armed, at: clock.now(), startsAt: clock.now() + 1_000 });
  clock.advance(1_000);
  const measure = { entrant: 'seat:r1:s1', least: 80, slack: 42, alone: false, path: 'socket', late: 0 };
  expect(reported).toEqual([{ type: 'buzzer.start', roundId: 'b1', measures: [measure] }]);

  function answer(line: FakeLine, afterMs: number): void {
    const [ping] = line.sent;
    clock.advance(afterMs);
    if (ping?.type === 'ping') desk.heard(line, { type: 'pong', nonce: ping.nonce });
  }
});

test('[TM7] a data path that floods is not listened to until the next ping', () => {
  const line = new FakeLine();
  desk.enter('l1', pupil('s1'), line);
  datagrams.open.add('l1/s1');
  const [ping] = line.sent;
  const nonsense = encodeTimingDatagram({ type: 'cued', roundId: 'x' });
  for (let count = 0; count < 200; count += 1) datagrams.arrive('l1', 's1', nonsense);
  clock.advance(40);
  if (ping?.type === 'ping') {
    datagrams.arrive('l1', 's1', encodeTimingDatagram({ type: 'pong', nonce: ping.nonce }));
  }
  happen({ ...armed, at: clock.now(), startsAt: clock.now() });
  clock.advance(0);
  expect(reported).toEqual([{ type: 'buzzer.start', roundId: 'b1', measures: [] }]);
});
