import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../netlab/link.ts';
import { BEHIND, FRONT } from '../netlab/media-addresses.ts';
import { startTcpRelay } from '../netlab/tcp-relay.ts';
import { startUdpRelay } from '../netlab/udp-relay.ts';
import { Cast } from './support/cast.ts';
import { mediaFiles } from './support/media-files.ts';
import { hears, seesTimecode } from './support/senses.ts';
import { sleepDevice } from './support/sleep-device.ts';
import { startBoard } from './support/start-board.ts';
import { startLesson } from './support/start-lesson.ts';

const datagrams: Link = { delayMs: 10, up: true };
const relays: Relay[] = [];
let cast: Cast;
let board: Page;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_MEDIA_IPS: `${BEHIND}=${FRONT}` }, mediaFiles().slowVideo);
  const { mediaPort: port } = cast.school;
  const near: Link = { delayMs: 0, up: true };
  let linkOfNext = near;
  relays.push(await startUdpRelay(() => linkOfNext, { host: FRONT, port }, { host: BEHIND, port }));
  relays.push(await startTcpRelay(near, { host: FRONT, port }, { host: BEHIND, port }));
  const teacher = await cast.teacher();
  linkOfNext = datagrams;
  board = await cast.board(0);
  await startLesson(teacher);
  await seesTimecode(board);
});
afterAll(async () => {
  await cast?.close();
  for (const relay of relays) await relay.close();
});

test('[RC6] UDP that is blocked in the middle of a lesson: voice and picture go on over TCP', async () => {
  expect(await pathOf(board)).toEqual(['udp']);
  datagrams.up = false;
  await expect.poll(() => pathOf(board), { timeout: 30_000 }).toEqual(['tcp']);
  expect(await hears(board, 'teacher')).toBe(true);
  await seesTimecode(board);
});

test('[RC6] a board that has no UDP from the start receives over TCP', async () => {
  await board.reload();
  await startBoard(board);
  await seesTimecode(board);
  expect(await pathOf(board)).toEqual(['tcp']);
  expect(await hears(board, 'teacher')).toBe(true);
});

test('[RC5] a board that slept for 40 s hears its teacher again, and nobody touches it', async () => {
  // Longer than server and browser remember it: 5 s without a beat, 30 s without a packet.
  await sleepDevice('child-beeps.wav', 40_000);
  const woke = Date.now();
  expect(await hears(board, 'teacher')).toBe(true);
  console.log(`the teacher was heard ${Date.now() - woke} ms after waking, of which 2,000 are listening`);
  await seesTimecode(board);
});

/** The protocols over which what the page receives comes. */
function pathOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const protocols = new Set<string>();
    for (const connection of window.tongkeProbe.connections) {
      if (connection.connectionState !== 'connected') continue;
      const report = await connection.getStats();
      report.forEach((entry) => {
        if (entry.type !== 'transport' || !entry.selectedCandidatePairId) return;
        protocols.add(report.get(report.get(entry.selectedCandidatePairId).localCandidateId).protocol);
      });
    }
    return [...protocols];
  });
}
