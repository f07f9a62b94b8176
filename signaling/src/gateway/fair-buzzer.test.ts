import { decodeTimingDown, type EventOf, encodeTimingDatagram, type LessonEvent } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeDatagrams } from '../testing/fake-datagrams.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { SlowTablet, type SlowTabletOptions } from '../testing/slow-tablet.ts';
import { until } from '../testing/until.ts';

let clock: FakeClock;
let store: MemoryEventStore;
let datagrams: FakeDatagrams;
let classroom: TestClassroom;
let tablets: SlowTablet[];
let lead: FakeScreen;

const start = () => TestClassroom.start({ clock, store, datagrams, precise: { now: () => clock.now() } });

beforeEach(async () => {
  clock = new FakeClock();
  store = new MemoryEventStore();
  datagrams = new FakeDatagrams();
  classroom = await start();
  tablets = [];
  ({ lead } = await classroom.live());
});
afterEach(() => classroom.close());

/** A pupil's tablet behind a link of this length. */
async function tablet(seatId: string, options: SlowTabletOptions, deviceKey = newDeviceKey()): Promise<SlowTablet> {
  const screen = await classroom.guest(seatId.split('-')[0] ?? '', deviceKey);
  const slow = new SlowTablet(screen, clock, options);
  tablets.push(slow);
  if (screen.viewer?.role !== 'pupil') await screen.do({ type: 'seat.claim', seatId });
  await until('it sits', () => screen.viewer?.role === 'pupil');
  return slow;
}

const advance = (ms: number) => SlowTablet.advance(tablets, ms);

/** Opens a buzzer; answers its round, which is armed. */
async function arm(prompt = '3 × 4 = ?'): Promise<string> {
  await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt, seconds: 20 });
  return classroom.room.state.round?.roundId ?? '';
}

/** Opens a buzzer and waits until every tablet has its key. */
async function open(prompt?: string): Promise<string> {
  const roundId = await arm(prompt);
  const startsAt = armedUntil();
  await advance(Math.ceil((startsAt - clock.now()) / 10) * 10);
  await until('the keys are there', () => tablets.every(({ keys }) => keys.length > 0));
  return roundId;
}

function armedUntil(): number {
  const { round } = classroom.room.state;
  return round?.kind === 'buzzer' ? (round.startsAt ?? 0) : 0;
}

async function events<T extends LessonEvent['type']>(type: T): Promise<EventOf<T>[]> {
  const log = (await store.since('l1', 0)).map(({ event }) => event);
  return log.filter((event): event is EventOf<T> => event.type === type);
}

async function decided(): Promise<EventOf<'buzzer.decided'>> {
  await advance(1_500);
  await until(
    'it is decided',
    () => classroom.room.state.round?.kind === 'buzzer' && classroom.room.state.round.order !== null,
  );
  const [event] = (await events('buzzer.decided')).slice(-1);
  if (!event) throw new Error('no decision');
  return event;
}

const seatsOf = ({ order }: EventOf<'buzzer.decided'>) =>
  order.map(({ entrant }) => (entrant.kind === 'seat' ? entrant.seatId : entrant.kind));

