import type { Pace } from './send-steadily.ts';
import { vp8Packet } from './vp8-packet.ts';

/** The one stream of these benches, as its sender describes it: no simulcast, no header extensions. */
export const BENCH_STREAM = {
  codecs: [{ mimeType: 'video/VP8', clockRate: 90_000, payloadType: 96, rtcpFeedback: [] }],
  encodings: [{ ssrc: 7007 }],
  headerExtensions: [],
  rtcp: { cname: 'bench' },
};

/** A voice that is silent: its packets are counted with the picture's, but the servers look after it as they do in a lesson. */
export const SILENT_VOICE = {
  codecs: [
    {
      mimeType: 'audio/opus',
      clockRate: 48_000,
      channels: 2,
      payloadType: 111,
      parameters: { useinbandfec: 1 },
      rtcpFeedback: [],
    },
  ],
  encodings: [{ ssrc: 7008 }],
  headerExtensions: [],
  rtcp: { cname: 'bench' },
};

/** The stream's packets, one after the other. */
export function packetsOf({ packetsPerSecond, bytes }: Omit<Pace, 'sliceMs'>): () => Buffer {
  let sequence = 0;
  const stream = { ssrc: 7007, payloadType: 96, packetsPerSecond, bytes };
  return () => {
    const packet = vp8Packet({ ...stream, sequence });
    sequence += 1;
    return packet;
  };
}
