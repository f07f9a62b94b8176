import type { types } from 'mediasoup';
import { BENCH_STREAM } from './bench-stream.ts';
import type { ForwardedLesson } from './forwarded-lesson.ts';
import { KEY_FRAME_DELAY_MS, openPort, openTransport } from './product-transport.ts';

const VIDEO: types.RouterRtpCodecCapability = { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 };

/** A worker's program alone with its one port, as the product has it. */
export interface BareWorker {
  readonly worker: types.Worker;
  readonly webRtcServer: types.WebRtcServer;
}

export async function bareWorker(worker: types.Worker): Promise<BareWorker> {
  return { worker, webRtcServer: await openPort(worker) };
}

/** A lesson that a worker forwards with nothing around it. `fingerprint`: SHA-256 of the certificate of all far ends. */
export async function bareLesson({ worker, webRtcServer }: BareWorker, fingerprint: string): Promise<ForwardedLesson> {
  const router = await worker.createRouter({ mediaCodecs: [VIDEO] });
  const open = async () => {
    const transport = await openTransport(router, webRtcServer);
    const fingerprints = [{ algorithm: 'sha-256' as const, value: fingerprint }];
    await transport.connect({ dtlsParameters: { role: 'client', fingerprints } });
    return transport;
  };
  const { rtpCapabilities } = router;
  const source = await open();
  const { id: producerId } = await source.produce({
    kind: 'video',
    rtpParameters: structuredClone(BENCH_STREAM),
    keyFrameRequestDelay: KEY_FRAME_DELAY_MS,
  });
  return {
    source: offerOf(source),
    addBoard: async () => {
      const transport = await open();
      const consumer = await transport.consume({ producerId, rtpCapabilities, paused: true });
      return { offer: offerOf(transport), stream: streamOf(consumer), resume: () => consumer.resume() };
    },
    close: () => router.close(),
  };
}

function offerOf({ iceParameters, iceCandidates }: types.WebRtcTransport) {
  return { iceParameters, iceCandidates };
}

function streamOf({ rtpParameters: { encodings, headerExtensions } }: types.Consumer) {
  return { encodings, headerExtensions };
}
