import { expect, test } from 'vitest';
import { shareHeard, voiceBack } from './voice-back.ts';
import type { VoiceLook } from './voice-watch.ts';

/** Looks every 50 ms from 0 to 5 s; voice is heard while `on`. */
const looks = (on: (at: number) => boolean): VoiceLook[] =>
  Array.from({ length: 101 }, (_, index) => [index * 50, on(index * 50) ? 2_400 : 0]);

test('voice is back when it came and stayed', () => {
  expect(
    voiceBack(
      looks((at) => at >= 1_500),
      1_000,
    ),
  ).toBe(1_500);
  expect(
    voiceBack(
      looks(() => true),
      1_000,
    ),
  ).toBe(1_000);
});

test('a syllable is no voice that is back, nor is one of which a second is not known yet', () => {
  expect(
    voiceBack(
      looks((at) => at === 1_200 || at >= 2_000),
      1_000,
    ),
  ).toBe(2_000);
  expect(
    voiceBack(
      looks((at) => at >= 4_500),
      1_000,
    ),
  ).toBeNull();
  expect(voiceBack([], 0)).toBeNull();
});

test('the share that is heard', () => {
  expect(
    shareHeard(
      looks((at) => at > 1_000),
      0,
      2_000,
    ),
  ).toBeCloseTo(0.5);
});
