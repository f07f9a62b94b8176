import { expect, it } from 'vitest';
import { naivePackets } from './naive-packets.ts';

it('is camera and voice of each to each other', () => {
  expect(naivePackets(51, { camera: 40, voice: 50 })).toBe(51 * 50 * 90);
  expect(naivePackets(1, { camera: 40, voice: 50 })).toBe(0);
});
