import type { ConsumerOffer, Track } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeSfu } from '../testing/fake-engine.ts';
import type { ReceiveTransport } from './engine.ts';
import { createSubscriber } from './subscribe.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const track = (trackId: string): Track => ({ trackId, peerId: trackId, source: 'camera' });
const tracks = (...ids: string[]) => ids.map(track);
const many = (count: number, prefix = 'camera-') => tracks(...Array.from({ length: count }, (_, n) => `${prefix}${n}`));

async function setUp() {
  const sfu = fakeSfu();
  let shown: string[] = [];
  let heard: Readonly<Record<string, MediaStreamTrack>> = {};
  let held: readonly string[] = [];
  let transport: ReceiveTransport | null = null;
  const open = async (id: string) => {
    const engine = await sfu.load({}, null);
    transport = engine.openReceive(
      { id, iceParameters: {}, iceCandidates: [], dtlsParameters: {}, iceServers: [] },
      async () => undefined,
    );
  };
  await open('receive-1');
  const subscriber = createSubscriber({
    receive: () => transport,
    ask: sfu.link.ask,
    changed: (now, heldNow) => {
      held = heldNow;
      heard = now;
      shown = Object.keys(now).sort();
    },
  });
  const want = async (wanted: readonly Track[], exists: (id: string) => boolean = () => true) => {
    subscriber.want(wanted, exists);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sfu, subscriber, want, open, shown: () => shown, held: () => held, heard: (id: string) => heard[id] };
}

test('all that is new comes with one request, and flows only after it was attached', async () => {
  const { sfu, want, shown } = await setUp();
  await want(tracks('voice-lead', 'camera-lead'));
  expect([...new Set(sfu.asked.map(({ type }) => type))]).toEqual(['media.consume', 'media.layer', 'media.resume']);
  expect(sfu.all('media.resume')[0]?.consumerIds).toEqual(['c-voice-lead', 'c-camera-lead']);
  expect(shown()).toEqual(['camera-lead', 'voice-lead']);
});

const offerOf = (trackId: string): ConsumerOffer => ({
  consumerId: `c-${trackId}`,
  trackId,
  kind: 'video',
  rtpParameters: { codecs: [], encodings: [{ scalabilityMode: 'L3T1' }] },
});

test('[MD5] what is offered is attached and flows before the own request is answered, once', async () => {
  const { sfu, subscriber, want, shown } = await setUp();
  const answer = sfu.hold('media.consume');
  await want(tracks('camera-lead'));
  subscriber.offered([offerOf('camera-lead')]);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(['camera-lead']);
  expect(sfu.all('media.resume').map(({ consumerIds }) => consumerIds)).toEqual([['c-camera-lead']]);
  answer();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([sfu.count('media.consume'), sfu.count('media.resume'), sfu.count('media.layer')]).toEqual([1, 1, 1]);
  expect(sfu.attached).toEqual(['c-camera-lead']);
});

test('[MD5] what is offered before the screen wants it waits, paused', async () => {
  const { sfu, subscriber, want, shown } = await setUp();
  subscriber.offered([offerOf('camera-lead')]);
  await vi.advanceTimersByTimeAsync(0);
  expect([sfu.attached, sfu.count('media.resume'), shown()]).toEqual([['c-camera-lead'], 0, []]);
  await want(tracks('camera-lead'));
  expect([sfu.count('media.consume'), sfu.count('media.resume'), shown()]).toEqual([0, 1, ['camera-lead']]);
});

test('[MD5] an offer that could not be let flow is settled as everything else', async () => {
  const { sfu, subscriber, want, shown } = await setUp();
  sfu.refuse('media.resume', 'media/unavailable');
  const answer = sfu.hold('media.consume');
  await want(tracks('camera-lead'));
  subscriber.offered([offerOf('camera-lead')]);
  await vi.advanceTimersByTimeAsync(0);
  sfu.refuse('media.resume', null);
  answer();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([sfu.count('media.resume'), sfu.attached, shown()]).toEqual([2, ['c-camera-lead'], ['camera-lead']]);
});

