import { RED_CARRIER } from '@tongke/shared-types';

/**
 * What every lesson speaks. VP8 because every board decodes it and its simulcast works everywhere; retransmissions come with it.
 * Opus carries its own repair data (`useinbandfec`), and NACK on top of that. Two channels is how SDP names Opus; the voice is mono.
 */
export const CODECS = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, minptime: 10 },
    rtcpFeedback: [{ type: 'nack' }, { type: 'transport-cc' }],
  },
  // The protected form of a voice: what goes in this name is Opus once more inside RED.
  { kind: 'audio', ...RED_CARRIER, rtcpFeedback: [{ type: 'nack' }, { type: 'transport-cc' }] },
  {
    kind: 'video',
    mimeType: 'video/VP8',
    clockRate: 90_000,
    // Chrome otherwise starts at 300 kbit/s and takes seconds to a picture that can be read from the back row.
    parameters: { 'x-google-start-bitrate': 600 },
  },
] as const;
