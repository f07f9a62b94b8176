import { Manager } from 'socket.io-client';
import { expect, test } from 'vitest';
import { returnPace } from './socket.ts';

/** The pauses before a tablet's first attempts, as the library draws them, ms. */
function pauses(attempts: number): number[] {
  const manager = new Manager('http://nowhere.invalid', { ...returnPace(), autoConnect: false });
  const { backoff } = manager as unknown as { backoff: { duration(): number } };
  return Array.from({ length: attempts }, () => backoff.duration());
}

test('[RS12] a thousand tablets that lost the server together come back one after the other, and soon', () => {
  const tablets = Array.from({ length: 1_000 }, () => pauses(6));
  const first = tablets.map(([pause = 0]) => pause);
  // By chance over 0.2 s: in no 20 ms come twice as many as in others.
  for (let from = 100; from < 300; from += 20) {
    const together = first.filter((pause) => pause >= from && pause < from + 20).length;
    expect(together).toBeGreaterThan(50);
    expect(together).toBeLessThan(200);
  }
  expect(Math.max(...tablets.flat())).toBeLessThanOrEqual(2_000);
  const sixth = tablets.map(([, , , , , pause = 0]) => pause);
  expect(Math.max(...sixth) - Math.min(...sixth)).toBeGreaterThan(1_000);
});
