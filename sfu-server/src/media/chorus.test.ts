import { CEILINGS, LEAD_PEER } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeEngine, type FakeLevels, type FakeWorker } from '../testing/fake-engine.ts';
import { plays, voice } from '../testing/rtp-samples.ts';
import { HOLD_MS } from './loudest.ts';
import { MediaRoom } from './media-room.ts';
import type { Result } from './result.ts';

const ROOMS = ['r1', 'r2', 'r3', 'r4', 'r5'];
let worker: FakeWorker;
let room: MediaRoom;
let asked = 0;

beforeEach(async () => {
  vi.useFakeTimers();
  worker = (await createFakeEngine().startWorker(0, 'media')) as FakeWorker;
  const openRouter = () => worker.openRouter();
  room = new MediaRoom({ lessonId: 'L1', sfuId: 'sfu-1', notify: () => {}, openRouter, onLost: () => {} });
});
afterEach(() => vi.useRealTimers());

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.result;
}

async function join(peerId: string, publishes: boolean) {
  const peer = room.openPeer(peerId);
  const joined = must(await peer.join(publishes, null));
  peer.setCapabilities(plays(joined.routerRtpCapabilities));
  return { peer, sendId: joined.send?.id ?? '' };
}

async function talk(peerId: string): Promise<string> {
  const { peer, sendId } = await join(peerId, true);
  peer.setGrant('microphone', null);
  return must(await peer.produce(sendId, 'microphone', voice())).trackId;
}

async function watchAll(peerId: string): Promise<void> {
  const { peer } = await join(peerId, false);
  const { consumers } = must(await peer.watch([...room.tracks.keys()], ++asked));
  must(await peer.resume(consumers.map(({ consumerId }) => consumerId)));
}

/** The rooms whose microphones reach somebody. */
const heard = () => [...room.tracks.values()].filter(({ watched }) => watched).map(({ peerId }) => peerId);
const settled = () => vi.advanceTimersByTimeAsync(0);

async function hear(volumes: Readonly<Record<string, number>>): Promise<void> {
  const byTrack = [...room.tracks.values()].map(({ id, peerId }) => [id, volumes[peerId]] as const);
  const known = byTrack.filter((entry): entry is readonly [string, number] => entry[1] !== undefined);
  (worker.levels.at(-1) as FakeLevels).hear(Object.fromEntries(known));
  await settled();
}

test('[FL19] of all who speak a board receives the three loudest, the lead teacher everybody', async () => {
  room.setChorus(ROOMS, [LEAD_PEER]);
  for (const peerId of ROOMS) await talk(peerId);
  await watchAll('board');
  expect(heard()).toEqual([]);
  await hear({ r1: -50, r2: -20, r3: -30, r4: -40, r5: -45 });
  expect(heard()).toEqual(['r2', 'r3', 'r4']);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await hear({ r1: -10, r2: -20, r3: -30, r4: -40, r5: -45 });
  expect(heard()).toEqual(['r1', 'r2', 'r3']);
  await watchAll(LEAD_PEER);
  expect(heard()).toEqual(ROOMS);
});

test('[FL19] a microphone that comes later is gated as well, and one that ends leaves its place', async () => {
  await talk('r1');
  room.setChorus(['r1', 'r2'], [LEAD_PEER]);
  await talk('r2');
  await watchAll('board');
  await hear({ r1: -30, r2: -20 });
  expect(heard()).toEqual(['r1', 'r2']);
  room.peer('r1')?.clearGrant('microphone');
  await hear({ r2: -20 });
  expect(heard()).toEqual(['r2']);
});

test('[FL19] without a chorus no microphone is gated, and one that ended is let through no more', async () => {
  await talk('r1');
  await watchAll('board');
  expect(heard()).toEqual(['r1']);
  room.setChorus(['r1'], [LEAD_PEER]);
  await settled();
  expect(heard()).toEqual([]);
  room.setChorus([], []);
  await settled();
  expect(heard()).toEqual([]);
  await talk('r2');
  await watchAll('second board');
  expect(heard()).toEqual(['r2']);
});

test('[FL21] a room on E receives of several that may speak the one that does, by where its link stands now', async () => {
  await talk('r1');
  await talk('r2');
  const { peer } = await join('board', false);
  const { consumers } = must(await peer.watch([...room.tracks.keys()], ++asked));
  must(await peer.resume(consumers.map(({ consumerId }) => consumerId)));
  expect(heard()).toEqual(['r1', 'r2']);
  await peer.links.allow(CEILINGS.voice);
  await room.sample(1_000);
  await settled();
  expect(heard()).toEqual([]);
  await hear({ r2: -20 });
  expect(heard()).toEqual(['r2']);
  room.peer('r2')?.clearGrant('microphone');
  await room.sample(2_000);
  expect(heard()).toEqual(['r1']);
  await talk('r3');
  await peer.links.allow(CEILINGS.auto);
  await room.sample(3_000);
  await settled();
  expect(heard()).toEqual(['r1']);
});
