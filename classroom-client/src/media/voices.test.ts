import { MOST_TURNS } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createVoices, type Voices } from './voices.ts';

const track = (id: string) => ({ id, kind: 'audio' }) as unknown as MediaStreamTrack;

/** A browser that lets an element play only after it was asked to in a tap. */
let tapping = false;
const allowed = new WeakSet<HTMLMediaElement>();
let voices: Voices;

beforeEach(() => {
  vi.stubGlobal(
    'MediaStream',
    class {
      readonly tracks: readonly MediaStreamTrack[];
      constructor(tracks: readonly MediaStreamTrack[] = []) {
        this.tracks = tracks;
      }
    },
  );
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
    if (tapping) allowed.add(this);
    return allowed.has(this) ? Promise.resolve() : Promise.reject(new DOMException('no tap', 'NotAllowedError'));
  });
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined);
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { value: null, writable: true, configurable: true });
  voices = createVoices();
});
afterEach(() => {
  voices.stop();
  tapping = false;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

function tap(): void {
  tapping = true;
  voices.unlock();
  tapping = false;
}

test('one tap before the lesson is enough for the teacher and for every turn after', async () => {
  const blocked = vi.fn();
  voices.onBlocked(blocked);
  tap();
  voices.play([track('teacher')]);
  voices.play([track('teacher'), track('first turn')]);
  voices.play([track('teacher')]);
  voices.play([track('teacher'), track('second turn')]);
  await settled();
  expect(blocked).not.toHaveBeenCalledWith(true);
  expect(document.querySelectorAll('audio')).toHaveLength(1 + MOST_TURNS.panel);
});

test('without a tap it says so, and a tap starts what was refused', async () => {
  const blocked = vi.fn();
  voices.onBlocked(blocked);
  voices.play([track('teacher')]);
  await settled();
  expect(blocked).toHaveBeenLastCalledWith(true);
  Object.defineProperty(HTMLMediaElement.prototype, 'paused', { get: () => true, configurable: true });
  tap();
  await settled();
  expect(blocked).toHaveBeenLastCalledWith(false);
});

test('[VO2] another form of a voice begins before the one that was heard ends; one that never begins holds nobody up', async () => {
  vi.useFakeTimers();
  const [plain, sheltered, silent] = [track('plain'), track('protected'), track('silent')];
  const heard = () =>
    [...document.querySelectorAll('audio')].flatMap(
      ({ srcObject }) => (srcObject as unknown as { tracks: readonly MediaStreamTrack[] } | null)?.tracks ?? [],
    );
  tap();
  voices.play([plain]);
  await vi.advanceTimersByTimeAsync(0);
  voices.play([sheltered]);
  expect(heard()).toEqual(expect.arrayContaining([plain, sheltered]));
  await vi.advanceTimersByTimeAsync(0);
  expect(heard()).toEqual([sheltered]);
  vi.mocked(HTMLMediaElement.prototype.play).mockReturnValue(new Promise(() => undefined));
  voices.play([silent]);
  await vi.advanceTimersByTimeAsync(499);
  expect(heard()).toEqual(expect.arrayContaining([sheltered, silent]));
  await vi.advanceTimersByTimeAsync(1);
  expect(heard()).toEqual([silent]);
  vi.useRealTimers();
});

test('an end removes every element', () => {
  tap();
  voices.play([track('teacher')]);
  voices.stop();
  expect(document.querySelectorAll('audio')).toHaveLength(0);
});

test('[AU3] each voice has a loudness of its own, and an element that rests forgets it', () => {
  tap();
  const [teacher, room] = [track('teacher'), track('room')];
  voices.play([teacher, room]);
  voices.volume((voice) => (voice === room ? 0.25 : 1));
  const loudness = () => [...document.querySelectorAll('audio')].map(({ volume }) => volume).sort();
  expect(loudness().filter((volume) => volume !== 1)).toEqual([0.25]);
  voices.play([teacher]);
  expect(new Set(loudness())).toEqual(new Set([1]));
});
