import { expect, it } from 'vitest';
import { transportFeedback } from './transport-feedback.ts';

it('says which packets came, in whole words, with its padding counted', () => {
  const packet = transportFeedback({ first: 0xfffe, count: 3, report: 257, atMs: 6_400 });
  expect(packet.length % 4).toBe(0);
  expect(packet.readUInt16BE(2)).toBe(packet.length / 4 - 1);
  expect(packet.readUInt16BE(12)).toBe(0xfffe);
  expect(packet.readUInt16BE(14)).toBe(3);
  expect(packet.readUIntBE(16, 3)).toBe(100);
  expect(packet.readUInt8(19)).toBe(1);
  expect(packet.readUInt16BE(20)).toBe(0x2003);
  expect([...packet.subarray(22, 25)]).toEqual([1, 1, 1]);
  expect(packet.readUInt8(0) & 0x20).toBe(0x20);
  expect(packet.readUInt8(packet.length - 1)).toBe(packet.length - 25);
});

it('carries no padding where the words are full', () => {
  const packet = transportFeedback({ first: 1, count: 2, report: 0, atMs: 0 });
  expect(packet.length).toBe(24);
  expect(packet.readUInt8(0)).toBe(0x8f);
});
