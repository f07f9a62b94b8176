import { DATAGRAM_MAX_BYTES, type DataOffer } from './data-channel.ts';
import type { DtlsParameters } from './rtp.ts';

/** The certificate that an SDP offer names, as the server wants it; null where it names none that is strong enough. */
export function certificateOf(offerSdp: string): DtlsParameters | null {
  const value = /^a=fingerprint:sha-256 ([0-9A-Fa-f:]{95})\s*$/m.exec(offerSdp)?.[1];
  return value ? { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: value.toUpperCase() }] } : null;
}

/** [DP1] The SDP answer to an offer with one data channel (RFC 8841, RFC 8839): the SFU waits for the browser at its candidates. */
export function dataAnswer(offerSdp: string, { ice, candidates, fingerprint, sctpPort }: DataOffer): string {
  const mid = /^a=mid:(\S+)/m.exec(offerSdp)?.[1] ?? '0';
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${mid}`,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=ice-ufrag:${ice.usernameFragment}`,
    `a=ice-pwd:${ice.password}`,
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    'a=setup:passive',
    `a=sctp-port:${sctpPort}`,
    `a=max-message-size:${DATAGRAM_MAX_BYTES}`,
    ...candidates.map(
      ({ foundation, priority, address, port }) =>
        `a=candidate:${foundation} 1 udp ${priority} ${address} ${port} typ host`,
    ),
    'a=end-of-candidates',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
