import { expect, it } from 'vitest';
import { isRtp } from './is-rtp.ts';
import { transportFeedback } from './transport-feedback.ts';
import { vp8Packet } from './vp8-packet.ts';

it('tells RTP from RTCP, STUN and DTLS', () => {
  const packet = vp8Packet({ ssrc: 7, payloadType: 96, sequence: 3, packetsPerSecond: 100, bytes: 200 });
  expect(isRtp(packet)).toBe(true);
  expect(isRtp(transportFeedback({ first: 1, arrivals: [0, 8], report: 0 }))).toBe(false);
  expect(isRtp(Buffer.alloc(20, 1))).toBe(false);
  expect(isRtp(Buffer.alloc(20, 22))).toBe(false);
  expect(isRtp(packet.subarray(0, 11))).toBe(false);
});
