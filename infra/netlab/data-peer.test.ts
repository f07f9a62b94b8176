import { type StartedSfu, startSfu } from '@tongke/sfu-server/testing';
import { attachSfu, TestClassroom, until } from '@tongke/signaling/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDataPath } from './data-peer.ts';
import { startUdpRelay } from './udp-relay.ts';

let sfu: StartedSfu;
let classroom: TestClassroom;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  sfu = await startSfu();
  classroom = await TestClassroom.start({ link: await attachSfu(sfu) });
  await classroom.lead();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await classroom.close();
  await sfu.close();
});

it('[DP1] [DP6] carries bytes between signaling and a tablet over an emulated link, with a real worker in between', async () => {
  const tablet = await classroom.pupil('r1-s1');
  const near = await openDataPath(tablet);
  closing.push(() => near.close());
  const port = near.offer?.candidates[0]?.port ?? 0;
  const link = { delayMs: 50, up: true };
  const relay = await startUdpRelay(link, { host: '127.0.0.1', port: 0 }, { host: '127.0.0.1', port });
  closing.push(() => relay.close());
  const far = await openDataPath(await classroom.pupil('r2-s1'), { via: { address: '127.0.0.1', port: relay.port } });
  closing.push(() => far.close());

  const received: [string, number, number][] = [];
  const { datagrams } = classroom.side;
  datagrams.onReceived((_, seatId, bytes) => received.push([seatId, bytes[0] ?? 0, performance.now()]));
  for (const peer of [near, far]) peer.onMessage((message) => peer.send(message));
  const sentAt = performance.now();
  expect(datagrams.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(true);
  expect(datagrams.send('l1', 'r2-s1', Uint8Array.of(2))).toBe(true);
  await until('both answer', () => received.length === 2);
  expect(received.map(([seatId, byte]) => [seatId, byte]).sort()).toEqual([
    ['r1-s1', 1],
    ['r2-s1', 2],
  ]);
  const [, , at = 0] = received.find(([seatId]) => seatId === 'r2-s1') ?? [];
  expect(at - sentAt).toBeGreaterThanOrEqual(2 * link.delayMs);

  // Who gives the seat up loses the channel.
  await tablet.do({ type: 'seat.leave' });
  await vi.waitFor(() => expect(near.open).toBe(false));
  expect(datagrams.send('l1', 'r1-s1', Uint8Array.of(3))).toBe(false);
});
