import { expect, it } from 'vitest';
import { opusPacket } from './opus-packet.ts';

it('counts 20 ms for each packet, and wraps its 16 bits', () => {
  const packet = opusPacket({ ssrc: 9, payloadType: 111, sequence: 65_537, bytes: 72 });
  expect([packet.readUInt16BE(2), packet.readUInt32BE(4), packet.length]).toEqual([1, 65_537 * 960, 72]);
  expect([packet.readUInt8(1), packet.readUInt32BE(8)]).toEqual([111, 9]);
});
