import { networkInterfaces } from 'node:os';
import { type RtpCapabilities, type RtpParameters, refuse } from '@tongke/shared-types';
import * as mediasoup from 'mediasoup';
import type * as Soup from 'mediasoup/types';
import type { Log } from '../log.ts';
import { CODECS } from './codecs.ts';
import type {
  Engine,
  EngineConsumer,
  EngineProducer,
  EngineRouter,
  EngineTransport,
  EngineWorker,
  Serves,
} from './engine.ts';

import { FIRST_BITRATE } from './first-bitrate.ts';
import { type ListenPlan, listenPlan } from './listen-plan.ts';
import { MediaPortInUse } from './media-port-in-use.ts';
import { type Beacon, type SentBeacon, startBeacon } from './mediasoup-beacon.ts';
import { openMediasoupChannel } from './mediasoup-channel.ts';
import { openMediasoupLevels } from './mediasoup-levels.ts';
import { DONE, done, type Result } from './result.ts';

/** VP8's. */
const MOST_TEMPORAL_LAYERS = 4;

/** Seconds without an answer to ICE consent checks until nothing more is sent to a board; the library's 30 wastes a weak uplink. */
const ICE_CONSENT_TIMEOUT = 8;
/**
 * Least time between two key frame requests. Chrome ignores a request that comes within 300 ms of the last one, and the worker would
 * then wait a whole second before it asks again: fifty boards that resume one after another must not fall into that hole.
 */
const KEY_FRAME_DELAY_MS = 350;

/**
 * How the congestion control finds out what a link carries (`infra/decisions/long-probes.md`, `sudden-drops.md`): what arrives is believed as soon
 * when it is more as when it is less, and counts as 80 kbit/s at the least; probes last long enough not to fit into what a shaped link lets through at
 * once, in packets of 10 ms, and catch up where the machine was late; one comes every 3 s while less than 95 % of the estimate is used, and a higher one
 * right after it only where more came back than was asked for. mediasoup's own choice, small steps down while a part of a link is unused, is left out.
 */
const FIELD_TRIALS = [
  ['WebRTC-BweThroughputWindowConfig', 'symmetry_cap:10000kbps,floor:80kbps'],
  ['WebRTC-Bwe-ProbingBehavior', 'min_probe_duration:150ms,min_probe_delta:5ms,max_probe_delay:150ms'],
  ['WebRTC-AlrDetectorParameters', 'bw_usage:0.95,start:0.3,stop:0.1'],
  ['WebRTC-Bwe-ProbingConfiguration', 'alr_interval:3s,further_probe_threshold:1.2'],
]
  .map(([trial, how]) => `${trial}/${how}/`)
  .join('');

/**
 * One socket takes what all screens of a worker send, and the lead teacher's picture behind it: what the system gives it by itself is full after
 * a tenth of a second in which the worker did something else, and every packet that is dropped then is missing on fifty boards. The
 * system gives as much of it as `net.core.rmem_max` allows.
 */
const RECEIVE_BUFFER_BYTES = 4_194_304;

export interface MediasoupOptions {
  readonly workerBin: string;
  /** Addresses that browsers are told. */
  readonly addresses: readonly string[];
  readonly log: Log;
}

/** The media engine that runs mediasoup's workers; throws a plain sentence when this machine cannot be reached at an address. */
export function createMediasoupEngine({ workerBin, addresses, log }: MediasoupOptions): Engine {
  const own = Object.values(networkInterfaces()).flatMap((entries) => (entries ?? []).map(({ address }) => address));
  const plan = listenPlan(addresses, own.filter(isPlainIPv4));
  if (!plan) throw new Error(`None of this machine’s addresses can stand for ${addresses.join(', ')}.`);
  mediasoup.setLogEventListeners({
    // What a verb runs into is answered and logged where the verb is; only a worker's own trouble is news.
    onwarn: (namespace, text) => log.debug({ namespace }, text),
    onerror: (namespace, text) => log[namespace.endsWith(':Worker') ? 'warn' : 'debug']({ namespace }, text),
  });
  return { startWorker: (port, serves) => startWorker({ workerBin, plan, log }, port, serves) };
}

function isPlainIPv4(address: string): boolean {
  return /^\d+(\.\d+){3}$/.test(address);
}

interface Setup {
  readonly workerBin: string;
  readonly plan: ListenPlan;
  readonly log: Log;
}

