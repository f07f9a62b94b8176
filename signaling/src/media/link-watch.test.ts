import { pino } from 'pino';
import { expect, test } from 'vitest';
import { LinkWatch } from './link-watch.ts';

const QUIET = { bitrate: 30_000, loss: 0, picture: null };
const LOSSY = { ...QUIET, loss: 0.2 };

function setUp() {
  const told: string[] = [];
  const lines: { link: string; room: string; lesson: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const watch = new LinkWatch({ measured: (_, peerId, state) => void told.push(`${peerId} ${state}`) }, log);
  const heed = (up: typeof QUIET, peerId = 'r1') =>
    watch.heed({ type: 'lesson.quality', lessonId: 'l1', peers: [{ peerId, up, down: null }] });
  return { watch, told, lines, heed };
}

test('[MD5] a link is called worse when two measurements agree; a change is logged once, with lesson and room', () => {
  const { told, lines, heed } = setUp();
  for (const up of [QUIET, LOSSY, LOSSY, LOSSY, QUIET]) heed(up);
  expect(told).toEqual(['r1 good', 'r1 good', 'r1 saving', 'r1 saving', 'r1 good']);
  expect(lines.map(({ lesson, room, link }) => [lesson, room, link])).toEqual([
    ['l1', 'r1', 'saving'],
    ['l1', 'r1', 'good'],
  ]);
});

test('[MD5] of a peer through which nothing goes any more no trouble stands', () => {
  const { told, heed } = setUp();
  heed(LOSSY);
  heed(LOSSY);
  heed(QUIET, 'r2');
  expect(told.slice(-2)).toEqual(['r2 good', 'r1 good']);
});
