import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@tongke/shared-types';

/** What a browser would say of its connection. */
export const DTLS: DtlsParameters = {
  role: 'client',
  fingerprints: [
    {
      algorithm: 'sha-256',
      value: '82:5A:68:3D:36:C3:0A:DE:AF:E7:32:43:D2:88:83:57:AC:2D:65:E5:80:C4:B6:FB:AF:1A:A0:21:9F:6D:0C:AD',
    },
  ],
};

const MID = { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 };
const RID = { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 2 };

/** A voice as Chrome sends it; `ssrc` keeps two of them apart. */
export function voice(ssrc = 1111): RtpParameters {
  return {
    mid: `a${ssrc}`,
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48_000,
        channels: 2,
        parameters: { useinbandfec: 1 },
        rtcpFeedback: [{ type: 'nack' }, { type: 'transport-cc' }],
      },
    ],
    headerExtensions: [MID],
    encodings: [{ ssrc }],
    rtcp: { cname: `voice-${ssrc}` },
  };
}

/** A camera in three layers as Chrome sends it. */
export function picture(mid = 'v1'): RtpParameters {
  return {
    mid,
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90_000,
        rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
      },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
    ],
    headerExtensions: [MID, RID],
    encodings: ['l', 'm', 'h'].map((rid) => ({ rid, scalabilityMode: 'L1T3' })),
    rtcp: { cname: `picture-${mid}` },
  };
}

/** A browser that plays all that a lesson speaks. */
export function plays(router: RtpCapabilities): RtpCapabilities {
  return structuredClone(router);
}
