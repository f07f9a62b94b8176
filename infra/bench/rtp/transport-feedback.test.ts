import { expect, it } from 'vitest';
import { transportFeedback } from './transport-feedback.ts';

it('says which packets came and when, in whole words, with its padding counted', () => {
  const packet = transportFeedback({ first: 0xfffe, arrivals: [6_401, 6_409, 7_409], report: 257 });
  expect(packet.length).toBe(28);
  expect(packet.readUInt16BE(2)).toBe(packet.length / 4 - 1);
  expect(packet.readUInt16BE(12)).toBe(0xfffe);
  expect(packet.readUInt16BE(14)).toBe(3);
  expect(packet.readUIntBE(16, 3)).toBe(100);
  expect(packet.readUInt8(19)).toBe(1);
  expect(packet.readUInt16BE(20)).toBe(0x4003);
  // Quarters of a millisecond, the first since the reference time.
  expect([22, 24, 26].map((at) => packet.readInt16BE(at))).toEqual([4, 32, 4_000]);
  expect(packet.readUInt8(0)).toBe(0x8f);
});

it('counts its padding where a word is not full', () => {
  const packet = transportFeedback({ first: 1, arrivals: [0, 8], report: 0 });
  expect(packet.length).toBe(28);
  expect(packet.readUInt8(0)).toBe(0xaf);
  expect(packet.readUInt8(27)).toBe(2);
});
