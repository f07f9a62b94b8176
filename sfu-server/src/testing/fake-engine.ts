import { randomUUID } from 'node:crypto';
import { RED_CARRIER, type RtpCapabilities, type RtpParameters, refuse } from '@tongke/shared-types';
import type {
  Engine,
  EngineConsumer,
  EngineLevels,
  EngineRouter,
  EngineTransport,
  EngineWorker,
  Measured,
  Serves,
} from '../media/engine.ts';
import { MediaPortInUse } from '../media/media-port-in-use.ts';
import { DONE, done, type Result } from '../media/result.ts';
import { type FakeChannel, fakeChannel } from './fake-channel.ts';
import { type FakeReports, fakeReports } from './fake-reports.ts';

/** An engine without processes and packets, for tests of everything above the port. */
export interface FakeEngine extends Engine {
  /** Every worker that was started, the dead ones too. */
  readonly workers: readonly FakeWorker[];
  /** How many of the next starts find their port in use. */
  portsInUse: number;
  /** Makes all verbs wait until the returned function is called. */
  hold(): () => void;
}

export interface FakeWorker extends EngineWorker {
  readonly port: number;
  readonly serves: Serves;
  /** Data channels that were opened, the closed ones too. */
  readonly channels: readonly FakeChannel[];
  /** Listeners for levels that were opened, to let them hear something. */
  readonly levels: readonly FakeLevels[];
  /** Transports that are open, to hang one up. */
  readonly transports: readonly FakeTransport[];
  /** Dies as after kill -9. */
  die(): void;
}

/** A consumer that says what it was told to do. */
interface FakeConsumer extends EngineConsumer {
  /** What its browser reports. */
  readonly reports: FakeReports;
  /** It goes worse than before. */
  worsen(): void;
  readonly does: {
    readonly flows: boolean;
    readonly spatialLayer: number | null;
    readonly temporalLayer: number | null;
    readonly priority: number;
  };
}

interface FakeTransport extends EngineTransport {
  /** By producer. */
  readonly consumers: ReadonlyMap<string, FakeConsumer>;
  readonly beaconRests: boolean;
  /** The browser ends the connection. */
  hangUp(): void;
  /** What the next measurements answer. */
  measured: Measured;
  /** How each open producer arrives. */
  readonly arrives: ReadonlyMap<string, FakeReports>;
  /** Less of a producer arrives than before. */
  worsen(producerId: string): void;
}

export interface FakeLevels extends EngineLevels {
  readonly added: ReadonlySet<string>;
  readonly closed: boolean;
  /** What is heard now, by track. */
  hear(volumes: Readonly<Record<string, number>>): void;
}

const NACK = [{ type: 'nack' }, { type: 'transport-cc' }];
const CAPABILITIES: RtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
      parameters: { useinbandfec: 1 },
      rtcpFeedback: NACK,
    },
    { kind: 'audio', ...RED_CARRIER, preferredPayloadType: 103, rtcpFeedback: NACK },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000, rtcpFeedback: NACK },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: 102,
      clockRate: 90_000,
      parameters: { apt: 101 },
    },
  ],
  headerExtensions: [],
};

interface Producer {
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: RtpParameters;
}

/** What the objects below one engine share. */
interface Wiring {
  readonly gate: () => Promise<void>;
  readonly producers: Map<string, Producer>;
}

/** A fake that keeps the port's contract; one suite checks it and the real engine. */
export function createFakeEngine(): FakeEngine {
  let held: Promise<void> = Promise.resolve();
  const gate = () => held;
  const workers: FakeWorker[] = [];
  const engine: FakeEngine = {
    workers,
    portsInUse: 0,
    hold() {
      let release = () => {};
      held = new Promise<void>((resolve) => {
        release = resolve;
      });
      return release;
    },
    async startWorker(port, serves) {
      await gate();
      if (engine.portsInUse > 0) {
        engine.portsInUse -= 1;
        throw new MediaPortInUse(port);
      }
      const worker = fakeWorker({ port, serves }, 10_000 + workers.length, gate);
      workers.push(worker);
      return worker;
    },
  };
  return engine;
}

