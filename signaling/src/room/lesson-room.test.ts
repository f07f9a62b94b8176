import { type Actor, type Command, type CommandReply, LEAD_PEER, lessonEvent, UNPREPARED } from '@tongke/shared-types';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import type { Append, AppendResult } from '../store/event-store.ts';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { Happened, RoomClosed } from './happened.ts';
import { LessonRoom } from './lesson-room.ts';

const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const guest = (device: string): Actor => ({ role: 'guest', classroomId: 'r1', device });
const pupil = (seatId: string): Actor => ({ role: 'pupil', classroomId: 'r1', seatId });

class CountingStore extends MemoryEventStore {
  readonly appends: Append[] = [];
  override async append(append: Append): Promise<AppendResult> {
    this.appends.push(append);
    return super.append(append);
  }
}

/** A disk that takes its time: appends wait until they are let go. */
class SlowStore extends CountingStore {
  #held: (() => void)[] | null = null;

  hold(): void {
    this.#held = [];
  }

  get waiting(): number {
    return this.#held?.length ?? 0;
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const goOn of held) goOn();
  }

  override async append(append: Append): Promise<AppendResult> {
    const held = this.#held;
    if (held) await new Promise<void>((goOn) => held.push(goOn));
    return super.append(append);
  }
}

async function start() {
  const store = new SlowStore();
  const clock = new FakeClock();
  let next = 0;
  const fresh = (prefix: string) => () => {
    next += 1;
    return `${prefix}${next}`;
  };
  const deps = {
    store,
    clock,
    log: pino({ level: 'silent' }),
    fresh: { newId: fresh('id'), newCode: fresh('10000'), newTicket: fresh('ticket'), random: () => 0 },
  };
  const room = await LessonRoom.open('l1', deps);
  const seats = ['s1', 's2', 's3'].map((seatId, index) => ({ seatId, number: index + 1 }));
  const classroom = {
    classroomId: 'r1',
    schoolId: 'v',
    name: '三班',
    own: false,
    cameraAllowed: true,
    givenNames: false,
  };
  await room.ask({
    type: 'lesson.prepare',
    lessonId: 'l1',
    schoolId: 'city',
    leadId: 'teacher',
    title: '分数',
    plannedAt: 0,
    classrooms: [{ ...classroom, seats }],
  });
  let commands = 0;
  const say = (command: Command, actor: Actor = LEAD, id?: string): Promise<CommandReply> => {
    commands += 1;
    return room.command(id ?? `c${commands}`, command, actor);
  };
  await say({ type: 'lesson.start' });
  for (const seatId of ['s1', 's2', 's3']) await say({ type: 'seat.claim', seatId }, guest(`device-${seatId}`));
  return { store, clock, room, say, deps };
}

/** Whatever was in the queue before this has been decided: something that changes nothing is answered behind it. */
const settled = (room: LessonRoom) => room.ask({ type: 'seat.register', classroomId: 'r1', seats: [] });

/** The next thing that happens. */
const happening = (room: LessonRoom) =>
  new Promise<void>((resolve) => {
    const unfollow = room.follow({
      happened() {
        unfollow();
        resolve();
      },
    });
  });

