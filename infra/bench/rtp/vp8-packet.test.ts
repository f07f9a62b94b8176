import { expect, it } from 'vitest';
import { vp8Packet } from './vp8-packet.ts';

const STREAM = { ssrc: 7, payloadType: 96, packetsPerSecond: 100, bytes: 1200 };

it('ends a frame with the marker and starts the next with a later timestamp', () => {
  const packets = [3, 4].map((sequence) => vp8Packet({ ...STREAM, sequence }));
  expect(packets.map((packet) => packet.readUInt8(1) >> 7)).toEqual([1, 0]);
  expect(packets.map((packet) => packet.readUInt32BE(4))).toEqual([0, 3_600]);
  expect(packets.map(({ length }) => length)).toEqual([1200, 1200]);
});

it('opens the stream with a key frame, and wraps its 16 bits', () => {
  expect((vp8Packet({ ...STREAM, sequence: 0 })[16] ?? 1) & 1).toBe(0);
  expect((vp8Packet({ ...STREAM, sequence: 4 })[16] ?? 0) & 1).toBe(1);
  expect(vp8Packet({ ...STREAM, sequence: 65_537 }).readUInt16BE(2)).toBe(1);
});
