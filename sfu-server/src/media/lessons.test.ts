import type { SfuNotice } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { createFakeEngine, type FakeEngine } from '../testing/fake-engine.ts';
import { voice } from '../testing/rtp-samples.ts';
import { silentLog } from '../testing/silent-log.ts';
import { Lessons } from './lessons.ts';
import { WorkerPool } from './worker-pool.ts';

let engine: FakeEngine;
let pool: WorkerPool;
let lessons: Lessons;
const notices: SfuNotice[] = [];

beforeEach(async () => {
  notices.length = 0;
  engine = createFakeEngine();
  pool = await WorkerPool.start(engine, { serves: 'media', ports: [1, 2] }, silentLog);
  const openRouter = () => pool.openRouter();
  lessons = new Lessons({ sfuId: 'sfu', openRouter, notify: (notice) => notices.push(notice), log: silentLog });
});

async function talk(lessonId: string) {
  const peer = lessons.openRoom(lessonId).openPeer('lead');
  const joined = await peer.join(true, null);
  peer.setGrant('microphone', null);
  if (!joined.ok || !joined.result.send) throw new Error('Expected to join.');
  const produced = await peer.produce(joined.result.send.id, 'microphone', voice());
  if (!produced.ok) throw new Error('Expected a track.');
  return { sfuId: joined.result.sfuId, trackId: produced.result.trackId };
}

test('a worker that dies loses its lessons, and no others', async () => {
  const first = await talk('L1');
  const second = await talk('L2');
  engine.workers[0]?.die();
  expect(notices).toEqual([{ type: 'lesson.lost', lessonId: 'L1' }]);
  expect(lessons.list()).toEqual([
    {
      lessonId: 'L2',
      sfuId: 'sfu-2',
      tracks: [{ trackId: second.trackId, peerId: 'lead', source: 'microphone' }],
      rungs: [],
    },
  ]);
  const again = await talk('L1');
  expect(again.sfuId).not.toBe(first.sfuId);
  expect(again.sfuId).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  pool.close();
});

test('a lesson that closes is silent, frees its worker, and comes back under another id', async () => {
  const first = await talk('L1');
  lessons.closeRoom('L1');
  await Promise.resolve();
  expect(notices).toEqual([]);
  expect(engine.workers.map(({ load }) => load)).toEqual([0, 0]);
  expect(lessons.list()).toEqual([]);
  expect((await talk('L1')).sfuId).not.toBe(first.sfuId);
  pool.close();
});

test('a lesson that closes while its worker is asked for leaves nothing open', async () => {
  const release = engine.hold();
  const joining = lessons.openRoom('L1').openPeer('lead').join(true, null);
  lessons.closeAll();
  release();
  await joining.catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  expect(engine.workers.map(({ load }) => load)).toEqual([0, 0]);
  pool.close();
});
