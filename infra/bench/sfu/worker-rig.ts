import { createWorker, type types } from 'mediasoup';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { connectPeer } from '../../mediasoup-worker/smoke/peer.mjs';
import { protect, SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { processCpuUs } from '../process-cpu.ts';
import { BENCH_STREAM, packetsOf } from './bench-stream.ts';
import { keepConsent } from './keep-consent.ts';
import type { Measured } from './pairs.ts';
import { KEY_FRAME_DELAY_MS, openPort, openTransport } from './product-transport.ts';
import type { Pace } from './send-steadily.ts';
import { addSrtpReceiver, type SrtpReceiver } from './srtp-receiver.ts';

/** The load on one worker. */
export interface RigOptions extends Pace {
  /** OpenSSL's name, such as `SRTP_AEAD_AES_256_GCM`: the only profile that sender and receivers offer. */
  readonly profile: string;
  readonly receivers: number;
}

const VIDEO: types.RouterRtpCodecCapability = { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 };
/** Handshakes at a time: enough to keep two cores busy. */
const AT_ONCE = 4;

/** A worker with one SRTP stream coming in and many SRTP receivers. */
export interface WorkerRig {
  /** Sends the stream's next packet. */
  readonly send: () => void;
  /** What was received, and what it took, so far. */
  readonly count: () => Measured;
  /** Closes the worker and every socket. */
  readonly close: () => void;
}

/** Starts a worker and connects the sender and the receivers. */
export async function startWorkerRig(path: string, options: RigOptions): Promise<WorkerRig> {
  const profile = SRTP_PROFILES.find(({ name }) => name === options.profile);
  if (!profile) throw new Error(`no such SRTP profile: ${options.profile}`);
  const worker = await createWorker({ workerBin: path, logLevel: 'error' });
  const router = await worker.createRouter({ mediaCodecs: [VIDEO] });
  const webRtcServer = await openPort(worker);
  const certificate = await makeCertificate();
  const receivers: SrtpReceiver[] = [];
  try {
    const transport = await openTransport(router, webRtcServer);
    const { socket, sending } = await connectPeer(transport, profile, certificate);
    const stopConsent = keepConsent(socket, transport.iceParameters);
    const producer = await transport.produce({
      kind: 'video',
      rtpParameters: structuredClone(BENCH_STREAM),
      keyFrameRequestDelay: KEY_FRAME_DELAY_MS,
    });
    const { rtpCapabilities } = router;
    const addReceiver = async () => {
      const made = { router, webRtcServer, producerId: producer.id, rtpCapabilities, profile, certificate };
      receivers.push(await addSrtpReceiver(made));
    };
    for (let made = 0; made < options.receivers; made += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, options.receivers - made) }, addReceiver));
    }
    const next = packetsOf(options);
    return {
      send: () => socket.send(protect(sending.rtp, next())),
      count: () => ({
        packets: receivers.reduce((sum, receiver) => sum + receiver.received(), 0),
        us: processCpuUs(worker.pid),
      }),
      close() {
        stopConsent();
        socket.close();
        for (const receiver of receivers) receiver.close();
        worker.close();
      },
    };
  } catch (error) {
    worker.close();
    throw error;
  } finally {
    await certificate.remove();
  }
}