describe('a fair buzzer', () => {
  test('[TM5] who reacted first wins, however much later the press arrives', async () => {
    const far = await tablet('r1-s1', { roundTrip: 400 });
    const near = await tablet('r2-s1', { roundTrip: 40 });
    await advance(600);
    const roundId = await open();
    await advance(440);
    expect(await near.press(roundId, 400)).toMatchObject({ ok: true });
    await advance(210);
    expect(await far.press(roundId, 250)).toMatchObject({ ok: true });
    const decision = await decided();
    expect(seatsOf(decision)).toEqual(['r1-s1', 'r2-s1']);
    expect(decision.order.map(({ reaction }) => reaction)).toEqual([250, 400]);
    expect((await events('buzzer.pressed')).map(({ waited }) => waited)).toEqual([440, 650]);
  });

  test('[TM3] a forged stamp gains no more than the slack of the link', async () => {
    const liar = await tablet('r1-s1', { roundTrip: 100 });
    const honest = await tablet('r2-s1', { roundTrip: 100 });
    await advance(600);
    const roundId = await open();
    const measure = (await events('buzzer.measured')).flatMap(({ measures }) => measures)[0];
    await advance(450);
    await honest.press(roundId, 350);
    await advance(100);
    await liar.press(roundId, 120);
    const decision = await decided();
    expect(seatsOf(decision)).toEqual(['r2-s1', 'r1-s1']);
    const [, forged] = decision.order;
    expect(forged?.reaction).toBeGreaterThanOrEqual(450 - (measure?.slack ?? 0));
  });

  test('[TM2] a page that holds its answers back is found out by its browser', async () => {
    await tablet('r1-s1', { roundTrip: 60, heldBack: 300 });
    await advance(600);
    await open();
    const [measure] = (await events('buzzer.measured')).flatMap(({ measures }) => measures);
    expect(measure).toMatchObject({ least: 60, slack: 25, alone: true, path: 'socket' });
  });

  test('[TM2] pings go to tablets and boards of a running lesson, and to nobody else', async () => {
    const here = await tablet('r1-s1', { roundTrip: 50 });
    const board = new SlowTablet(await classroom.board('r2'), clock, { roundTrip: 50 });
    const phone = new SlowTablet(await classroom.phone('r2'), clock, { roundTrip: 50 });
    const teacher = new SlowTablet(lead, clock, { roundTrip: 50 });
    tablets.push(board, phone, teacher);
    await SlowTablet.advance(tablets, 10_000, 50);
    expect(here.pings).toBeGreaterThanOrEqual(2);
    expect(board.pings).toBeGreaterThanOrEqual(2);
    expect([phone.pings, teacher.pings]).toEqual([0, 0]);
    await lead.do({ type: 'lesson.end' });
    const before = here.pings;
    await SlowTablet.advance([here, board], 10_000, 50);
    expect(here.pings).toBe(before);
  });
});

describe('a cue', () => {
  test('[TM4] is everywhere before the start, and readable nowhere', async () => {
    const one = await tablet('r1-s1', { roundTrip: 50 });
    const lost = await tablet('r1-s2', { roundTrip: 50, acknowledges: false });
    await arm('12 + 30 = ?');
    await advance(500);
    expect(one.cues).toHaveLength(1);
    expect(lost.cues.length).toBeGreaterThan(1);
    const late = await tablet('r1-s3', { roundTrip: 50 });
    await until('the late one has it too', () => late.cues.length > 0);
    expect([one, lost, late].map(({ keys }) => keys.length)).toEqual([0, 0, 0]);
    expect(Buffer.from(one.cues[0]?.sealed ?? []).includes('12 + 30')).toBe(false);
    expect(JSON.stringify(one.screen.view)).not.toContain('12 + 30');
    await advance(1_400);
    await until('the keys are there', () => tablets.every(({ keys }) => keys.length > 0));
    expect(tablets.map((each) => each.cue()?.prompt)).toEqual(['12 + 30 = ?', '12 + 30 = ?', '12 + 30 = ?']);
  });

  test('[TM4] keeps its key while the start cannot be written down', async () => {
    const one = await tablet('r1-s1', { roundTrip: 50 });
    await arm();
    store.breakWith('the disk is full');
    await advance(2_000);
    expect(one.keys).toHaveLength(0);
    store.breakWith(null);
    await advance(3_000);
    await until('the key is there', () => one.keys.length > 0);
  });

  test('[TM5] reaches those who come after the start, and they waited since then', async () => {
    const one = await tablet('r1-s1', { roundTrip: 50 });
    await advance(200);
    const roundId = await open();
    await advance(300);
    const late = await tablet('r2-s1', { roundTrip: 50 });
    await until('the late one has the key', () => late.keys.length > 0);
    expect(late.cue()?.prompt).toBe('3 × 4 = ?');
    await advance(400);
    await late.press(roundId, 350);
    await one.press(roundId, 650);
    const [started] = await events('buzzer.started');
    const pressed = await events('buzzer.pressed');
    expect(pressed.map(({ waited }) => waited)).toEqual([clock.now() - (started?.at ?? 0), 700]);
  });
});

