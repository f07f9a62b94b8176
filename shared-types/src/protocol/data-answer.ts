import { channelSdp, midOf } from './channel-sdp.ts';
import { DATAGRAM_MAX_BYTES, type DataOffer } from './data-channel.ts';
import type { DtlsParameters } from './rtp.ts';

/** The certificate that an SDP offer names, as the server wants it; null where it names none that is strong enough. */
export function certificateOf(offerSdp: string): DtlsParameters | null {
  const value = sha256Of(offerSdp);
  return value === null ? null : { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}

/** The SHA-256 of the certificate that a session description names, or null. */
export function sha256Of(sdp: string): string | null {
  return /^a=fingerprint:sha-256 ([0-9A-Fa-f:]{95})\s*$/m.exec(sdp)?.[1]?.toUpperCase() ?? null;
}

/** [DP1] The SDP answer to an offer with one data channel: the SFU waits for the browser at its candidates. */
export function dataAnswer(offerSdp: string, { sctpPort, ...end }: DataOffer): string {
  const mid = midOf(offerSdp);
  return channelSdp(end, { mid, setup: 'passive', lite: true, sctpPort, mostBytes: DATAGRAM_MAX_BYTES });
}