test('wanting the same again asks for nothing', async () => {
  const { sfu, want } = await setUp();
  await want(tracks('camera-1'));
  const before = sfu.asked.length;
  await want(tracks('camera-1'));
  expect(sfu.asked.length).toBe(before);
});

test('what is no longer shown is paused, and comes back without a new consumer', async () => {
  const { sfu, want, shown } = await setUp();
  await want(tracks('camera-1', 'camera-2'));
  await want(tracks('camera-2'));
  expect(sfu.all('media.pause').map(({ consumerIds }) => consumerIds)).toEqual([['c-camera-1']]);
  expect(shown()).toEqual(['camera-2']);
  await want(tracks('camera-1', 'camera-2'));
  expect(sfu.count('media.consume')).toBe(1);
  expect(shown()).toEqual(['camera-1', 'camera-2']);
});

test('a track that left the lesson is closed', async () => {
  const { sfu, want } = await setUp();
  await want(tracks('camera-1', 'voice-1'));
  await want(tracks('camera-1'), (id) => id !== 'voice-1');
  expect(sfu.detached).toEqual(['c-voice-1']);
  expect(sfu.count('media.unconsume')).toBe(1);
});

test('of the hidden ones only the latest are kept', async () => {
  const { sfu, want } = await setUp();
  for (let n = 0; n < 20; n++) await want(tracks(`camera-${n}`));
  expect(sfu.detached[0]).toBe('c-camera-0');
  expect(sfu.detached.length).toBeGreaterThanOrEqual(6);
  expect(sfu.detached).not.toContain('c-camera-18');
});

test('more than one request holds is asked for in portions', async () => {
  const { sfu, want, shown } = await setUp();
  await want(many(20));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sfu.all('media.consume').every(({ trackIds }) => trackIds.length <= 16)).toBe(true);
  expect(shown()).toHaveLength(20);
});

test('a track that is not there yet is asked for again', async () => {
  const { sfu, want, shown } = await setUp();
  sfu.missing.push('camera-1');
  await want(tracks('camera-1'));
  expect(shown()).toEqual([]);
  sfu.missing.pop();
  await vi.advanceTimersByTimeAsync(300);
  expect(shown()).toEqual(['camera-1']);
});

test('the layer follows the width at which a picture is shown', async () => {
  const { sfu, subscriber, want } = await setUp();
  await want(tracks('camera-1'));
  const width = async (pixels: number) => {
    subscriber.width('camera-1', pixels);
    await vi.advanceTimersByTimeAsync(0);
  };
  await width(1900);
  await width(1800);
  await width(200);
  expect(sfu.all('media.layer').map(({ spatialLayer }) => spatialLayer)).toEqual([0, 2, 0]);
});

test('a width that is known before the picture comes is asked for at once, and forgotten with its track', async () => {
  const { sfu, subscriber, want } = await setUp();
  subscriber.width('camera-1', 1900);
  await want(tracks('camera-1'));
  await want([], () => false);
  await want(tracks('camera-1'));
  expect(sfu.all('media.layer').map(({ spatialLayer }) => spatialLayer)).toEqual([2, 0]);
});

test('a single layer is never chosen', async () => {
  const { sfu, subscriber, want } = await setUp();
  sfu.layers(1);
  await want(tracks('camera-1'));
  subscriber.width('camera-1', 2000);
  await vi.advanceTimersByTimeAsync(0);
  expect(sfu.count('media.layer')).toBe(0);
});

test('a consumer that the SFU closed comes back while it is wanted', async () => {
  const { sfu, subscriber, want, shown } = await setUp();
  await want(tracks('camera-1'));
  subscriber.closed('c-camera-1');
  expect(shown()).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sfu.count('media.consume')).toBe(2);
  expect(shown()).toEqual(['camera-1']);
});

test('after signaling was away only what the SFU lost is made anew', async () => {
  const { sfu, subscriber, want, shown } = await setUp();
  await want(tracks('camera-1', 'camera-2'));
  subscriber.kept(['c-camera-2'], []);
  await vi.advanceTimersByTimeAsync(0);
  expect(sfu.all('media.consume').map(({ trackIds }) => trackIds)).toEqual([['camera-1', 'camera-2'], ['camera-1']]);
  expect(shown()).toEqual(['camera-1', 'camera-2']);
});