describe('a press on two paths', () => {
  test('[TM6] counts once, by the copy that came first, and both get one answer', async () => {
    datagrams.open.add('l1/r1-s1');
    const one = await tablet('r1-s1', { roundTrip: 100 });
    await advance(300);
    const roundId = await open();
    const keys = datagrams.sent.map(({ bytes }) => decodeTimingDown(bytes)).filter((sent) => sent?.type === 'key');
    expect(keys).toEqual([{ type: 'key', roundId, key: new Uint8Array(one.keys[0]?.key ?? []) }]);
    await advance(400);
    const copy = { type: 'press', id: 'press-1', roundId, shown: 1_000, pressed: 1_300 } as const;
    datagrams.arrive('l1', 'r1-s1', encodeTimingDatagram(copy));
    await advance(200);
    expect(await one.press(roundId, 300, 'press-1')).toMatchObject({ ok: true });
    const pressed = await events('buzzer.pressed');
    expect(pressed).toHaveLength(1);
    expect(pressed[0]).toMatchObject({ waited: 400, path: 'data', claimed: 300 });
  });

  test('[TM7] has no effect when it is malformed, replayed, of another round or of another seat', async () => {
    datagrams.open.add('l1/r1-s1');
    const one = await tablet('r1-s1', { roundTrip: 100 });
    await tablet('r1-s2', { roundTrip: 100 });
    await advance(300);
    const first = await open();
    await advance(400);
    const press = (roundId: string, id: string) =>
      encodeTimingDatagram({ type: 'press', id, roundId, shown: 1_000, pressed: 1_300 });
    datagrams.arrive('l1', 'r1-s1', press(first, 'press-1'));
    await decided();
    await lead.do({ type: 'round.dismiss', roundId: first });
    const second = await open();
    const version = classroom.room.version;
    await advance(300);
    datagrams.arrive('l1', 'r1-s1', press(first, 'press-1'));
    datagrams.arrive('l1', 'r1-s1', press(first, 'press-2'));
    datagrams.arrive('l1', 'r1-s1', press(second, 'press-3').subarray(1));
    datagrams.arrive('l1', 'r1-s1', new Uint8Array(0));
    datagrams.arrive('l1', 'nobody', press(second, 'press-4'));
    datagrams.arrive('other', 'r1-s1', press(second, 'press-5'));
    await advance(200);
    expect(classroom.room.version).toBe(version);
    datagrams.arrive('l1', 'r1-s1', press(second, 'press-1'));
    await advance(50);
    expect(await one.press(second, 300)).toMatchObject({ ok: true });
    const pressed = (await events('buzzer.pressed')).filter(({ roundId }) => roundId === second);
    expect(pressed.map(({ entrant }) => entrant.kind === 'seat' && entrant.seatId)).toEqual(['r1-s1']);
  });

  test('[TM6] is refused where somebody may not press so', async () => {
    const one = await tablet('r1-s1', { roundTrip: 50 });
    const board = await classroom.board('r2');
    const roundId = await open();
    await advance(300);
    const stamps = { type: 'buzzer.press', roundId, shown: 1_000, pressed: 1_250 } as const;
    expect(await one.screen.do({ ...stamps, zone: 1 })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await board.do(stamps)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await lead.do(stamps)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await board.do({ ...stamps, zone: 2 })).toMatchObject({ ok: true });
    const [pressed] = await events('buzzer.pressed');
    expect(pressed).toMatchObject({ entrant: { kind: 'zone', zone: 2 }, waited: 300, claimed: 250 });
  });

  test('[TM9] is doubted when it comes at another time after "shown" than the device says', async () => {
    const liar = await tablet('r1-s1', { roundTrip: 100 });
    const honest = await tablet('r2-s1', { roundTrip: 100 });
    await advance(300);
    const roundId = await open();
    await advance(100);
    for (const one of [liar, honest]) one.say({ type: 'shown', roundId, at: 1_000 });
    await advance(400);
    await liar.press(roundId, 200);
    await honest.press(roundId, 400);
    const pressed = await events('buzzer.pressed');
    expect(pressed.map(({ interval, doubted }) => [interval, doubted])).toEqual([
      [400, true],
      [400, undefined],
    ]);
  });

  test('[TM10] is corrected by what the device is late, within its bounds', async () => {
    const one = await tablet('r1-s1', { roundTrip: 100 });
    one.say({ type: 'device', late: 20 });
    one.say({ type: 'device', late: 400 });
    await advance(300);
    const roundId = await open();
    await advance(400);
    await one.press(roundId, 300);
    const [measure] = (await events('buzzer.measured')).flatMap(({ measures }) => measures);
    const [pressed] = await events('buzzer.pressed');
    expect(measure?.late).toBe(20);
    expect(pressed).toMatchObject({ claimed: 280, reaction: 280 });
  });
});

