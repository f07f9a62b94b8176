import { decodeTimingDown, type LinkEstimate, type TimingDown } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { FakeDatagrams } from '../testing/fake-datagrams.ts';
import { Calibration } from './calibration.ts';
import type { Link } from './link.ts';
import { OutstandingPings } from './outstanding-pings.ts';
import { tickMs } from './tick-ms.ts';

let now: number;
let calibration: Calibration;
let pinged: number[];
let frames: { readonly slot: number; readonly payload: Uint8Array }[];
let datagrams: FakeDatagrams;
let pings: OutstandingPings;

beforeEach(() => {
  now = 1_000;
  let next = 100;
  pings = new OutstandingPings(() => (next += 64));
  datagrams = new FakeDatagrams();
  pinged = [];
  frames = [];
  calibration = new Calibration({ precise: { now: () => now }, datagrams, pings });
});

function links(count: number): { link: Link; trips: [number, string][]; messages: TimingDown[] }[] {
  return Array.from({ length: count }, (_, index) => {
    const slot = pings.open();
    const trips: [number, string][] = [];
    const messages: TimingDown[] = [];
    const line = {
      timing: null,
      sendTiming: (message: TimingDown) => {
        pinged.push(index);
        messages.push(message);
      },
      pingFrame: (payload: Uint8Array) => frames.push({ slot, payload }) > 0,
    };
    const estimate = {
      add: (trip: number, _at: number, by: string) => trips.push([trip, by]),
    } as unknown as LinkEstimate;
    const actor = { role: 'pupil', classroomId: 'r1', seatId: `s${index}` } as const;
    const link = { lesson: { lessonId: 'l1' } as Link['lesson'], line, actor, slot, estimate, index };
    return { link, trips, messages };
  });
}

function run(all: readonly Link[], ms: number, isArmed = false): void {
  const step = tickMs(all.length, isArmed);
  for (let passed = 0; passed < ms; passed += step) {
    now += step;
    calibration.tick(all, isArmed, step);
  }
}

test('[TM2] every screen is pinged about every 5 s, and the pings are spread', () => {
  const all = links(100).map(({ link }) => link);
  run(all, 5_000);
  expect(new Set(pinged).size).toBe(100);
  expect(pinged).toHaveLength(100);
  pinged = [];
  run(all, 250);
  expect(pinged).toHaveLength(5);
});

test('[TM2] few screens are pinged together, once a second', () => {
  const all = links(50).map(({ link }) => link);
  run(all, 1_000);
  expect(pinged).toHaveLength(10);
  run(all, 4_000);
  expect(new Set(pinged).size).toBe(50);
});

test('[TM2] while a round is armed a few screens are pinged five times a second, and thousands as often as the server can', () => {
  const few = links(20).map(({ link }) => link);
  run(few, 1_000, true);
  expect(pinged).toHaveLength(100);
  pinged = [];
  const many = links(5_000).map(({ link }) => link);
  run(many, 1_000, true);
  expect(pinged.length).toBeLessThanOrEqual(2_000);
  expect(new Set(pinged).size).toBe(pinged.length);
});

test('[TM2] a ping goes out on both paths with one nonce, and both answers count once', () => {
  const [one] = links(1);
  if (!one) throw new Error('no link');
  datagrams.open.add('l1/s0');
  calibration.ping(one.link);
  const [ping] = one.messages;
  expect(datagrams.sent.map(({ bytes }) => decodeTimingDown(bytes))).toEqual([ping]);
  if (ping?.type !== 'ping') throw new Error('no ping');
  now += 80;
  calibration.pong(one.link, ping.nonce, now, 'data');
  now += 40;
  calibration.pong(one.link, ping.nonce, now, 'socket');
  expect(one.trips).toEqual([[80, 'page']]);
});

test('[TM2] a ping frame is answered by the browser, and only by its own payload', () => {
  const [one, other] = links(2);
  if (!one || !other) throw new Error('no links');
  calibration.ping(one.link);
  now += 25;
  const payload = frames.find(({ slot }) => slot === one.link.slot)?.payload ?? new Uint8Array(0);
  calibration.framePong(other.link, payload);
  calibration.framePong(one.link, payload.subarray(1));
  calibration.framePong(one.link, new Uint8Array(4));
  calibration.framePong(one.link, payload);
  calibration.framePong(one.link, payload);
  expect(one.trips).toEqual([[25, 'browser']]);
  expect(other.trips).toEqual([]);
});