test('a new place at the SFU receives everything anew', async () => {
  const { sfu, subscriber, want, open, shown } = await setUp();
  await want(tracks('camera-1', 'voice-1'));
  await open('receive-2');
  subscriber.renewed();
  await vi.advanceTimersByTimeAsync(0);
  expect(sfu.count('media.consume')).toBe(2);
  expect(shown()).toEqual(['camera-1', 'voice-1']);
});

test('[WL5] a picture that the link does not carry stays attached, is named, and asks for nothing', async () => {
  const { sfu, subscriber, want, shown, held } = await setUp();
  await want(many(2));
  const asked = sfu.asked.length;
  subscriber.held('c-camera-1', true);
  expect([shown(), held()]).toEqual([['camera-0', 'camera-1'], ['camera-1']]);
  subscriber.held('c-camera-1', false);
  expect(held()).toEqual([]);
  subscriber.kept(['c-camera-0', 'c-camera-1'], ['c-camera-0']);
  await vi.advanceTimersByTimeAsync(0);
  expect(held()).toEqual(['camera-0']);
  expect(sfu.asked.length).toBe(asked);
});

describe('[VO2] the two forms of a voice', () => {
  const VOICE = 'voice-lead';
  const offer = { consumerId: 'shelter', trackId: VOICE, kind: 'audio', rtpParameters: { codecs: [] } } as never;
  const play = (sfu: ReturnType<typeof fakeSfu>, ...consumerIds: string[]) => {
    for (const id of consumerIds) sfu.playedAt.set(id, performance.timeOrigin + performance.now());
  };
  const look = () => vi.advanceTimersByTimeAsync(50);
  const sheltered = async () => {
    const all = await setUp();
    await all.want(tracks(VOICE));
    const plain = all.heard(VOICE);
    all.subscriber.shelter(offer);
    all.subscriber.shelter(offer);
    await vi.advanceTimersByTimeAsync(0);
    return { ...all, plain };
  };

  test('the protected one is attached once, said to be ready, and heard from when it plays', async () => {
    const { sfu, heard, plain } = await sheltered();
    expect(sfu.all('media.resume').map(({ consumerIds }) => consumerIds)).toEqual([['c-voice-lead'], ['shelter']]);
    play(sfu, 'c-voice-lead');
    await look();
    expect(heard(VOICE)).toBe(plain);
    play(sfu, 'c-voice-lead', 'shelter');
    await look();
    expect(heard(VOICE)).not.toBe(plain);
  });

  test('an offer that is made again, because nobody heard that it was taken, is taken again', async () => {
    const { sfu, subscriber } = await sheltered();
    subscriber.shelter(offer);
    await vi.advanceTimersByTimeAsync(0);
    expect(sfu.all('media.resume').map(({ consumerIds }) => consumerIds)).toEqual([
      ['c-voice-lead'],
      ['shelter'],
      ['shelter'],
    ]);
    expect(sfu.detached).toEqual([]);
  });

  test('its end brings the plain one back at once, told or seen', async () => {
    const told = await sheltered();
    play(told.sfu, 'shelter');
    await look();
    told.subscriber.closed('shelter');
    expect(told.heard(VOICE)).toBe(told.plain);
    expect(told.sfu.detached).toEqual(['shelter']);
    const seen = await sheltered();
    play(seen.sfu, 'shelter');
    await look();
    await vi.advanceTimersByTimeAsync(400);
    play(seen.sfu, 'c-voice-lead');
    await look();
    expect(seen.heard(VOICE)).toBe(seen.plain);
  });

  test('what the SFU no longer has after a cut is closed', async () => {
    const { sfu, subscriber, heard, plain } = await sheltered();
    play(sfu, 'shelter');
    await look();
    subscriber.kept(['c-voice-lead', 'shelter'], []);
    expect(heard(VOICE)).not.toBe(plain);
    subscriber.kept(['c-voice-lead'], []);
    expect(heard(VOICE)).toBe(plain);
  });
});