describe('a restart', () => {
  test('[TM8] in an armed round arms it again, with another cue and another key', async () => {
    const deviceKey = newDeviceKey();
    const before = await tablet('r1-s1', { roundTrip: 50 }, deviceKey);
    await arm('7 × 8 = ?');
    await advance(100);
    const second = await start();
    const first = classroom;
    classroom = second;
    tablets = [];
    const after = await tablet('r1-s1', { roundTrip: 50 }, deviceKey);
    await advance(500);
    await until('it has another cue', () => after.cues.length > 0);
    expect(after.cues[0]?.roundId).toBe(before.cues[0]?.roundId);
    expect(Buffer.from(after.cues[0]?.sealed ?? [])).not.toEqual(Buffer.from(before.cues[0]?.sealed ?? []));
    await advance(1_300);
    await until('the key is there', () => after.keys.length > 0);
    expect(after.cue()?.prompt).toBe('7 × 8 = ?');
    await first.close();
  });

  test('[TM8] in an open round goes on: the view tells the prompt, and presses waited since the start', async () => {
    const deviceKey = newDeviceKey();
    await tablet('r1-s1', { roundTrip: 50 }, deviceKey);
    await advance(200);
    const roundId = await open('7 × 8 = ?');
    const [started] = await events('buzzer.started');
    await advance(100);
    const first = classroom;
    classroom = await start();
    tablets = [];
    const after = await tablet('r1-s1', { roundTrip: 50 }, deviceKey);
    await advance(500);
    expect(after.keys).toHaveLength(0);
    const round = after.screen.view?.round;
    expect(round?.kind === 'buzzer' && round.prompt).toBe('7 × 8 = ?');
    expect(await after.press(roundId, 550)).toMatchObject({ ok: true });
    const [pressed] = await events('buzzer.pressed');
    expect(pressed?.waited).toBe(clock.now() - (started?.at ?? 0));
    expect(seatsOf(await decided())).toEqual(['r1-s1']);
    await first.close();
  });
});

test('[TM12] with the socket alone a press says so, and its margin is wider', async () => {
  datagrams.open.add('l1/r1-s1');
  const both = await tablet('r1-s1', { roundTrip: 50 });
  const socket = await tablet('r2-s1', { roundTrip: 50 });
  both.screen.socket.on('timing', ({ type, nonce }: { type: string; nonce: number }) => {
    const pong = () => datagrams.arrive('l1', 'r1-s1', encodeTimingDatagram({ type: 'pong', nonce }));
    if (type === 'ping') clock.after(50, pong);
  });
  await advance(300);
  const roundId = await open();
  await advance(400);
  await both.press(roundId, 350);
  await socket.press(roundId, 350);
  const measures = (await events('buzzer.measured')).flatMap(({ measures }) => measures);
  expect(measures.map(({ path }) => path).sort()).toEqual(['both', 'socket']);
  const [first, second] = await events('buzzer.pressed');
  expect(second?.margin).toBeGreaterThan(first?.margin ?? 0);
});
