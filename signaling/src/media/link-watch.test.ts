import type { Rung, ServerCommand, UplinkRung } from '@tongke/shared-types';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { LinkWatch } from './link-watch.ts';

function setUp() {
  const told: string[] = [];
  const lines: { room: string; lesson: string; down: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const clock = new FakeClock();
  const report = (command: ServerCommand) =>
    command.type === 'link.report' && told.push(`${command.peerId} ${command.down} ${command.up}`);
  const find = (lessonId: string) => (lessonId === 'l1' ? ({ report } as never) : null);
  const watch = new LinkWatch({ registry: { find }, clock, log });
  const heed = (down: Rung, up: UplinkRung = 'full', lessonId = 'l1') =>
    watch.heed({ lessonId, peerId: 'r1', down, up });
  return { told, lines, clock, heed, watch };
}

test('[WL6] what is worse is told at once, what is better at most every 10 s and then as it is', () => {
  const { told, clock, heed } = setUp();
  for (const rung of ['A', 'C', 'E'] as const) heed(rung);
  expect(told).toEqual(['r1 A full', 'r1 C full', 'r1 E full']);
  clock.advance(4_000);
  heed('D');
  heed('C');
  clock.advance(5_999);
  expect(told).toHaveLength(3);
  clock.advance(1);
  expect(told.slice(3)).toEqual(['r1 C full']);
  clock.advance(10_000);
  heed('B', 'low');
  heed('B', 'full');
  expect(told.slice(4)).toEqual(['r1 B low']);
  clock.advance(10_000);
  expect(told.slice(5)).toEqual(['r1 B full']);
});

test('[WL6] a change is logged with lesson and room; one that was waiting goes with its lesson', () => {
  const { told, lines, clock, heed, watch } = setUp();
  heed('E');
  heed('A');
  watch.forget('l1');
  clock.advance(60_000);
  expect(told).toEqual(['r1 E full']);
  expect(lines.map(({ lesson, room, down }) => [lesson, room, down])).toEqual([['l1', 'r1', 'E']]);
  heed('E', 'full', 'unknown');
  expect(told).toHaveLength(1);
});
