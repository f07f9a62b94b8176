import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Pinged, pingTogether } from './ping-together.ts';

const EVERY_MS = 2_500;
let pinged: [name: string, at: number][];

beforeEach(() => {
  vi.useFakeTimers();
  pinged = [];
});
afterEach(() => vi.useRealTimers());

class Connection implements Pinged {
  readonly name: string;
  readyState = 'open';
  pingIntervalTimer: Pinged['pingIntervalTimer'] = null;
  hasRefreshedPingTimeout = true;
  waits = false;

  constructor(name: string) {
    this.name = name;
    this.schedulePing();
  }

  schedulePing(): void {
    throw new Error('not replaced');
  }

  sendPacket(type: string): void {
    expect(type).toBe('ping');
    pinged.push([this.name, performance.now()]);
  }

  resetPingTimeout(): void {
    this.waits = true;
  }
}
pingTogether(Connection.prototype, EVERY_MS);

test('[RS11] connections are pinged by one timer for 64 of them, and none later than its interval', () => {
  const first = new Connection('first');
  vi.advanceTimersByTime(200);
  const second = new Connection('second');
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(EVERY_MS - 200);
  expect(pinged.map(([name]) => name)).toEqual(['first', 'second']);
  expect(new Set(pinged.map(([, at]) => at)).size).toBe(1);
  expect([first.waits, first.hasRefreshedPingTimeout, second.waits]).toEqual([true, false, true]);

  const many = Array.from({ length: 64 }, (_, nth) => new Connection(`${nth}`));
  expect(vi.getTimerCount()).toBe(2);
  for (const connection of [first, second, ...many]) connection.readyState = 'closed';
  vi.advanceTimersByTime(EVERY_MS);
  expect(vi.getTimerCount()).toBe(0);
});

test('[RS11] a connection that has not answered is not pinged again; its own timer decides', () => {
  const silent = new Connection('silent');
  vi.advanceTimersByTime(3 * EVERY_MS);
  expect(pinged).toHaveLength(1);
  silent.readyState = 'closed';
  vi.advanceTimersByTime(EVERY_MS);
});

test('[RS11] the next ping is due after the answer, however often that is said, and never after the end', () => {
  const here = new Connection('here');
  const gone = new Connection('gone');
  vi.advanceTimersByTime(EVERY_MS);
  expect(pinged).toHaveLength(2);
  gone.pingIntervalTimer?.refresh();
  for (let again = 0; again < 100; again += 1) {
    here.pingIntervalTimer?.refresh();
    vi.advanceTimersByTime(10);
  }
  gone.readyState = 'closed';
  vi.advanceTimersByTime(EVERY_MS);
  expect(pinged.map(([name]) => name)).toEqual(['here', 'gone', 'here']);
  here.readyState = 'closed';
  vi.advanceTimersByTime(EVERY_MS);
});
