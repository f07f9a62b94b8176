import { expect, test } from 'vitest';
import { linkQuality } from './link-quality.ts';

const NONE = { packets: 0, lost: 0, audioPackets: 0, frames: 0 };

test('frames and few losses are good', () => {
  expect(linkQuality(NONE, { packets: 1000, lost: 10, audioPackets: 150, frames: 60 }, true)).toBe('good');
});

test('more than 5 % lost is saving', () => {
  expect(linkQuality(NONE, { packets: 900, lost: 100, audioPackets: 150, frames: 20 }, true)).toBe('saving');
});

test('sound without a frame where a picture should be is sound only', () => {
  const now = { packets: 150, lost: 0, audioPackets: 150, frames: 0 };
  expect(linkQuality(NONE, now, true)).toBe('audio-only');
  expect(linkQuality(NONE, now, false)).toBe('good');
});

test('a few packets say nothing about losses', () => {
  expect(linkQuality(NONE, { packets: 5, lost: 3, audioPackets: 0, frames: 2 }, true)).toBe('good');
});
