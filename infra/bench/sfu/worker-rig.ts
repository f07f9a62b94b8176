import { createWorker } from 'mediasoup';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { protect, SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { processCpuUs } from '../process-cpu.ts';
import { bareLesson, bareWorker } from '../rtp/bare-lesson.ts';
import { packetsOf } from '../rtp/bench-stream.ts';
import { openPeer } from '../rtp/open-peer.ts';
import type { Pace } from '../rtp/send-steadily.ts';
import { type Watching, watch } from '../rtp/watch.ts';
import type { Measured } from './pairs.ts';

/** The load on one worker. */
export interface RigOptions extends Pace {
  /** OpenSSL's name, such as `SRTP_AEAD_AES_256_GCM`: the only profile that sender and receivers offer. */
  readonly profile: string;
  readonly receivers: number;
}

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
  const certificate = await makeCertificate();
  const receivers: Watching[] = [];
  try {
    const lesson = await bareLesson(await bareWorker(worker), certificate.fingerprint);
    const source = await openPeer(lesson.source, { profile, certificate });
    const addReceiver = async () => {
      const place = await lesson.addBoard();
      receivers.push(await watch(place, { profile, certificate }));
      await place.resume();
    };
    for (let made = 0; made < options.receivers; made += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, options.receivers - made) }, addReceiver));
    }
    const next = packetsOf(options);
    return {
      send: () => source.socket.send(protect(source.sending.rtp, next())),
      count: () => ({
        packets: receivers.reduce((sum, { received }) => sum + received(), 0),
        us: processCpuUs(worker.pid),
      }),
      close() {
        source.close();
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
