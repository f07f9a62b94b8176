import { createHash } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker, type types } from 'mediasoup';
import { makeCertificate } from '../mediasoup-worker/smoke/certificate.mjs';
import { SRTP_PROFILES } from '../mediasoup-worker/smoke/srtp.mjs';
import { udpSocket } from '../mediasoup-worker/smoke/udp.mjs';
import { addSrtpReceiver, type SrtpReceiver } from './srtp-receiver.ts';
import { vp8Packet } from './vp8-packet.ts';

/** What to measure: `candidate` against `control`, two mediasoup-worker programs, in alternating slices of one run. */
export interface WorkerCpuOptions {
  candidate: string;
  control: string;
  /** OpenSSL's name, such as `SRTP_AEAD_AES_256_GCM`: the only profile the receivers offer. */
  profile: string;
  receivers: number;
  packetsPerSecond: number;
  /** Slices per program; the first one of each warms up and does not count. */
  slices: number;
  sliceMs: number;
  /** Do receivers negotiate transport-wide congestion control, as browsers do? */
  congestionControl: boolean;
  log: (line: string) => void;
}

/** One program's figures over all counted slices. */
export interface WorkerCpu {
  path: string;
  sha256: string;
  /** CPU time (user + system) of the worker process per packet sent to a receiver, in µs. */
  microsecondsPerPacket: number;
  perSlice: number[];
  packets: number;
}

/** The outcome of a run; `ratio` is candidate ÷ control. */
export interface WorkerCpuResult {
  profile: string;
  ratio: number;
  candidate: WorkerCpu;
  control: WorkerCpu;
}

const VIDEO: types.RouterRtpCodecCapability = { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 };
const SSRC = 5005;
const PAYLOAD_TYPE = 96;
const PACKET_BYTES = 1200;
/** Handshakes at a time: enough to keep two cores busy. */
const AT_ONCE = 4;

interface Rig {
  path: string;
  worker: types.Worker;
  receivers: SrtpReceiver[];
  input: Socket;
  sequence: number;
}

function capabilities(router: types.Router, congestionControl: boolean): types.RtpCapabilities {
  const all = router.rtpCapabilities;
  if (congestionControl) return all;
  return {
    ...all,
    headerExtensions: (all.headerExtensions ?? []).filter(
      ({ uri }) => !uri.includes('transport-wide-cc') && !uri.includes('abs-send-time'),
    ),
    codecs: (all.codecs ?? []).map((codec) => ({
      ...codec,
      rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => type !== 'transport-cc' && type !== 'goog-remb'),
    })),
  };
}

async function build(path: string, options: WorkerCpuOptions): Promise<Rig> {
  const worker = await createWorker({ workerBin: path, logLevel: 'none' });
  const router = await worker.createRouter({ mediaCodecs: [VIDEO] });
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
  const rig: Rig = { path, worker, receivers: [], input, sequence: 0 };
  const rtpCapabilities = capabilities(router, options.congestionControl);
  const addReceiver = async () => {
    rig.receivers.push(
      await addSrtpReceiver({ router, producerId: producer.id, rtpCapabilities, profile, certificate }),
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

async function sentPackets(rig: Rig): Promise<number> {
  const stats = await Promise.all(rig.receivers.map(({ consumer }) => consumer.getStats()));
  return stats.flat().reduce((sum, entry) => sum + (entry.type === 'outbound-rtp' ? entry.packetCount : 0), 0);
}

async function cpuMs(rig: Rig): Promise<number> {
  const usage = await rig.worker.getResourceUsage();
  return usage.ru_utime + usage.ru_stime;
}

/** Sends at a steady rate for the slice's length, catching up where a timer was late. */
async function inject(rig: Rig, { packetsPerSecond, sliceMs }: WorkerCpuOptions): Promise<void> {
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

async function slice(rig: Rig, options: WorkerCpuOptions): Promise<{ packets: number; us: number }> {
  const packetsBefore = await sentPackets(rig);
  const before = await cpuMs(rig);
  await inject(rig, options);
  const after = await cpuMs(rig);
  return { packets: (await sentPackets(rig)) - packetsBefore, us: (after - before) * 1000 };
}

async function summary(rig: Rig, slices: { packets: number; us: number }[]): Promise<WorkerCpu> {
  const packets = slices.reduce((sum, entry) => sum + entry.packets, 0);
  const us = slices.reduce((sum, entry) => sum + entry.us, 0);
  return {
    path: rig.path,
    sha256: createHash('sha256')
      .update(await readFile(rig.path))
      .digest('hex'),
    microsecondsPerPacket: us / packets,
    perSlice: slices.map((entry) => entry.us / entry.packets),
    packets,
  };
}

/**
 * Measures the CPU that two mediasoup-workers spend per forwarded packet: one VP8-like stream of 1,200-byte packets from a plain
 * transport to WebRTC transports on loopback, each with ICE and a DTLS handshake behind it, encrypted with the one SRTP profile asked for.
 * The receivers read and throw away, and send
 * transport-wide feedback every 100 ms where it is negotiated. The kernel's share of each send is part of the figure.
 */
export async function measureWorkerCpu(options: WorkerCpuOptions): Promise<WorkerCpuResult> {
  options.log(`connecting 2 × ${options.receivers} receivers with ${options.profile}`);
  const rigs = [await build(options.candidate, options), await build(options.control, options)] as const;
  const results: [{ packets: number; us: number }[], { packets: number; us: number }[]] = [[], []];
  try {
    for (let round = 0; round < options.slices; round += 1) {
      // The order alternates, so that drift of the machine falls on both.
      for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const measured = await slice(rigs[index], options);
        if (round > 0) results[index].push(measured);
        options.log(
          `${index === 0 ? 'candidate' : 'control  '} ${(measured.us / measured.packets).toFixed(2)} µs/packet${round === 0 ? ' (warm-up)' : ''}`,
        );
      }
    }
    const candidate = await summary(rigs[0], results[0]);
    const control = await summary(rigs[1], results[1]);
    return {
      profile: options.profile,
      ratio: candidate.microsecondsPerPacket / control.microsecondsPerPacket,
      candidate,
      control,
    };
  } finally {
    for (const rig of rigs) {
      rig.worker.close();
      rig.input.close();
      for (const receiver of rig.receivers) receiver.close();
    }
  }
}