async function startWorker(setup: Setup, port: number, serves: Serves): Promise<EngineWorker> {
  const { workerBin } = setup;
  const worker = await mediasoup.createWorker({ workerBin, logLevel: 'error', libwebrtcFieldTrials: FIELD_TRIALS });
  const server = await worker
    .createWebRtcServer({
      listenInfos: setup.plan.listen.flatMap((ip) => [
        { protocol: 'udp' as const, ip, port, recvBufferSize: RECEIVE_BUFFER_BYTES },
        ...(serves === 'media' ? [{ protocol: 'tcp' as const, ip, port }] : []),
      ]),
    })
    .catch((error: unknown) => {
      worker.close();
      throw /in use/i.test(String(error)) ? new MediaPortInUse(port) : error;
    });
  let load = 0;
  return {
    pid: worker.pid,
    get load() {
      return load;
    },
    get alive() {
      return !worker.closed;
    },
    async openRouter() {
      load += 1;
      const codecs = serves === 'media' ? [...CODECS] : [];
      const mediaCodecs = codecs.map((codec) => structuredClone(codec)) as Soup.RouterRtpCodecCapability[];
      const router = await worker.createRouter({ mediaCodecs }).catch((error: unknown) => {
        load -= 1;
        throw error;
      });
      router.observer.once('close', () => {
        load -= 1;
      });
      try {
        return await openRouter(setup, server, router);
      } catch (error) {
        router.close();
        throw error;
      }
    },
    onDeath: (listener) => worker.once('died', () => listener()),
    close: () => worker.close(),
  };
}

async function openRouter(setup: Setup, server: Soup.WebRtcServer, router: Soup.Router): Promise<EngineRouter> {
  const direct = await router.createDirectTransport();
  let beacon: Promise<Beacon> | null = null;
  return {
    // The library's capabilities are the same shape as ours; ours is what zod read.
    rtpCapabilities: router.rtpCapabilities as RtpCapabilities,
    openChannel: (dtlsParameters) => openMediasoupChannel({ router, server, direct, plan: setup.plan }, dtlsParameters),
    canConsume: (producerId, rtpCapabilities) => canConsume(router, producerId, rtpCapabilities),
    openLevels: () => openMediasoupLevels(router),
    async openTransport(direction) {
      const transport = await router.createWebRtcTransport({
        webRtcServer: server,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        iceConsentTimeout: ICE_CONSENT_TIMEOUT,
        initialAvailableOutgoingBitrate: FIRST_BITRATE,
      });
      if (direction === 'send') return wrapTransport(setup, transport, null);
      beacon ??= startBeacon(router, direct);
      return wrapTransport(setup, transport, await (await beacon)(transport));
    },
    onLost: (listener) => router.once('workerclose', () => listener()),
    close: () => router.close(),
  };
}

function canConsume(router: Soup.Router, producerId: string, rtpCapabilities: RtpCapabilities): boolean {
  try {
    return router.canConsume({ producerId, rtpCapabilities: rtpCapabilities as Soup.RtpCapabilities });
  } catch {
    return false;
  }
}

function wrapTransport(
  { plan, log }: Setup,
  transport: Soup.WebRtcTransport,
  beacon: SentBeacon | null,
): EngineTransport {
  const ended = () => transport.dtlsState === 'closed' || transport.dtlsState === 'failed';
  let connectedWith: string | null = null;

  /** What a browser made the library refuse becomes a value; what fails because the worker is gone does not. */
  async function attempt<T>(verb: string, act: () => Promise<T>): Promise<Result<T>> {
    try {
      return done(await act());
    } catch (error) {
      if (transport.closed) throw error;
      log.warn({ verb, transportId: transport.id, reason: String(error) }, 'the media worker refused parameters');
      return refuse('media/bad-parameters');
    }
  }

  return {
    offer: {
      id: transport.id,
      iceParameters: transport.iceParameters,
      iceCandidates: transport.iceCandidates.flatMap((candidate) =>
        (plan.announce.get(candidate.ip) ?? []).map((address) => ({ ...candidate, ip: address, address })),
      ),
      dtlsParameters: transport.dtlsParameters,
    },
    beacon: beacon?.offer ?? null,
    restBeacon: async (rests) => beacon?.rest(rests),
    get usable() {
      return !transport.closed && !ended();
    },
    onGone(listener) {
      let told = false;
      transport.on('dtlsstatechange', () => {
        if (told || transport.closed || !ended()) return;
        told = true;
        listener();
      });
    },
    async connect(dtlsParameters) {
      const asked = JSON.stringify(dtlsParameters);
      if (asked === connectedWith) return DONE;
      const connected = await attempt('connect', () =>
        transport.connect({ dtlsParameters: dtlsParameters as Soup.DtlsParameters }),
      );
      if (!connected.ok) return connected;
      connectedWith = asked;
      return DONE;
    },
    restartIce: () => transport.restartIce(),
    produce: (kind, rtpParameters) =>
      attempt('produce', async (): Promise<EngineProducer> => {
        const options = { kind, rtpParameters: rtpParameters as Soup.RtpParameters };
        const key = kind === 'video' ? { keyFrameRequestDelay: KEY_FRAME_DELAY_MS } : {};
        return wrapProducer(await transport.produce({ ...options, ...key }));
      }),
    consume: (producerId, rtpCapabilities) =>
      attempt('consume', async () => {
        const capabilities = rtpCapabilities as Soup.RtpCapabilities;
        // `enableRtx` is off for audio unless asked for, and would take the voice's NACK away.
        const options = { producerId, rtpCapabilities: capabilities, paused: true, enableRtx: true };
        return wrapConsumer(await transport.consume(options));
      }),
    async measure() {
      const [stats] = await transport.getStats();
      return {
        received: stats?.recvBitrate ?? 0,
        lossReceived: stats?.rtpPacketLossReceived ?? 0,
        sent: stats?.sendBitrate ?? 0,
        // The library says 0 before its first estimate, and never less than 30,000 after it.
        available: stats?.availableOutgoingBitrate || null,
        lossSent: stats?.rtpPacketLossSent ?? 0,
      };
    },
    // To the library 0 is no limit.
    limit: (bitrate) => transport.setMaxOutgoingBitrate(bitrate ?? 0),
    close: () => transport.close(),
  };
}

