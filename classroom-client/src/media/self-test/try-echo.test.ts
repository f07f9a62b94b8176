import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeTrack } from '../../testing/fake-engine.ts';
import type { Captured } from '../capture.ts';
import type { Loudness } from './ear.ts';
import { tryEcho } from './try-echo.ts';

const play = vi.hoisted(() => vi.fn());
vi.mock('../test-tone.ts', () => ({ TEST_NOTES: [523, 784], playTestTone: play }));
const QUIET: Loudness = { anything: -90, notes: [-100, -100] };
const TONE: Loudness = { anything: -50, notes: [-60, -55] };
/** What the ear hears before the tone, while the canceller learns, and then. */
let heard: Loudness[];
let open = true;
vi.mock('./ear.ts', () => ({
  createEar: () => ({ isOpen: () => open, listen: async () => heard.shift() ?? QUIET, close: () => undefined }),
}));

beforeEach(() => {
  open = true;
  play.mockReset();
  play.mockResolvedValue(undefined);
  vi.stubGlobal('MediaStream', class {});
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { value: null, writable: true, configurable: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function means(captured: Captured, close = vi.fn()) {
  const flowing = vi.fn(async () => undefined);
  const loop = async () => ({ track: fakeTrack('audio'), close });
  return { open: async () => captured, loop, loudspeaker: 'speaker', flowing, close };
}

test('[AU4] a tone that comes back is an echo, and everything is closed again', async () => {
  heard = [QUIET, TONE, TONE];
  const track = fakeTrack('audio');
  const with_ = means({ ok: true, track });
  expect(await tryEcho(with_)).toBe('heard');
  expect([track.stopped(), with_.close.mock.calls.length, with_.flowing.mock.calls.length]).toEqual([true, 1, 1]);
  expect(play.mock.calls).toEqual([['speaker'], ['speaker']]);
});

test('[AU4] what the echo canceller lets through while it learns the room is none', async () => {
  heard = [QUIET, TONE, QUIET];
  expect(await tryEcho(means({ ok: true, track: fakeTrack('audio') }))).toBe('fine');
});

test('[AU4] without a microphone, a way to the SFU or a sound of the browser nothing is said', async () => {
  heard = [];
  expect(await tryEcho(means({ ok: false, problem: 'busy' }))).toBeNull();
  const track = fakeTrack('audio');
  expect(await tryEcho({ ...means({ ok: true, track }), loop: async () => null })).toBeNull();
  expect(track.stopped()).toBe(true);
  open = false;
  expect(await tryEcho(means({ ok: true, track }))).toBeNull();
  expect(play).not.toHaveBeenCalled();
});
