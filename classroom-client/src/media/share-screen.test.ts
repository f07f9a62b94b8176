import type { Command, CommandReply } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeTrack, fakeSfu, fakeTrack } from '../testing/fake-engine.ts';
import type { SendTransport } from './engine.ts';
import type { CapturedScreen } from './screen-capture.ts';
import { createShareScreen, type OwnScreen } from './share-screen.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function setUp() {
  const sfu = fakeSfu();
  const told: Command[] = [];
  const tracks: FakeTrack[] = [];
  const now: { own: OwnScreen; problem: CapturedScreen | null; reply: CommandReply; transport: SendTransport | null } =
    {
      own: { state: 'off', track: null },
      problem: null,
      reply: { ok: true, version: 7 },
      transport: null,
    };
  const open = async (id: string) => {
    const produce = async (transportId: string, source: 'screen' | 'screen-sound', rtpParameters: never) => {
      const reply = await sfu.link.ask({ type: 'media.produce', transportId, source, rtpParameters });
      if (!reply.ok) throw new Error(reply.reason);
      return reply.result.trackId;
    };
    now.transport = (await sfu.load({}, null)).openSend(
      { id, iceParameters: {}, iceCandidates: [], dtlsParameters: {}, iceServers: [] },
      { connect: async () => undefined, produce } as never,
    );
  };
  await open('send-1');
  const screen = createShareScreen({
    capture: async (style) => {
      if (now.problem) return now.problem;
      const picture = fakeTrack('video');
      const sound = style === 'motion' ? fakeTrack('audio') : null;
      tracks.push(picture, ...(sound ? [sound] : []));
      return { ok: true, picture, sound };
    },
    tell: async (command) => {
      told.push(command);
      return now.reply;
    },
    send: () => now.transport,
    ask: sfu.link.ask,
    changed: (own) => {
      now.own = own;
    },
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  return { sfu, screen, told, tracks, now, open, settle };
}

const last = <T>(all: readonly T[]) => all[all.length - 1];

const producedBy = (sfu: ReturnType<typeof fakeSfu>) => sfu.all('media.produce').map(({ source }) => source);

test('[SH2] the lesson is asked before anything is sent; a film brings its sound', async () => {
  const { screen, sfu, told, now, settle } = await setUp();
  const starting = screen.start('motion');
  expect(now.own.state).toBe('choosing');
  expect(await starting).toBeNull();
  await settle();
  expect(told).toEqual([{ type: 'screen.share', style: 'motion' }]);
  expect(producedBy(sfu)).toEqual(['screen', 'screen-sound']);
  expect(now.own.state).toBe('on');
});

test('[SH4] who picks nothing shares nothing, and what was shared before goes on', async () => {
  const { screen, told, tracks, now, settle } = await setUp();
  now.problem = { ok: false, problem: 'refused' };
  await screen.start('detail');
  expect(now.own).toEqual({ state: 'refused', track: null });
  expect(told).toEqual([]);
  now.problem = null;
  await screen.start('detail');
  await settle();
  now.problem = { ok: false, problem: 'refused' };
  await screen.start('motion');
  expect(now.own.state).toBe('on');
  expect(tracks[0]?.stopped()).toBe(false);
});

test('[SH2] a refusal of the lesson stops the capture and is answered', async () => {
  const { screen, sfu, tracks, now, settle } = await setUp();
  now.reply = { ok: false, reason: 'screen/taken' };
  expect(await screen.start('detail')).toBe('screen/taken');
  await settle();
  expect(tracks[0]?.stopped()).toBe(true);
  expect(producedBy(sfu)).toEqual([]);
  expect(now.own.state).toBe('off');
});

test('[SH3] the browser’s own button ends it', async () => {
  const { screen, sfu, told, tracks, now, settle } = await setUp();
  await screen.start('detail');
  await settle();
  tracks[0]?.onended?.(new Event('ended'));
  await settle();
  expect(last(told)).toEqual({ type: 'screen.stop' });
  expect(sfu.count('media.unproduce')).toBe(1);
  expect(now.own).toEqual({ state: 'off', track: null });
});

test('[SH4] a new media server gets the same track, and nobody is asked again', async () => {
  const { screen, sfu, told, tracks, open, settle, now } = await setUp();
  await screen.start('detail');
  await settle();
  screen.follow('detail', 7);
  await open('send-2');
  screen.renewed();
  await settle();
  expect(sfu.all('media.produce').map(({ transportId }) => transportId)).toEqual(['send-1', 'send-2']);
  expect(tracks).toHaveLength(1);
  expect(told).toHaveLength(1);
  expect(now.own.state).toBe('on');
});

test('[SH4] a track that the SFU lost meanwhile is sent again, one that it kept is not', async () => {
  const { screen, sfu, settle } = await setUp();
  await screen.start('motion');
  await settle();
  screen.kept(['screen-1']);
  await settle();
  expect(producedBy(sfu)).toEqual(['screen', 'screen-sound', 'screen-sound']);
});

test('[SH3] what the lesson ended or gave to somebody else stops, but not by an older word', async () => {
  const { screen, told, tracks, settle } = await setUp();
  await screen.start('detail');
  await settle();
  screen.follow(null, 6);
  expect(tracks[0]?.stopped()).toBe(false);
  screen.follow(null, 8);
  expect(tracks[0]?.stopped()).toBe(true);
  expect(told).toHaveLength(1);
});

test('[SH4] a page that was loaded again says that it shares nothing any more', async () => {
  const { screen, told, settle } = await setUp();
  screen.follow('detail', 9);
  screen.follow('detail', 9);
  await settle();
  expect(told).toEqual([{ type: 'screen.stop' }]);
});
