import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateOf, dataAnswer } from './data-answer.ts';
import { DATAGRAM_MAX_BYTES, type DataOffer, dataRequest } from './data-path.ts';
import { frameDatagram, readFrame } from './datagram-frame.ts';

const HASH = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join(':');
const OFFER = `v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:data\r\na=fingerprint:sha-256 ${HASH}\r\n`;

describe('the description of a data channel', () => {
  test('[DP2] the certificate of an offer is what the server reads', () => {
    const dtlsParameters = certificateOf(OFFER);
    expect(dataRequest.parse({ type: 'data.open', dtlsParameters })).toEqual({ type: 'data.open', dtlsParameters });
    expect(certificateOf('v=0\r\n')).toBeNull();
  });

  test('[DP1] the answer names every candidate, the limit, and waits for the browser', () => {
    const offer: DataOffer = {
      ice: { usernameFragment: 'u', password: 'p' },
      candidates: [
        { foundation: 'udp', priority: 9, address: '10.0.0.1', port: 44_399 },
        { foundation: 'udp', priority: 8, address: '203.0.113.9', port: 44_399 },
      ],
      fingerprint: { algorithm: 'sha-256', value: 'AA' },
      sctpPort: 5000,
    };
    const lines = dataAnswer(OFFER, offer).split('\r\n');
    for (const line of [
      'a=mid:data',
      'a=group:BUNDLE data',
      'a=setup:passive',
      `a=max-message-size:${DATAGRAM_MAX_BYTES}`,
      'a=candidate:udp 1 udp 9 10.0.0.1 44399 typ host',
      'a=candidate:udp 1 udp 8 203.0.113.9 44399 typ host',
    ])
      expect(lines).toContain(line);
  });
});

describe('a frame between signaling and the SFU', () => {
  const message = fc.uint8Array({ minLength: 1, maxLength: DATAGRAM_MAX_BYTES });

  test('[DP6] brings channel and message across', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), message, (channel, bytes) => {
        const read = readFrame(frameDatagram(channel, bytes));
        expect(read?.channel).toBe(channel);
        expect([...(read?.message ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  test('[DP4] what is empty, too long or no bytes is none', () => {
    const none = [null, 'x', {}, new Uint8Array(4), new Uint8Array(5 + DATAGRAM_MAX_BYTES)];
    expect(none.map(readFrame)).toEqual(none.map(() => null));
  });
});
