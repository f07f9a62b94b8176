import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { SRTP_PROFILES, sessionKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import type { MediaPeer } from './open-peer.ts';
import { opusPacket } from './opus-packet.ts';
import { PacedStream } from './paced-stream.ts';

function stream() {
  const sent: number[] = [];
  const profile = SRTP_PROFILES.find(({ aead }) => aead);
  if (!profile) throw new Error('no such profile');
  const keys = sessionKeys(profile, randomBytes(profile.keyLength), randomBytes(profile.saltLength));
  const socket = { send: (packet: Buffer) => sent.push(packet.readUInt16BE(2)) };
  const peer = { socket, sending: keys, close: () => {} } as unknown as MediaPeer;
  const packet = (sequence: number) => opusPacket({ ssrc: 1, payloadType: 111, sequence, bytes: 40 });
  return { sent, paced: new PacedStream(peer, packet) };
}

it('sends at its pace, whatever the ticks, and rests at none', () => {
  const { sent, paced } = stream();
  paced.pace(50);
  for (let ms = 0; ms <= 1_000; ms += 7) paced.tick(ms);
  expect(paced.sent).toBe(49);
  paced.pace(0);
  for (let ms = 1_007; ms <= 2_000; ms += 7) paced.tick(ms);
  expect(sent).toEqual(Array.from({ length: 49 }, (_, sequence) => sequence));
});

it('catches up with a short delay, and not with a long one', () => {
  const { paced } = stream();
  paced.pace(50);
  paced.tick(0);
  paced.tick(100);
  expect(paced.sent).toBe(5);
  paced.tick(10_100);
  expect(paced.sent).toBe(15);
});
