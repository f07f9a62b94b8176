import type { SfuNotice } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WorkerPool } from '../media/worker-pool.ts';
import { createFakeEngine, type FakeEngine } from '../testing/fake-engine.ts';
import { DTLS } from '../testing/rtp-samples.ts';
import { silentLog } from '../testing/silent-log.ts';
import { TabletRooms } from './tablet-rooms.ts';

let engine: FakeEngine;
let pool: WorkerPool;
let rooms: TabletRooms;
let notices: SfuNotice[];
let delivered: [number, number[]][];

beforeEach(async () => {
  vi.useFakeTimers();
  notices = [];
  delivered = [];
  engine = createFakeEngine();
  pool = await WorkerPool.start(engine, { serves: 'tablets', ports: [1] }, silentLog);
  rooms = new TabletRooms({
    openRouter: () => pool.openRouter(),
    deliver: ({ channel, message }) => delivered.push([channel, [...message]]),
    notify: (notice) => notices.push(notice),
    log: silentLog,
  });
});
afterEach(() => vi.useRealTimers());

async function open(seatId: string, lessonId = 'L1') {
  const opened = await rooms.open({ lessonId, seatId, holder: `device-of-${seatId}` }, DTLS);
  if (!opened.ok) throw new Error(`Refused: ${opened.reason}`);
  const engineChannel = engine.workers.at(-1)?.channels.at(-1);
  if (!engineChannel) throw new Error('Expected a channel.');
  engineChannel.connected = true;
  return { ...opened.result, engine: engineChannel };
}

describe('the data channels of tablets', () => {
  test('[DP3] each seat has its own, and nobody else hears it', async () => {
    const one = await open('s1');
    const two = await open('s2');
    one.engine.arrive(Uint8Array.of(1));
    two.engine.arrive(Uint8Array.of(2));
    rooms.send(two.channel, Uint8Array.of(3));
    expect(delivered).toEqual([
      [one.channel, [1]],
      [two.channel, [2]],
    ]);
    expect([one.engine.sent, two.engine.sent]).toEqual([[], [Uint8Array.of(3)]]);
  });

  test('[DP3] a newer channel of the seat ends the older, silently; an old number ends nothing any more', async () => {
    const older = await open('s1');
    const newer = await open('s1');
    expect([older.engine.closed, newer.engine.closed]).toEqual([true, false]);
    rooms.closeSeat('L1', 's1', older.channel);
    expect(rooms.list()).toEqual([{ lessonId: 'L1', seatId: 's1', holder: 'device-of-s1', channel: newer.channel }]);
    rooms.closeSeat('L1', 's1', newer.channel);
    expect([rooms.list(), notices, newer.engine.closed]).toEqual([[], [], true]);
    expect(rooms.send(newer.channel, Uint8Array.of(1))).toBe(false);
  });

  test('[DP5] a lesson without channels leaves the worker', async () => {
    await open('s1');
    expect(engine.workers[0]?.load).toBe(1);
    rooms.closeRoom('L1');
    await vi.advanceTimersByTimeAsync(0);
    const { channel } = await open('s2');
    rooms.closeSeat('L1', 's2', channel);
    await vi.advanceTimersByTimeAsync(0);
    expect(engine.workers[0]?.load).toBe(0);
  });

  test('[DP5] a lesson that closes while a channel is opened leaves nothing open', async () => {
    const release = engine.hold();
    const opening = rooms.open({ lessonId: 'L1', seatId: 's1', holder: 'd' }, DTLS);
    rooms.closeAll();
    release();
    await expect(opening.catch(() => 'rejected')).resolves.not.toMatchObject({ ok: true });
    await vi.advanceTimersByTimeAsync(0);
    expect([engine.workers[0]?.load, rooms.list()]).toEqual([0, []]);
  });

  test('[DP5] a tablet that hangs up is told of once; one whose UDP does not get through after 20 s', async () => {
    const one = await open('s1');
    one.engine.hangUp();
    one.engine.hangUp();
    const two = await open('s2');
    two.engine.connected = false;
    await vi.advanceTimersByTimeAsync(20_000);
    const of = (seatId: string, channel: number) => ({ type: 'data.closed', lessonId: 'L1', seatId, channel });
    expect(notices).toEqual([
      { ...of('s1', one.channel), cause: 'connection-closed' },
      { ...of('s2', two.channel), cause: 'never-connected' },
    ]);
    expect(rooms.list()).toEqual([]);
  });

  test('[DP5] a worker that dies loses its lessons; the next channel comes up on the new one', async () => {
    const before = await open('s1');
    await open('s2', 'L2');
    engine.workers[0]?.die();
    expect(notices).toEqual([
      { type: 'data.lost', lessonId: 'L1' },
      { type: 'data.lost', lessonId: 'L2' },
    ]);
    expect(rooms.list()).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    const after = await open('s1');
    expect(after.channel).toBeGreaterThan(before.channel);
    expect(engine.workers).toHaveLength(2);
  });

  test('[DP4] too much at once is dropped, and passes again later', async () => {
    const { engine: tablet } = await open('s1');
    for (let sent = 0; sent < 100; sent += 1) tablet.arrive(Uint8Array.of(sent));
    expect(delivered).toHaveLength(60);
    await vi.advanceTimersByTimeAsync(1_000);
    for (let sent = 0; sent < 100; sent += 1) tablet.arrive(Uint8Array.of(sent));
    expect(delivered).toHaveLength(80);
    expect(notices).toEqual([]);
  });

  test('[DP4] what is empty or longer than 256 bytes goes nowhere, in neither direction', async () => {
    const { engine: tablet, channel } = await open('s1');
    tablet.arrive(new Uint8Array(0));
    tablet.arrive(new Uint8Array(257));
    tablet.arrive(new Uint8Array(256));
    rooms.send(channel, new Uint8Array(257));
    expect([delivered.length, tablet.sent.length]).toEqual([1, 0]);
  });

  test('[DP4] a flood ends the channel, and the seat gets no other for a minute', async () => {
    const { engine: tablet, channel } = await open('s1');
    for (let sent = 0; sent < 1_000; sent += 1) tablet.arrive(Uint8Array.of(1));
    expect(notices).toEqual([{ type: 'data.closed', lessonId: 'L1', seatId: 's1', channel, cause: 'flooded' }]);
    const again = () => rooms.open({ lessonId: 'L1', seatId: 's1', holder: 'd' }, DTLS);
    expect(await again()).toEqual({ ok: false, reason: 'too-many-requests' });
    await open('s2');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await again()).toMatchObject({ ok: true });
  });
});