function fakeWorker(
  { port, serves }: Pick<FakeWorker, 'port' | 'serves'>,
  pid: number,
  gate: () => Promise<void>,
): FakeWorker {
  const routers = new Set<{ lose(): void; close(): void }>();
  const transports: FakeTransport[] = [];
  const channels: FakeChannel[] = [];
  const levels: FakeLevels[] = [];
  const listeners: (() => void)[] = [];
  let alive = true;
  return {
    pid,
    port,
    serves,
    transports,
    channels,
    levels,
    get alive() {
      return alive;
    },
    get load() {
      return routers.size;
    },
    async openRouter() {
      await gate();
      if (!alive) throw new Error('The worker is gone.');
      const router = fakeRouter({ gate, producers: new Map() }, { transports, channels, levels }, () =>
        routers.delete(router),
      );
      routers.add(router);
      return router;
    },
    onDeath: (listener) => listeners.push(listener),
    close() {
      alive = false;
      for (const router of [...routers]) router.close();
    },
    die() {
      if (!alive) return;
      alive = false;
      for (const router of [...routers]) router.lose();
      for (const listener of listeners) listener();
    },
  };
}

interface Opened {
  readonly transports: FakeTransport[];
  readonly channels: FakeChannel[];
  readonly levels: FakeLevels[];
}

function fakeRouter(wiring: Wiring, { transports, channels, levels }: Opened, onClosed: () => void) {
  const own: { close(): void }[] = [];
  const listeners: (() => void)[] = [];
  let closed = false;
  const router: EngineRouter & { lose(): void } = {
    rtpCapabilities: CAPABILITIES,
    canConsume: (producerId, rtpCapabilities) => plays(wiring.producers.get(producerId), rtpCapabilities),
    async openTransport(direction) {
      await wiring.gate();
      if (closed) throw new Error('The router is closed.');
      const transport = fakeTransport(wiring, direction);
      own.push(transport);
      transports.push(transport);
      return transport;
    },
    async openChannel({ fingerprints }) {
      await wiring.gate();
      if (closed) throw new Error('The router is closed.');
      if (fingerprints.length === 0) return refuse('media/bad-parameters');
      const channel = fakeChannel();
      own.push(channel);
      channels.push(channel);
      return done(channel);
    },
    async openLevels() {
      await wiring.gate();
      if (closed) throw new Error('The router is closed.');
      const opened = fakeLevels(wiring.producers);
      levels.push(opened);
      return opened;
    },
    onLost: (listener) => listeners.push(listener),
    close() {
      if (closed) return;
      closed = true;
      for (const part of own) part.close();
      onClosed();
    },
    lose() {
      router.close();
      for (const listener of listeners) listener();
    },
  };
  return router;
}

function fakeLevels(producers: Wiring['producers']): FakeLevels {
  const added = new Set<string>();
  let listener: Parameters<EngineLevels['onLevels']>[0] = () => {};
  let closed = false;
  return {
    added,
    get closed() {
      return closed;
    },
    async add(producerId) {
      if (!producers.has(producerId)) throw new Error('There is no such producer.');
      added.add(producerId);
    },
    onLevels(told) {
      listener = told;
    },
    close() {
      closed = true;
    },
    hear(volumes) {
      const heard = Object.entries(volumes).filter(([trackId]) => added.has(trackId));
      if (!closed) listener(heard.map(([trackId, volume]) => ({ trackId, volume })));
    },
  };
}

function plays(producer: Producer | undefined, { codecs = [] }: RtpCapabilities): boolean {
  const wanted = producer?.rtpParameters.codecs[0]?.mimeType;
  return wanted !== undefined && codecs.some(({ mimeType }) => mimeType === wanted);
}

