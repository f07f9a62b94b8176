import type { SfuNotice } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { createFakeEngine, type FakeWorker } from '../testing/fake-engine.ts';
import { plays, voice } from '../testing/rtp-samples.ts';
import { MediaRoom } from './media-room.ts';

let worker: FakeWorker;
let room: MediaRoom;
let told: unknown[];

beforeEach(async () => {
  worker = (await createFakeEngine().startWorker(0, 'media')) as FakeWorker;
  told = [];
  const notify = (notice: Omit<SfuNotice, 'lessonId'>) => notice.type === 'voices' && told.push(notice);
  const openRouter = () => worker.openRouter();
  room = new MediaRoom({ lessonId: 'L1', sfuId: 'sfu-1', notify, openRouter, onLost: () => {} });
});

async function talk(peerId: string): Promise<string> {
  const peer = room.openPeer(peerId);
  const joined = await peer.join(true, null);
  if (!joined.ok) throw new Error(joined.reason);
  peer.setCapabilities(plays(joined.result.routerRtpCapabilities));
  peer.setGrant('microphone', null);
  const opened = await peer.produce(joined.result.send?.id ?? '', 'microphone', voice());
  if (!opened.ok) throw new Error(opened.reason);
  // What listens to it is opened behind the answer.
  await new Promise((resolve) => setTimeout(resolve));
  return opened.result.trackId;
}

test('[AU1] the loudness of every microphone is told by peer, and silence once', async () => {
  const lead = await talk('lead');
  const r1 = await talk('r1');
  const [levels] = worker.levels;
  expect(worker.levels).toHaveLength(1);
  levels?.hear({ [lead]: -20, [r1]: -40 });
  levels?.hear({});
  expect(told).toEqual([
    {
      type: 'voices',
      voices: [
        { peerId: 'lead', volume: -20 },
        { peerId: 'r1', volume: -40 },
      ],
    },
    { type: 'voices', voices: [] },
  ]);
});

test('[AU1] a microphone that has ended is told of no more, and a lesson that is over tells nothing', async () => {
  const r1 = await talk('r1');
  const [levels] = worker.levels;
  room.peer('r1')?.clearGrant('microphone');
  levels?.hear({ [r1]: -20 });
  expect(told).toEqual([{ type: 'voices', voices: [] }]);
  room.close();
  await new Promise((resolve) => setTimeout(resolve));
  expect(levels?.closed).toBe(true);
});