function wrapProducer(producer: Soup.Producer): EngineProducer {
  // The library answers copies of both, made anew each time.
  const encodings = producer.rtpParameters.encodings ?? [{}];
  let score = bestOf(producer.score);
  producer.on('score', (scores) => {
    score = bestOf(scores);
  });
  return {
    id: producer.id,
    layers: encodings.length,
    get score() {
      return score;
    },
    async measure() {
      const streams = await producer.getStats();
      return encodings.map(({ rid }) => streams.find((stream) => stream.rid === rid)?.bitrate ?? 0);
    },
    async reported() {
      const [stream] = await producer.getStats();
      const { packetCount = 0, packetsLost = 0, packetsRetransmitted = 0 } = stream ?? {};
      // What was asked for again and came is lost no longer; the worker reports about every second.
      return {
        tried: packetCount + packetsLost,
        lost: packetsLost + packetsRetransmitted,
        report: String(packetCount),
      };
    },
    onWorse(listener) {
      const look = onFall(listener);
      producer.on('score', (scores) => look(bestOf(scores)));
    },
    close: () => producer.close(),
  };
}

function wrapConsumer(consumer: Soup.Consumer): EngineConsumer {
  return {
    id: consumer.id,
    kind: consumer.kind,
    rtpParameters: consumer.rtpParameters as RtpParameters,
    resume: () => consumer.resume(),
    pause: () => consumer.pause(),
    prefer: (layers) => consumer.setPreferredLayers(layers),
    prioritize: (priority) => consumer.setPriority(priority),
    async reported() {
      const stream = (await consumer.getStats()).find(({ type }) => type === 'outbound-rtp');
      const { packetCount = 0, packetsLost = 0, packetsRetransmitted = 0 } = stream ?? {};
      // The library does not say when a report came; no two have the same round trip and jitter.
      const { fractionLost, jitter, roundTripTime } = stream ?? {};
      return {
        tried: packetCount + packetsRetransmitted,
        // To the browser what came again is lost no longer.
        lost: packetsLost + packetsRetransmitted,
        report: [packetsLost, fractionLost, jitter, roundTripTime].join(),
      };
    },
    onWorse(listener) {
      const lookAtScore = onFall(listener);
      const lookAtLayers = onFall(listener);
      consumer.on('score', ({ score }) => lookAtScore(score));
      consumer.on('layerschange', (layers) =>
        lookAtLayers(layers ? MOST_TEMPORAL_LAYERS * layers.spatialLayer + (layers.temporalLayer ?? 0) : -1),
      );
    },
    close: () => consumer.close(),
  };
}

function bestOf(scores: readonly Soup.ProducerScore[]): number {
  return Math.max(0, ...scores.map(({ score }) => score));
}

/** Takes one value after another and calls the listener for each that is lower than the one before. */
function onFall(listener: () => void): (value: number) => void {
  let before = Number.NEGATIVE_INFINITY;
  return (value) => {
    const fell = value < before;
    before = value;
    if (fell) listener();
  };
}
