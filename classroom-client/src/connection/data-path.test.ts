import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settle } from '../testing/fake-wire.ts';
import { createDataPath } from './data-path.ts';
import type { ChannelHandlers, OpenChannel, Opened } from './open-channel.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', class {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Attempt {
  readonly handlers: ChannelHandlers;
  readonly sent: number[][];
  readonly closed: () => boolean;
  readonly answer: (opened: Opened) => Promise<void>;
  /** The channel comes up. */
  readonly up: () => Promise<void>;
}

/** A path whose channels the test opens; chance is always in the middle. */
function start(random = () => 0.5) {
  const attempts: Attempt[] = [];
  const open: OpenChannel = (handlers) =>
    new Promise((resolve) => {
      const sent: number[][] = [];
      let closed = false;
      const channel = {
        send: (bytes: Uint8Array) => sent.push([...bytes]) > 0,
        close: () => {
          closed = true;
        },
      };
      const answer = async (opened: Opened) => {
        resolve(opened);
        await settle();
      };
      attempts.push({ handlers, sent, closed: () => closed, answer, up: () => answer({ ok: true, channel }) });
    });
  const path = createDataPath(async () => open, random);
  const last = () => {
    const attempt = attempts[attempts.length - 1];
    if (!attempt) throw new Error('Nobody opened a channel.');
    return attempt;
  };
  return { path, attempts, last };
}

test('[DP1] a channel is opened within 5 s after the seat was taken, at an instant of its own', async () => {
  const { path, attempts, last } = start(() => 0.9);
  path.attend('l/s1');
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(4_499);
  expect(attempts).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect([attempts.length, path.open]).toEqual([1, false]);
  await last().up();
  expect(path.open).toBe(true);
});

test('[DP1] messages pass both ways while it is open; without a channel nothing is sent', async () => {
  const { path, last } = start();
  const heard: number[][] = [];
  const stop = path.onMessage((bytes) => heard.push([...bytes]));
  expect(path.send(Uint8Array.of(1))).toBe(false);
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(5_000);
  await last().up();
  expect(path.send(Uint8Array.of(2))).toBe(true);
  last().handlers.message(Uint8Array.of(3));
  stop();
  last().handlers.message(Uint8Array.of(4));
  expect([last().sent, heard]).toEqual([[[2]], [[3]]]);
});

test('[DP5] what fails is tried again ever more slowly, what was steady comes back soon', async () => {
  const { path, attempts, last } = start();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(2_500);
  for (const pause of [2_000, 4_000, 8_000]) {
    const before = attempts.length;
    await last().answer({ ok: false, again: true });
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(attempts).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toHaveLength(before + 1);
  }
  for (let time = 0; time < 20; time++) {
    await last().answer({ ok: false, again: true });
    await vi.advanceTimersByTimeAsync(300_000);
  }
  expect(attempts).toHaveLength(24);
  await last().up();
  await vi.advanceTimersByTimeAsync(30_000);
  path.lost();
  expect(path.open).toBe(false);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(attempts).toHaveLength(25);
});

test('[DP5] a channel that is lost again and again is no steady one', async () => {
  const { path, attempts, last } = start();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(2_500);
  for (const pause of [2_000, 4_000]) {
    await last().up();
    last().handlers.lost();
    const before = attempts.length;
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(attempts).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(attempts).toHaveLength(3);
});

test('[DP2] a refusal that time does not heal ends the matter for this seat', async () => {
  const { path, attempts, last } = start();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(5_000);
  await last().answer({ ok: false, again: false });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(attempts).toHaveLength(1);
  path.attend('l/s2');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(attempts).toHaveLength(2);
});

test('[DP5] who leaves the seat closes the channel, also one that is still coming up', async () => {
  const { path, attempts, last } = start();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(5_000);
  const first = last();
  path.attend('l/s2');
  await first.up();
  expect([first.closed(), path.open]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(5_000);
  await last().up();
  path.close();
  first.handlers.lost();
  last().handlers.message(Uint8Array.of(1));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([attempts.length, last().closed(), path.open]).toEqual([2, true, false]);
});

test('[DP1] a browser without WebRTC is left in peace', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  const { path, attempts } = start();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([attempts.length, path.open]).toEqual([0, false]);
});

test('[DP1] a part of the page that cannot be loaded now is loaded later', async () => {
  let loads = 0;
  const path = createDataPath(
    () => {
      loads++;
      return Promise.reject(new Error('offline'));
    },
    () => 0.5,
  );
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(2_500 + 2_000 + 4_000);
  expect(loads).toBe(3);
});

test('[BR8] without a channel it is tried soon where whoever is called is there again; each turn is told', async () => {
  const { path, attempts, last } = start();
  const turns: boolean[] = [];
  path.onTurn((open) => turns.push(open));
  path.hurry();
  path.attend('l/s1');
  await vi.advanceTimersByTimeAsync(2_500);
  for (let time = 0; time < 8; time++) {
    await last().answer({ ok: false, again: true });
    await vi.advanceTimersByTimeAsync(299_000);
  }
  await last().answer({ ok: false, again: true });
  const before = attempts.length;
  path.hurry();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(attempts).toHaveLength(before + 1);
  await last().up();
  path.hurry();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(attempts).toHaveLength(before + 1);
  last().handlers.lost();
  path.close();
  expect(turns).toEqual([true, false]);
});
