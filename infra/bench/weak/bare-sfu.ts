import { createWorker, type types } from 'mediasoup';
import { BEHIND, FRONT } from '../../netlab/media-addresses.ts';

/** mediasoup with the settings that it comes with, and nothing around it. */
export interface BareSfu {
  readonly port: number;
  readonly capabilities: types.RtpCapabilities;
  /** The verbs of a page that talks to it. */
  readonly verbs: Readonly<Record<string, (asked: Asked) => Promise<unknown>>>;
  close(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: what a page passes on from one library to the other.
type Asked = any;

const CODECS: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** Starts a worker with one router, behind the relays. */
export async function startBareSfu(workerBin: string, port: number, mediaCodecs = CODECS): Promise<BareSfu> {
  const worker = await createWorker({ workerBin, logLevel: 'error' });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [{ protocol: 'udp', ip: BEHIND, port, announcedAddress: FRONT }],
  });
  const router = await worker.createRouter({ mediaCodecs });
  const transports = new Map<string, types.WebRtcTransport>();
  const consumers = new Map<string, types.Consumer>();
  const transportOf = (id: string) => {
    const transport = transports.get(id);
    if (!transport) throw new Error(`no transport ${id}`);
    return transport;
  };
  return {
    port,
    capabilities: router.rtpCapabilities,
    verbs: {
      capabilities: async () => router.rtpCapabilities,
      async open() {
        const transport = await router.createWebRtcTransport({ webRtcServer });
        transports.set(transport.id, transport);
        const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
        return { id, iceParameters, iceCandidates, dtlsParameters };
      },
      connect: async ({ id, dtlsParameters }) => transportOf(id).connect({ dtlsParameters }),
      async produce({ id, kind, rtpParameters }) {
        const producer = await transportOf(id).produce({ kind, rtpParameters });
        return { id: producer.id };
      },
      async consume({ id, producerId, rtpCapabilities, ...options }) {
        const consumer = await transportOf(id).consume({ producerId, rtpCapabilities, paused: true, ...options });
        consumers.set(consumer.id, consumer);
        const { kind, rtpParameters } = consumer;
        return { id: consumer.id, producerId, kind, rtpParameters };
      },
      resume: async ({ id }) => consumers.get(id)?.resume(),
    },
    close: () => worker.close(),
  };
}