describe('a lesson room', () => {
  test('[RS2] what arrives together is one append, decided one by one', async () => {
    const { store, room, say, clock } = await start();
    await say({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 });
    const roundId = room.state.round?.roundId ?? '';
    await room.ask({ type: 'buzzer.start', roundId, measures: [] });
    clock.advance(300);
    const press = { type: 'buzzer.press', roundId, shown: 0, pressed: 300 } as const;
    store.appends.length = 0;
    const replies = await Promise.all([say(press, pupil('s1')), say(press, pupil('s1')), say(press, pupil('s2'))]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(replies[1]).toEqual({ ok: false, reason: 'buzzer/already-pressed' });
    expect(store.appends).toHaveLength(1);
    expect(store.appends[0]?.entries).toHaveLength(2);
    const decided = happening(room);
    clock.advance(400);
    await decided;
    expect(room.state.round).toMatchObject({
      order: [
        { place: 1, entrant: { seatId: 's1' } },
        { place: 1, entrant: { seatId: 's2' } },
      ],
    });
  });

  test('[RS3] listeners hear of an event after it is stored, and the state is adopted with it', async () => {
    const { store, room, say } = await start();
    const heard: number[] = [];
    const happened = (batch: readonly Happened[]) => {
      for (const { version, after } of batch) {
        heard.push(version);
        expect(after).toBe(room.state);
      }
    };
    room.follow({ happened });
    const before = room.version;
    const reply = await say({ type: 'hand.raise' }, pupil('s1'));
    expect(reply).toEqual({ ok: true, version: before + 1 });
    expect(heard).toEqual([before + 1]);
    expect((await store.since('l1', before)).map(({ event }) => event.type)).toEqual(['hand.raised']);
  });

  test('[RS3] while the disk takes its time nobody is answered or told, and nothing has changed', async () => {
    const { store, room, say, clock } = await start();
    const { state, version } = room;
    const heard: string[] = [];
    room.follow({ happened: (batch) => heard.push(...batch.map(({ event }) => event.type)) });
    store.hold();
    const answers: CommandReply[] = [];
    const first = say({ type: 'hand.raise' }, pupil('s1')).then((reply) => answers.push(reply));
    await vi.waitFor(() => expect(store.waiting).toBe(1), { timeout: 30_000 });
    // More comes, and time goes on: all of it stands behind the disk.
    const second = say({ type: 'hand.raise' }, pupil('s2')).then((reply) => answers.push(reply));
    room.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    clock.advance(10_000);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(answers).toEqual([]);
    expect(heard).toEqual([]);
    expect(room.state).toBe(state);
    expect(room.version).toBe(version);
    expect(room.since(version)).toEqual([]);
    expect(store.waiting).toBe(1);
    store.release();
    await Promise.all([first, second]);
    await settled(room);
    expect(answers).toEqual([
      { ok: true, version: version + 1 },
      { ok: true, version: version + 2 },
    ]);
    expect(heard).toEqual(['hand.raised', 'hand.raised', 'board.came']);
  });

  test('[RS4] a repeated id gets the first answer, also from the room of a later process', async () => {
    const { room, say, deps } = await start();
    const first = await say({ type: 'hand.raise' }, pupil('s1'), 'mine');
    await say({ type: 'hand.lower' }, pupil('s1'));
    expect(await say({ type: 'hand.raise' }, pupil('s1'), 'mine')).toEqual(first);
    expect(room.state.hands).toEqual([]);
    expect(await say({ type: 'seat.leave' }, pupil('s1'), 'mine')).toEqual({ ok: false, reason: 'command/id-reused' });
    const later = await LessonRoom.open('l1', deps);
    expect(later.state).toEqual(room.state);
    expect(await later.command('mine', { type: 'hand.raise' }, pupil('s1'))).toEqual(first);
    expect(later.state.hands).toEqual([]);
  });

  test('[RS4] two with the same id in one batch are one', async () => {
    const { room, say } = await start();
    const twice = [say({ type: 'hand.raise' }, pupil('s1'), 'a'), say({ type: 'hand.raise' }, pupil('s1'), 'a')];
    const [one, two] = await Promise.all(twice);
    expect(one).toEqual(two);
    expect(room.state.hands).toHaveLength(1);
  });

  test('[RS5] with a full disk nothing changes, everybody is told, and it goes on by itself', async () => {
    const { store, room, say, clock } = await start();
    const { state, version } = room;
    store.breakWith('the disk is full');
    const replies = await Promise.all([say({ type: 'hand.raise' }, pupil('s1'), 'h'), say({ type: 'hands.clear' })]);
    expect(replies).toEqual([
      { ok: false, reason: 'storage-unavailable' },
      { ok: false, reason: 'storage-unavailable' },
    ]);
    expect(room.state).toBe(state);
    expect(room.since(version - 1)).toHaveLength(1);
    room.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    await settled(room);
    expect(room.state.classrooms.r1?.board.online).toBe(false);
    store.breakWith(null);
    const came = happening(room);
    clock.advance(1_000);
    await came;
    expect(room.state.classrooms.r1?.board.online).toBe(true);
    expect(await say({ type: 'hand.raise' }, pupil('s1'), 'h')).toMatchObject({ ok: true });
  });

  test('[RS5] however much was observed meanwhile, a command is answered at once; comings and goings add up to one each', async () => {
    const { store, room, say, clock } = await start();
    const board = { kind: 'board', classroomId: 'r1' } as const;
    room.report({ type: 'peer.came', peer: board });
    await settled(room);
    const { version } = room;
    store.breakWith('the disk is full');
    const observe = (from: number) => {
      for (let index = from; index < from + 500; index += 1) {
        room.report({ type: 'track.publish', trackId: `t${index}`, peerId: LEAD_PEER, source: 'camera' });
        room.report({ type: 'peer.went', peer: board, cause: `cut ${index}` });
        room.report({ type: 'peer.came', peer: board });
      }
    };
    observe(0);
    const refused = { ok: false, reason: 'storage-unavailable' };
    expect(await say({ type: 'hand.raise' }, pupil('s1'))).toEqual(refused);
    observe(500);
    store.appends.length = 0;
    expect(await say({ type: 'hand.raise' }, pupil('s2'))).toEqual(refused);
    expect(store.appends).toHaveLength(1);
    expect(room.version).toBe(version);
    store.breakWith(null);
    clock.advance(1_000);
    for (let turn = 0; turn < 20; turn += 1) await settled(room);
    const log = (await store.since('l1', version)).map(({ event }) => event);
    expect(Object.keys(room.state.tracks)).toHaveLength(1_000);
    expect(log.filter(({ type }) => type === 'board.went')).toMatchObject([{ cause: 'cut 999' }]);
    expect(log.filter(({ type }) => type === 'board.came')).toHaveLength(1);
    expect(room.state.classrooms.r1?.board.online).toBe(true);
  });

  test('[AC8] an event that the log could not read again costs its own command alone', async () => {
    const { store, room, say, deps } = await start();
    const bad = { type: 'track.publish', trackId: 'no id at all', peerId: LEAD_PEER, source: 'camera' } as const;
    const replies = await Promise.all([
      say({ type: 'hand.raise' }, pupil('s1')),
      room.ask(bad),
      say({ type: 'hand.raise' }, pupil('s2')),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'done' : reply.reason))).toEqual(['done', 'internal', 'done']);
    for (const { event } of await store.since('l1', 0)) expect(lessonEvent.parse(event)).toEqual(event);
    const later = await LessonRoom.open('l1', deps);
    expect(later.state).toEqual(room.state);
    expect(later.state.hands).toHaveLength(2);
  });

  test('[RS5] what was observed survives a failure of the server’s own, unless it fails again and again', async () => {
    const { store, room, say, clock } = await start();
    const broken = vi.spyOn(store, 'append').mockRejectedValueOnce(new Error('a bug'));
    const board = () => room.state.classrooms.r1?.board.online;
    room.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    expect(await say({ type: 'hand.raise' }, pupil('s1'))).toEqual({ ok: false, reason: 'internal' });
    expect(board()).toBe(false);
    clock.advance(1_000);
    await settled(room);
    expect(board()).toBe(true);
    broken.mockRejectedValue(new Error('a bug'));
    room.report({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'x' });
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1_000);
      await settled(room);
    }
    broken.mockRestore();
    expect(await say({ type: 'hand.raise' }, pupil('s1'))).toMatchObject({ ok: true });
    expect(board()).toBe(true);
  });

  test('[RS6] a fenced room steps down and says so', async () => {
    const { store, room, say } = await start();
    const closed: RoomClosed[] = [];
    room.follow({ happened: () => {}, closed: (why) => closed.push(why) });
    await store.own('l1');
    expect(await say({ type: 'hand.raise' }, pupil('s1'))).toEqual({ ok: false, reason: 'busy-try-again' });
    expect(closed).toEqual(['fenced']);
    expect(await say({ type: 'hand.raise' }, pupil('s1'))).toEqual({ ok: false, reason: 'busy-try-again' });
  });

  test('[RS7] time acts by itself: a question closes after its grace, with one alarm a lesson', async () => {
    const { room, say, clock } = await start();
    const choices = [
      { key: 'A' as const, text: '一' },
      { key: 'B' as const, text: '二' },
    ];
    await say({ ...UNPREPARED, task: { kind: 'single', choices, correct: 'A' }, seconds: 10 });
    expect(clock.waiting).toBe(1);
    clock.advance(11_499);
    await settled(room);
    expect(room.state.round).toMatchObject({ phase: 'open' });
    const closed = happening(room);
    clock.advance(1);
    await closed;
    expect(room.state.round).toMatchObject({ phase: 'closed' });
    expect(clock.waiting).toBe(0);
  });

  test('[RS7] a countdown goes on in the room of a later process', async () => {
    const { room, say, clock, deps } = await start();
    await say({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    expect(room.state.floor.turns).toEqual([]);
    room.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    await say({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    const later = await LessonRoom.open('l1', deps);
    expect(later.state.floor.turns[0]?.endsAt).toBe(clock.now() + 30_000);
    const ended = happening(later);
    clock.advance(30_000);
    await ended;
    expect(later.state.floor.turns).toEqual([]);
  });

  test('[RS1] what was missed is at hand up to 500 events', async () => {
    const { room, say } = await start();
    const { version } = room;
    await say({ type: 'hand.raise' }, pupil('s1'));
    expect(room.since(version)?.map(({ event }) => event.type)).toEqual(['hand.raised']);
    expect(room.since(room.version)).toEqual([]);
    expect(room.since(room.version + 1)).toBeNull();
    for (let index = 0; index < 500; index += 1) {
      room.report({ type: 'track.publish', trackId: `t${index}`, peerId: LEAD_PEER, source: 'camera' });
    }
    await settled(room);
    expect(room.since(version)).toBeNull();
  });
});
