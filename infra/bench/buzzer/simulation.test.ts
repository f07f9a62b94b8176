import { expect, test } from 'vitest';
import { cheating } from './cheating.ts';
import { fairPlay } from './fair-play.ts';
import { TWO_PATHS } from './simulated-network.ts';

test('[BZ12] the same seed gives the same rounds', () => {
  expect(fairPlay(30, TWO_PATHS, 20, 1)).toEqual(fairPlay(30, TWO_PATHS, 20, 1));
  expect(cheating(100, 1)).toEqual(cheating(100, 1));
});

test('[BZ4] [BZ5] the simulated cheats are bounded, floored and never counted twice', () => {
  const { gainMaxMs, trustedGainMaxMs, blindReactionMinMs, replaysThatCounted } = cheating(400, 2);
  expect(gainMaxMs).toBeLessThanOrEqual(125);
  expect(trustedGainMaxMs).toBeGreaterThan(300);
  expect(blindReactionMinMs).toBeGreaterThanOrEqual(100);
  expect(replaysThatCounted).toBe(0);
});
