import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeEngine, type FakeWorker } from '../testing/fake-engine.ts';
import { picture, plays, voice } from '../testing/rtp-samples.ts';
import { MediaRoom } from './media-room.ts';

let worker: FakeWorker;
let room: MediaRoom;
const notify = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers();
  notify.mockReset();
  worker = (await createFakeEngine().startWorker(0, 'media')) as FakeWorker;
  const openRouter = () => worker.openRouter();
  room = new MediaRoom({ lessonId: 'L1', sfuId: 'sfu-1', notify, openRouter, onLost: () => {} });
});
afterEach(() => vi.useRealTimers());

async function join(peerId: string) {
  const peer = room.openPeer(peerId);
  const joined = await peer.join(true, null);
  if (!joined.ok) throw new Error(joined.reason);
  const { send, receive, routerRtpCapabilities } = joined.result;
  const capabilities = plays(routerRtpCapabilities);
  const router = await room.router();
  return { peer, send: send?.id ?? '', receive: receive?.id ?? '', capabilities, router };
}

test('[AU4] a peer hears itself, without a grant; to everybody else there is no such voice', async () => {
  const { peer, send, capabilities, router } = await join('r1');
  expect(await peer.openLoop(send, voice())).toEqual({ ok: false, reason: 'media/bad-parameters' });
  peer.setCapabilities(capabilities);
  const opened = await peer.openLoop(send, voice());
  if (!opened.ok) throw new Error(opened.reason);
  const { trackId, kind } = opened.result.consumer;
  expect(kind).toBe('audio');
  const flows = worker.transports.flatMap(({ consumers }) => [...consumers.values()].map(({ does }) => does.flows));
  expect(flows).toEqual([true]);
  expect(room.tracks.size).toBe(0);
  const other = await join('lead');
  other.peer.setCapabilities(capabilities);
  expect(await other.peer.watch([trackId], 1)).toEqual({ ok: true, result: { consumers: [] } });
  expect(router.canConsume(trackId, capabilities)).toBe(true);
  peer.closeLoop();
  expect(router.canConsume(trackId, capabilities)).toBe(false);
  expect(notify).not.toHaveBeenCalled();
});

test('[AU4] a loop ends by itself, with the next one, and with its peer; a picture has none', async () => {
  const { peer, send, receive, capabilities, router } = await join('r1');
  peer.setCapabilities(capabilities);
  const open = async () => {
    const opened = await peer.openLoop(send, voice());
    if (!opened.ok) throw new Error(opened.reason);
    return opened.result.consumer.trackId;
  };
  const lives = (trackId: string) => router.canConsume(trackId, capabilities);
  const first = await open();
  const second = await open();
  expect([lives(first), lives(second)]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(lives(second)).toBe(false);
  const third = await open();
  room.closePeer('r1');
  expect(lives(third)).toBe(false);
  expect(await peer.openLoop(receive, voice())).toEqual({ ok: false, reason: 'media/not-joined' });
  const again = await join('r2');
  again.peer.setCapabilities(capabilities);
  expect(await again.peer.openLoop(again.send, picture())).toEqual({ ok: false, reason: 'media/bad-parameters' });
});