function fakeTransport({ gate, producers }: Wiring, direction: 'send' | 'receive'): FakeTransport {
  const id = randomUUID();
  const own = new Set<string>();
  const consumers = new Map<string, FakeConsumer>();
  const arrives = new Map<string, FakeReports>();
  const worse = new Map<string, () => void>();
  const listeners: (() => void)[] = [];
  let restarts = 0;
  let beaconRests = false;
  let usable = true;
  let closed = false;
  let connectedWith: string | null = null;

  async function verb<T>(act: () => Result<T>): Promise<Result<T>> {
    await gate();
    if (closed) throw new Error('The transport is closed.');
    return act();
  }

  return {
    consumers,
    arrives,
    worsen: (producerId) => worse.get(producerId)?.(),
    measured: { received: 400_000, lossReceived: 0, sent: 400_000, available: 5_000_000, lossSent: 0 },
    limit: async () => {},
    async measure() {
      if (closed) throw new Error('The transport is closed.');
      return this.measured;
    },
    offer: {
      id,
      iceParameters: { usernameFragment: id, password: '0', iceLite: true },
      iceCandidates: [],
      dtlsParameters: { role: 'auto', fingerprints: [] },
    },
    beacon:
      direction === 'receive'
        ? {
            consumerId: 'beacon',
            trackId: 'beacon',
            kind: 'video',
            rtpParameters: { codecs: [], encodings: [{ ssrc: 1 }] },
          }
        : null,
    get beaconRests() {
      return beaconRests;
    },
    async restBeacon(rests) {
      beaconRests = rests;
    },
    get usable() {
      return usable && !closed;
    },
    onGone: (listener) => listeners.push(listener),
    connect: (dtlsParameters) =>
      verb(() => {
        const asked = JSON.stringify(dtlsParameters);
        if (connectedWith !== null && connectedWith !== asked) return refuse('media/bad-parameters');
        connectedWith = asked;
        return DONE;
      }),
    async restartIce() {
      await gate();
      restarts += 1;
      return { usernameFragment: id, password: String(restarts), iceLite: true };
    },
    produce: (kind, rtpParameters) =>
      verb(() => {
        const known = rtpParameters.codecs.every(({ mimeType }) =>
          CAPABILITIES.codecs?.some((codec) => codec.mimeType === mimeType),
        );
        const taken = [...own].some((other) => producers.get(other)?.rtpParameters.mid === rtpParameters.mid);
        if (!known || taken) return refuse('media/bad-parameters');
        const producerId = randomUUID();
        own.add(producerId);
        const reports = fakeReports();
        arrives.set(producerId, reports);
        producers.set(producerId, { kind, rtpParameters });
        const close = () => {
          own.delete(producerId);
          arrives.delete(producerId);
          producers.delete(producerId);
        };
        return done({
          id: producerId,
          layers: rtpParameters.encodings?.length ?? 1,
          score: 10,
          measure: async () => [],
          reported: reports.next,
          onWorse: (listener) => worse.set(producerId, listener),
          close,
        });
      }),
    consume: (producerId, rtpCapabilities) =>
      verb(() => {
        const producer = producers.get(producerId);
        if (!producer || !plays(producer, rtpCapabilities)) return refuse('media/bad-parameters');
        const consumer = fakeConsumer(producer);
        consumers.set(producerId, consumer);
        return done(consumer);
      }),
    close() {
      closed = true;
      for (const producerId of own) producers.delete(producerId);
    },
    hangUp() {
      if (closed || !usable) return;
      usable = false;
      for (const listener of listeners) listener();
    },
  };
}

function fakeConsumer({ kind, rtpParameters }: Producer): FakeConsumer {
  const reports = fakeReports();
  const listeners: (() => void)[] = [];
  const consumer: FakeConsumer = {
    reports,
    onWorse: (listener) => listeners.push(listener),
    worsen() {
      for (const listener of listeners) listener();
    },
    reported: reports.next,
    id: randomUUID(),
    kind,
    rtpParameters,
    does: { flows: false, spatialLayer: null, temporalLayer: null, priority: 1 },
    resume: async () => void Object.assign(consumer.does, { flows: true }),
    pause: async () => void Object.assign(consumer.does, { flows: false }),
    prefer: async (layers) => void Object.assign(consumer.does, layers),
    prioritize: async (priority) => void Object.assign(consumer.does, { priority }),
    close: () => {},
  };
  return consumer;
}
