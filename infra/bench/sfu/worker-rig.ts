import type { Socket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker, type types } from 'mediasoup';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { udpSocket } from '../../mediasoup-worker/smoke/udp.mjs';
import { addSrtpReceiver, type SrtpReceiver } from './srtp-receiver.ts';
import { vp8Packet } from './vp8-packet.ts';

/** The load on one worker. */
export interface RigOptions {
  /** OpenSSL's name, such as `SRTP_AEAD_AES_256_GCM`: the only profile the receivers offer. */
  profile: string;
  receivers: number;
  packetsPerSecond: number;
  sliceMs: number;
}

/** What one slice of time took. */
export interface Slice {
  packets: number;
  us: number;
}

const VIDEO: types.RouterRtpCodecCapability = { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 };
const SSRC = 5005;
const PAYLOAD_TYPE = 96;
const PACKET_BYTES = 1200;
/** Handshakes at a time: enough to keep two cores busy. */
const AT_ONCE = 4;

/** A worker with one stream coming in and many receivers. */
export interface WorkerRig {
  path: string;
  worker: types.Worker;
  receivers: SrtpReceiver[];
  input: Socket;
  sequence: number;
}

/** Starts a worker and connects the stream and the receivers. */
export async function startWorkerRig(path: string, options: RigOptions): Promise<WorkerRig> {
  const worker = await createWorker({ workerBin: path, logLevel: 'none' });
  const router = await worker.createRouter({ mediaCodecs: [VIDEO] });
  const webRtcServer = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
  const plain = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    rtcpMux: true,
    comedia: true,
  });
  const producer = await plain.produce({
    kind: 'video',
    rtpParameters: {
      codecs: [{ mimeType: VIDEO.mimeType, clockRate: VIDEO.clockRate, payloadType: PAYLOAD_TYPE }],
      encodings: [{ ssrc: SSRC }],
    },
  });
  const input = await udpSocket();
  input.connect(plain.tuple.localPort, '127.0.0.1');

  const profile = SRTP_PROFILES.find(({ name }) => name === options.profile);
  if (!profile) throw new Error(`no such SRTP profile: ${options.profile}`);
  const certificate = await makeCertificate();
  const rig: WorkerRig = { path, worker, receivers: [], input, sequence: 0 };
  const { rtpCapabilities } = router;
  const addReceiver = async () => {
    rig.receivers.push(
      await addSrtpReceiver({ router, webRtcServer, producerId: producer.id, rtpCapabilities, profile, certificate }),
    );
  };
  try {
    for (let made = 0; made < options.receivers; made += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, options.receivers - made) }, addReceiver));
    }
  } finally {
    await certificate.remove();
  }
  return rig;
}

async function sentPackets(rig: WorkerRig): Promise<number> {
  const stats = await Promise.all(rig.receivers.map(({ consumer }) => consumer.getStats()));
  return stats.flat().reduce((sum, entry) => sum + (entry.type === 'outbound-rtp' ? entry.packetCount : 0), 0);
}

async function cpuMs(rig: WorkerRig): Promise<number> {
  const usage = await rig.worker.getResourceUsage();
  return usage.ru_utime + usage.ru_stime;
}

/** Sends at a steady rate for the slice's length, catching up where a timer was late. */
async function inject(rig: WorkerRig, { packetsPerSecond, sliceMs }: RigOptions): Promise<void> {
  const start = performance.now();
  const total = Math.round((packetsPerSecond * sliceMs) / 1000);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) * packetsPerSecond) / 1000));
    for (; sent < due; sent += 1) {
      rig.input.send(
        vp8Packet({
          ssrc: SSRC,
          payloadType: PAYLOAD_TYPE,
          sequence: rig.sequence,
          packetsPerSecond,
          bytes: PACKET_BYTES,
        }),
      );
      rig.sequence += 1;
    }
    await sleep(1000 / packetsPerSecond);
  }
  // What is still queued belongs to this slice.
  await sleep(50);
}

/** Sends for one slice of time: the packets that went out to receivers, and the worker's CPU time for them in µs. */
export async function runSlice(rig: WorkerRig, options: RigOptions): Promise<Slice> {
  const packetsBefore = await sentPackets(rig);
  const before = await cpuMs(rig);
  await inject(rig, options);
  const after = await cpuMs(rig);
  return { packets: (await sentPackets(rig)) - packetsBefore, us: (after - before) * 1000 };
}

/** Closes the worker and every socket. */
export function closeWorkerRig(rig: WorkerRig): void {
  rig.worker.close();
  rig.input.close();
  for (const receiver of rig.receivers) receiver.close();
}
