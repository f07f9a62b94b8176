import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeTrack, fakeSfu, fakeTrack } from '../testing/fake-engine.ts';
import type { Captured } from './capture.ts';
import type { SendTransport } from './engine.ts';
import { createPublisher, type SourceState } from './publish.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BOTH = { camera: true, microphone: true } as const;
const CAMERA = { camera: true, microphone: false } as const;
const NONE = { camera: false, microphone: false } as const;

async function setUp({ pauseUnwatched = false } = {}) {
  const sfu = fakeSfu();
  const tracks: FakeTrack[] = [];
  const states: Record<string, SourceState> = { camera: 'off', microphone: 'off' };
  let problem: Captured | null = null;
  let transport: SendTransport | null = null;
  const chosen: (string | null)[] = [];
  const open = async (id: string) => {
    const produce = async (
      transportId: string,
      source: 'camera' | 'microphone',
      rtpParameters: never,
      shelters?: string,
    ) => {
      const reply = await (shelters
        ? sfu.link.ask({ type: 'media.shelter', transportId, trackId: shelters, rtpParameters })
        : sfu.link.ask({ type: 'media.produce', transportId, source, rtpParameters }));
      if (!reply.ok) throw new Error(reply.reason);
      return reply.result.trackId;
    };
    const signaling = { connect: async () => undefined, produce };
    transport = (await sfu.load({}, null)).openSend(
      { id, iceParameters: {}, iceCandidates: [], dtlsParameters: {}, iceServers: [] },
      signaling as never,
    );
  };
  await open('send-1');
  const publisher = createPublisher({
    capture: async (source, deviceId) => {
      chosen.push(deviceId);
      if (problem) return problem;
      const track = fakeTrack(source === 'camera' ? 'video' : 'audio');
      tracks.push(track);
      return { ok: true, track };
    },
    send: () => transport,
    ask: sfu.link.ask,
    layers: 2,
    pauseUnwatched,
    changed: (source, state) => {
      states[source] = state;
    },
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const fail = (next: Captured | null) => {
    problem = next;
  };
  return { sfu, publisher, tracks, chosen, states, settle, open, fail };
}

const producedBy = (sfu: ReturnType<typeof fakeSfu>) => sfu.all('media.produce').map(({ source }) => source);

test('[FL7] what is wanted is captured and sent; what is not is closed and its device stops', async () => {
  const { sfu, publisher, tracks, states, settle } = await setUp();
  publisher.want(BOTH);
  await settle();
  expect(producedBy(sfu).sort()).toEqual(['camera', 'microphone']);
  expect(states).toEqual({ camera: 'on', microphone: 'on' });
  publisher.want(CAMERA);
  expect(states.microphone).toBe('off');
  expect(tracks.filter((track) => track.stopped()).map(({ kind }) => kind)).toEqual(['audio']);
  expect(sfu.count('media.unproduce')).toBe(1);
});

test('[FL7] the turn’s end stops the microphone at once, though nobody answers any more', async () => {
  const { sfu, publisher, tracks, settle } = await setUp();
  publisher.want(BOTH);
  await settle();
  sfu.refuse('media.unproduce', 'media/unavailable');
  publisher.want(CAMERA);
  expect(tracks.find(({ kind }) => kind === 'audio')?.stopped()).toBe(true);
});

test('[FL7] a microphone that opens after its turn has ended is stopped and never sent', async () => {
  const { sfu, publisher, tracks, settle } = await setUp();
  publisher.want({ camera: false, microphone: true });
  publisher.want(NONE);
  await settle();
  expect(tracks.every((track) => track.stopped())).toBe(true);
  expect(sfu.count('media.produce')).toBe(0);
});

test('a grant that comes a moment later than the turn is waited for', async () => {
  const { sfu, publisher, states, settle } = await setUp();
  sfu.refuse('media.produce', 'media/no-turn');
  publisher.want({ camera: false, microphone: true });
  await settle();
  expect(states.microphone).toBe('starting');
  sfu.refuse('media.produce', null);
  await settle(300);
  expect(states.microphone).toBe('on');
});

test.each(['refused', 'busy', 'missing'] as const)(
  'a camera that is %s is said, and tried again on request',
  async (problem) => {
    const { publisher, states, settle, fail } = await setUp();
    fail({ ok: false, problem });
    publisher.want(CAMERA);
    await settle(5000);
    expect(states.camera).toBe(problem);
    fail(null);
    publisher.retry();
    await settle();
    expect(states.camera).toBe('on');
  },
);

test('[RC7] a microphone that another program holds, or that pulled itself out, opens by itself when it can', async () => {
  const { publisher, tracks, states, settle, fail } = await setUp();
  fail({ ok: false, problem: 'busy' });
  publisher.want({ camera: false, microphone: true });
  await settle(6_000);
  expect(states.microphone).toBe('busy');
  fail(null);
  await settle(4_000);
  expect(states.microphone).toBe('on');
  tracks[0]?.onended?.(new Event('ended'));
  await settle(1_000);
  expect([states.microphone, tracks.length]).toEqual(['on', 2]);
});

test('[RC7] the camera of another kind of trouble is tried ever more rarely, a refused one never by itself', async () => {
  const { publisher, chosen, settle, fail } = await setUp();
  fail({ ok: false, problem: 'missing' });
  publisher.want(CAMERA);
  await settle(30_000);
  expect(chosen).toHaveLength(6);
  publisher.want(NONE);
  await settle(60_000);
  expect(chosen).toHaveLength(6);
  fail({ ok: false, problem: 'refused' });
  publisher.want(CAMERA);
  await settle(60_000);
  publisher.renewed();
  await settle();
  expect(chosen).toHaveLength(7);
});

test('[RC7] the chosen camera takes its place again when it is plugged in, and only then', async () => {
  const { publisher, tracks, states, settle } = await setUp();
  publisher.chooseDevice('camera', 'document-camera');
  publisher.want(CAMERA);
  await settle();
  // Another one stood in for it.
  Object.assign(tracks[0] ?? {}, { getSettings: () => ({ width: 640, deviceId: 'laptop' }) });
  publisher.retry(['laptop']);
  await settle();
  expect(tracks).toHaveLength(1);
  publisher.retry(['laptop', 'document-camera']);
  await settle();
  Object.assign(tracks[1] ?? {}, { getSettings: () => ({ width: 640, deviceId: 'document-camera' }) });
  expect([tracks.map((track) => track.stopped()), states.camera]).toEqual([[true, false], 'on']);
  publisher.retry(['laptop', 'document-camera']);
  await settle();
  expect(tracks).toHaveLength(2);
});

test('a device that is chosen while another one opens is the one that sends', async () => {
  const { sfu, publisher, tracks, chosen, states, settle } = await setUp();
  publisher.want(CAMERA);
  publisher.chooseDevice('camera', 'document-camera');
  await settle();
  expect(chosen).toEqual([null, 'document-camera']);
  expect(tracks.map((track) => track.stopped())).toEqual([true, false]);
  expect([sfu.count('media.produce'), states.camera]).toEqual([1, 'on']);
});

test('a camera that is pulled out is missing, and the sending ends', async () => {
  const { sfu, publisher, tracks, states, settle } = await setUp();
  publisher.want(CAMERA);
  await settle();
  tracks[0]?.onended?.(new Event('ended'));
  expect(states.camera).toBe('missing');
  expect(sfu.count('media.unproduce')).toBe(1);
});

test('a camera that nobody watches sends nothing until somebody does', async () => {
  const { sfu, publisher, settle } = await setUp({ pauseUnwatched: true });
  publisher.want(CAMERA);
  await settle();
  const [trackId = ''] = ['camera-1'];
  expect(sfu.isPaused(trackId)).toBe(true);
  publisher.watched(trackId, true);
  expect([sfu.isPaused(trackId), publisher.wantsStill()]).toEqual([false, false]);
  publisher.watched(trackId, false);
  expect([sfu.isPaused(trackId), publisher.wantsStill()]).toEqual([true, true]);
});

test('[WL4] the camera sends as much as the uplink carries: all, the lowest layer, a still, nothing', async () => {
  const { sfu, publisher, settle } = await setUp({ pauseUnwatched: true });
  publisher.want(CAMERA);
  await settle();
  publisher.watched('camera-1', true);
  const sends = (rung: 'full' | 'low' | 'still' | 'none') => {
    publisher.uplink(rung);
    return [sfu.isPaused('camera-1'), sfu.isLowest('camera-1'), publisher.wantsStill()];
  };
  expect(sends('low')).toEqual([false, true, false]);
  expect(sends('still')).toEqual([true, true, true]);
  expect(sends('none')).toEqual([true, true, false]);
  expect(sends('full')).toEqual([false, false, false]);
  // A camera that opens later keeps to it too.
  publisher.uplink('low');
  publisher.want({ camera: false, microphone: false });
  publisher.want(CAMERA);
  await settle();
  expect(sfu.isLowest('camera-2')).toBe(true);
});

test('after signaling was away the camera sends when the SFU says that it is watched, and only then', async () => {
  const { sfu, publisher, settle } = await setUp({ pauseUnwatched: true });
  publisher.want(CAMERA);
  await settle();
  const back = (watched: readonly string[], told?: boolean) => {
    publisher.joining();
    if (told !== undefined) publisher.watched('camera-1', told);
    publisher.kept(['camera-1'], watched);
    return sfu.isPaused('camera-1');
  };
  expect(back([])).toBe(true);
  expect(back(['camera-1'])).toBe(false);
  expect(back([])).toBe(true);
  // What is told while the answer is on its way is newer than the answer.
  expect([back([], true), back(['camera-1'], false)]).toEqual([false, true]);
  expect(sfu.count('media.produce')).toBe(1);
});

test('a producer that the SFU closed, or no longer has, is made again while it is wanted', async () => {
  const { sfu, publisher, settle } = await setUp();
  publisher.want(CAMERA);
  await settle();
  publisher.closed('camera-1');
  await settle();
  expect(sfu.count('media.produce')).toBe(2);
  publisher.kept([], []);
  await settle();
  expect(sfu.count('media.produce')).toBe(3);
});

test('a new place at the SFU gets the same device, which is not opened twice', async () => {
  const { sfu, publisher, tracks, settle, open } = await setUp();
  publisher.want(BOTH);
  await settle();
  await open('send-2');
  publisher.renewed();
  await settle();
  expect(sfu.count('media.produce')).toBe(4);
  expect(tracks).toHaveLength(2);
  expect(tracks.some((track) => track.stopped())).toBe(false);
});

test('[VO3] the protected form of the voice is sent while the SFU says so, from the same microphone, and ends with the plain one', async () => {
  const { sfu, publisher, tracks, settle } = await setUp();
  publisher.want(BOTH);
  await settle();
  const voice = 'microphone-1';
  const shelters = () => sfu.all('media.shelter').map(({ trackId }) => trackId);
  const runs = () => [1, 2, 3, 4, 5, 6].filter((n) => sfu.isPaused(`shelter-${n}`) !== undefined).length;
  expect(shelters()).toEqual([]);
  publisher.shelter(voice, true, false);
  publisher.shelter(voice, true, false);
  await settle();
  expect([shelters(), runs()]).toEqual([[voice], 1]);
  // Asked again while it runs: the SFU may not have seen it yet.
  publisher.shelter(voice, true, false);
  await settle();
  expect([shelters(), runs()]).toEqual([[voice], 1]);
  publisher.shelter(voice, false, false);
  await settle();
  expect(runs()).toBe(0);
  publisher.shelter(voice, true, false);
  await settle();
  expect(runs()).toBe(1);
  publisher.want(CAMERA);
  await settle();
  expect(runs()).toBe(0);
  expect(tracks).toHaveLength(2);
});

test('[VO3] what the SFU no longer has of it after a cut is closed, and comes again by its word', async () => {
  const { sfu, publisher, settle } = await setUp();
  publisher.want(BOTH);
  await settle();
  publisher.shelter('microphone-1', true, false);
  await settle();
  publisher.kept(['microphone-1', 'camera-2'], []);
  await settle();
  expect(sfu.count('media.shelter')).toBe(2);
});

test('[VO5] the plain form rests while the protected one runs alone, and never without it', async () => {
  const { sfu, publisher, settle } = await setUp();
  publisher.want(BOTH);
  await settle();
  const voice = 'microphone-1';
  const rests = () => sfu.isPaused(voice);
  publisher.shelter(voice, true, false);
  await settle();
  expect(rests()).toBe(false);
  publisher.shelter(voice, true, true);
  await settle();
  expect(rests()).toBe(true);
  publisher.shelter(voice, true, false);
  await settle();
  expect(rests()).toBe(false);
  publisher.shelter(voice, true, true);
  publisher.shelter(voice, false, false);
  await settle();
  expect(rests()).toBe(false);
  // Lost at the SFU: the plain one flows again until the next is there.
  publisher.shelter(voice, true, true);
  await settle();
  sfu.refuse('media.shelter', 'media/unavailable');
  publisher.kept([voice, 'camera-2'], []);
  await settle();
  expect(rests()).toBe(false);
});
