import type { ConsumerOffer, RtpParameters } from '@tongke/shared-types';
import type * as Soup from 'mediasoup/types';

/** Time between two pictures, in ms. */
const EVERY_MS = 500;
/** The least that VP8 knows: 16 by 16 black pixels, a key frame, in one packet behind its payload descriptor. */
const PICTURE = Buffer.from('101002009d012a100010000047088585888584880202000c0d6000feffab5080', 'hex');
const CLOCK_RATE = 90_000;
const PAYLOAD_TYPE = 96;
const SSRC = 1;
const RTP_HEADER_BYTES = 12;
const VERSION_2 = 0x80;
const LAST_OF_FRAME = 0x80;

/** The stream as one transport sends it. */
export interface SentBeacon {
  readonly offer: ConsumerOffer;
  /** Whether it pauses. */
  rest(rests: boolean): Promise<void>;
}

/** Gives a transport the stream, from its first moment on. */
export type Beacon = (transport: Soup.WebRtcTransport) => Promise<SentBeacon>;

/**
 * [WL11] The least stream that the congestion control counts. It counts pictures' packets only, and probes when one goes out: without any
 * it would keep for ever what it thought of a link when its pictures were given up. It ends with its router.
 */
export async function startBeacon(router: Soup.Router, direct: Soup.DirectTransport): Promise<Beacon> {
  const producer = await direct.produce({
    kind: 'video',
    rtpParameters: {
      codecs: [{ mimeType: 'video/VP8', payloadType: PAYLOAD_TYPE, clockRate: CLOCK_RATE }],
      encodings: [{ ssrc: SSRC }],
    },
  });
  let sequence = 0;
  const timer = setInterval(() => producer.send(packetOf(sequence++)), EVERY_MS);
  producer.observer.once('close', () => clearInterval(timer));
  return async (transport) => {
    // Every browser that takes part speaks what the router speaks: VP8.
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: router.rtpCapabilities,
    });
    return {
      offer: {
        // Nobody asks for it by its id: the browser calls its track so.
        consumerId: 'beacon',
        trackId: producer.id,
        kind: 'video',
        rtpParameters: consumer.rtpParameters as RtpParameters,
      },
      async rest(rests) {
        if (rests !== consumer.paused) await (rests ? consumer.pause() : consumer.resume());
      },
    };
  };
}

function packetOf(sequence: number): Buffer {
  const header = Buffer.alloc(RTP_HEADER_BYTES);
  header.writeUInt8(VERSION_2, 0);
  header.writeUInt8(LAST_OF_FRAME | PAYLOAD_TYPE, 1);
  header.writeUInt16BE(sequence % 2 ** 16, 2);
  header.writeUInt32BE((sequence * EVERY_MS * (CLOCK_RATE / 1_000)) % 2 ** 32, 4);
  header.writeUInt32BE(SSRC, 8);
  return Buffer.concat([header, PICTURE]);
}
