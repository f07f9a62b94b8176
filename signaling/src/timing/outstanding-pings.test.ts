import { seeded } from '@tongke/shared-types/testing';
import { expect, test } from 'vitest';
import { OutstandingPings } from './outstanding-pings.ts';

function pings(): OutstandingPings {
  const random = seeded(4);
  return new OutstandingPings(() => Math.floor(random() * 2 ** 32));
}

test('[TM2] the first answer to a ping tells the round trip, by whichever path; nothing else does', () => {
  const all = pings();
  const slot = all.open();
  const nonce = all.ping(slot, 1_000.25);
  expect(all.pong(slot, nonce ^ 8, 1_050, 'socket')).toBeNull();
  expect(all.pong(slot, nonce, 1_050.5, 'data')).toBe(50.25);
  expect(all.pong(slot, nonce, 1_090, 'socket')).toBeNull();
  expect(all.pong(slot, 0, 1_090, 'socket')).toBeNull();
});

test('[TM2] answers may come late and out of order, as long as the last eight pings', () => {
  const all = pings();
  const slot = all.open();
  const nonces = Array.from({ length: 9 }, (_, index) => all.ping(slot, index * 200));
  expect(new Set(nonces).size).toBe(9);
  expect(all.pong(slot, nonces[0] ?? 0, 1_700, 'socket')).toBeNull();
  expect(all.pong(slot, nonces[8] ?? 0, 1_700, 'socket')).toBe(100);
  expect(all.pong(slot, nonces[1] ?? 0, 1_700, 'socket')).toBe(1_500);
});

test('[TM2] every third ping takes a ping frame along, one at a time', () => {
  const all = pings();
  const slot = all.open();
  const frames = Array.from({ length: 9 }, (_, index) => {
    all.ping(slot, index * 5_000);
    const nonce = all.frame(slot, index * 5_000);
    if (nonce !== null) expect(all.frameAnswered(slot, nonce, index * 5_000 + 30)).toBe(30);
    return nonce !== null;
  });
  expect(frames).toEqual([true, false, false, true, false, false, true, false, false]);
  all.ping(slot, 50_000);
  const out = all.frame(slot, 50_000);
  expect(all.frameAnswered(slot, 0, 50_001)).toBeNull();
  expect(all.frameAnswered(slot, (out ?? 0) + 2, 50_001)).toBeNull();
  for (let more = 0; more < 3; more += 1) all.ping(slot, 50_100);
  expect(all.frame(slot, 50_100)).toBeNull();
});

test('[TM12] the data path is there when it answers half of the pings', () => {
  const all = pings();
  const slot = all.open();
  const ask = (path: 'data' | 'socket') => all.pong(slot, all.ping(slot, 0), 10, path);
  expect(all.hasDataPath(slot)).toBe(false);
  ask('data');
  expect(all.hasDataPath(slot)).toBe(true);
  for (let lost = 0; lost < 4; lost += 1) ask('socket');
  expect(all.hasDataPath(slot)).toBe(false);
  for (let back = 0; back < 4; back += 1) ask('data');
  expect(all.hasDataPath(slot)).toBe(true);
});

test('[TM11] whoever gets a slot finds nothing of the one before', () => {
  const all = pings();
  const slot = all.open();
  const nonce = all.ping(slot, 0);
  all.setLate(slot, 40);
  all.close(slot);
  expect(all.open()).toBe(slot);
  expect(all.pong(slot, nonce, 10, 'data')).toBeNull();
  expect(all.late(slot)).toBe(0);
  expect(all.hasDataPath(slot)).toBe(false);
});

test('[TM2] thousands of links take a few flat arrays', () => {
  const all = pings();
  const slots = Array.from({ length: 5_000 }, () => all.open());
  const nonces = slots.map((slot) => all.ping(slot, slot));
  expect(new Set(slots).size).toBe(5_000);
  slots.forEach((slot, index) => {
    expect(all.pong(slot, nonces[index] ?? 0, slot + 7, 'socket')).toBe(7);
  });
});
