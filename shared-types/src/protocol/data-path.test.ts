import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateOf, dataAnswer } from './data-answer.ts';
import { DATAGRAM_MAX_BYTES, type DataOffer } from './data-channel.ts';
import { dataRequest } from './data-path.ts';
import { type Datagram, DatagramLane, PACK_MAX_BYTES, readDatagrams } from './datagram-lane.ts';

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

describe('the lane of datagrams between signaling and the SFU', () => {
  const message = fc.uint8Array({ minLength: 1, maxLength: DATAGRAM_MAX_BYTES });
  const datagram = fc.record({ channel: fc.integer({ min: 0, max: 0xffffffff }), message });
  const plain = (datagrams: readonly Datagram[]) => datagrams.map((one) => [one.channel, ...one.message]);

  /** What leaves when these are pushed in one turn. */
  function carried(datagrams: readonly Datagram[]): Uint8Array[] {
    const packs: Uint8Array[] = [];
    const ends: (() => void)[] = [];
    const lane = new DatagramLane(
      (pack) => packs.push(pack),
      (run) => ends.push(run),
    );
    for (const one of datagrams) lane.push(one);
    for (const end of ends) end();
    return packs;
  }

  test('[DP6] what is pushed in one turn arrives whole and in order, in one pack', () => {
    fc.assert(
      fc.property(fc.array(datagram, { minLength: 1, maxLength: 200 }), (datagrams) => {
        const packs = carried(datagrams);
        expect(packs).toHaveLength(1);
        expect(plain(readDatagrams(packs[0]))).toEqual(plain(datagrams));
      }),
    );
  });

  test('[DP6] more than a pack holds leaves in several', () => {
    const datagrams = Array.from({ length: 1_000 }, (_, channel) => ({ channel, message: new Uint8Array(256) }));
    const packs = carried(datagrams);
    expect(packs.length).toBeGreaterThan(1);
    expect(Math.max(...packs.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(PACK_MAX_BYTES);
    expect(plain(packs.flatMap(readDatagrams))).toEqual(plain(datagrams));
  });

  test('[DP4] whatever comes instead of a pack, nothing empty or too long is read of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.uint8Array({ maxLength: 2_000 })), (said) => {
        for (const { message: read } of readDatagrams(said))
          expect(read.byteLength >= 1 && read.byteLength <= DATAGRAM_MAX_BYTES).toBe(true);
      }),
    );
    expect(readDatagrams(new Uint8Array(PACK_MAX_BYTES + 1).fill(1))).toEqual([]);
  });
});
