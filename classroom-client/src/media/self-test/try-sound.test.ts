import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Captured } from '../capture.ts';
import { soundOf, trySound } from './try-sound.ts';

const play = vi.hoisted(() => vi.fn());
vi.mock('../test-tone.ts', () => ({ TEST_NOTES: [523, 784], playTestTone: play }));

let room = -95;
let closed = 0;
let state = 'running';
beforeEach(() => {
  vi.useFakeTimers();
  play.mockReset();
  room = -95;
  closed = 0;
  state = 'running';
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal(
    'AudioContext',
    class {
      sampleRate = 48_000;
      get state() {
        return state;
      }
      createAnalyser = () => ({
        frequencyBinCount: 1_024,
        getFloatFrequencyData: (bins: Float32Array) => {
          bins.fill(room);
          // 523 and 784 Hz, in bins of 23.4 Hz.
          if (play.mock.calls.length > 0) bins.set([-60], 22);
          if (play.mock.calls.length > 0) bins.set([-60], 33);
        },
      });
      createMediaStreamSource = () => ({ connect: () => undefined });
      resume = async () => undefined;
      close = async () => {
        closed += 1;
      };
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function tried(captured: Captured) {
  const trying = trySound(async () => captured, 'speaker');
  await vi.advanceTimersByTimeAsync(4_000);
  return trying;
}

test('[ST4] a tone that comes back shows that loudspeaker and microphone work, and the microphone closes again', async () => {
  const stop = vi.fn();
  play.mockResolvedValue(undefined);
  const found = await tried({ ok: true, track: { stop } as unknown as MediaStreamTrack });
  expect(found).toEqual({ microphone: 'fine', loudspeaker: 'fine' });
  expect(play).toHaveBeenCalledWith('speaker');
  expect([stop.mock.calls.length, closed]).toEqual([1, 1]);
});

test('[ST4] a microphone that does not open is what its problem says, and nothing is played', async () => {
  expect(await tried({ ok: false, problem: 'missing' })).toEqual({ microphone: 'missing', loudspeaker: null });
  expect(play).not.toHaveBeenCalled();
});

test('[ST4] a browser that lets nothing be heard says nothing of the loudspeaker', async () => {
  state = 'suspended';
  room = Number.NEGATIVE_INFINITY;
  const track = { stop: () => undefined } as unknown as MediaStreamTrack;
  expect(await tried({ ok: true, track })).toEqual({ microphone: 'fine', loudspeaker: null });
});

test('[ST4] without even noise a microphone is silent, and then nobody knows of the loudspeaker', () => {
  const dead = { anything: Number.NEGATIVE_INFINITY, notes: [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] };
  expect(soundOf(dead, dead)).toEqual({ microphone: 'silent', loudspeaker: null });
});

test('[ST4] a tone that does not stand out from the room in both notes is unheard', () => {
  const quiet = { anything: -40, notes: [-90, -80] };
  expect(soundOf(quiet, { anything: -40, notes: [-60, -75] }).loudspeaker).toBe('unheard');
  expect(soundOf(quiet, { anything: -40, notes: [-80, -70] }).loudspeaker).toBe('fine');
});
