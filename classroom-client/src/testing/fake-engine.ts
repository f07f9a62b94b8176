import type {
  ConsumerOffer,
  MediaNotice,
  MediaReply,
  MediaRequest,
  MediaRequestType,
  Refusal,
} from '@tongke/shared-types';
import { createListeners } from '../connection/listeners.ts';
import type { JoinRequest } from '../connection/media-join.ts';
import type { LoadEngine, ReceiveTransport, SendTransport, TransportState } from '../media/engine.ts';
import type { MediaLink } from '../media/media-link.ts';

/** A device's track that remembers whether it was stopped. */
export interface FakeTrack extends MediaStreamTrack {
  readonly stopped: () => boolean;
}

export function fakeTrack(kind: 'audio' | 'video', width = 1280): FakeTrack {
  let stopped = false;
  const track = {
    kind,
    onended: null,
    getSettings: () => ({ width }),
    stop: () => (stopped = true),
    stopped: () => stopped,
  };
  return track as unknown as FakeTrack;
}

interface FakeTransport {
  state: TransportState;
  tell: (state: TransportState) => void;
  closed: boolean;
  /** Something arrives with each look, as on a link that works; otherwise checks stay without an answer. */
  breathes: boolean;
  /** The browser keeps statistics. */
  counts: boolean;
  /** With which parameters ICE was restarted. */
  readonly restarts: unknown[];
}

/** A place at the SFU without an SFU: transports with a state that tests set, and everything that was asked. */
export function fakeSfu() {
  const asked: MediaRequest[] = [];
  const notices = createListeners<MediaNotice>();
  const joins = createListeners<void>();
  const refusals = new Map<MediaRequestType, Refusal>();
  const held = new Map<MediaRequestType, Promise<void>>();
  const states = new Map<string, FakeTransport>();
  const paused = new Map<string, boolean>();
  const lowest = new Map<string, boolean>();
  let generation = 1;
  let made = 0;
  let hasPeer = false;
  let simulcast = 3;

  const offer = (id: string) => ({ id, iceParameters: {}, iceCandidates: [], dtlsParameters: {} });
  const answer = (request: MediaRequest): object => {
    switch (request.type) {
      case 'media.join': {
        const kept = hasPeer && request.have?.sfuId === `sfu-${generation}`;
        hasPeer = true;
        return {
          sfuId: `sfu-${generation}`,
          routerRtpCapabilities: {},
          kept,
          send: kept ? null : offer(`send-${++made}`),
          receive: kept ? null : offer(`receive-${made}`),
          beacon: kept ? null : { consumerId: 'beacon', trackId: 'beacon', kind: 'video', rtpParameters: {} },
          trackIds: kept ? sfu.tracks : [],
          watchedTrackIds: kept ? sfu.watched : [],
          consumerIds: kept ? sfu.consumers : [],
          heldConsumerIds: [],
          uplink: 'full',
          ...(kept && { iceParameters: Object.fromEntries((request.have?.restart ?? []).map((id) => [id, 'joined'])) }),
        };
      }
      case 'media.produce':
        return { trackId: `${request.source}-${++made}` };
      case 'media.loop':
        return {
          consumer: { consumerId: 'c-loop', trackId: 'voice-loop', kind: 'audio', rtpParameters: { codecs: [] } },
        };
      case 'media.shelter':
        return { trackId: `shelter-${++made}` };
      case 'media.consume':
        return {
          consumers: request.trackIds
            .filter((trackId) => !sfu.missing.includes(trackId))
            .map((trackId): ConsumerOffer => {
              const encodings = [{ scalabilityMode: `L${simulcast}T1` }];
              const kind = trackId.startsWith('voice') ? 'audio' : 'video';
              return { consumerId: `c-${trackId}`, trackId, kind, rtpParameters: { codecs: [], encodings } as never };
            }),
        };
      case 'media.restart-ice':
        return { iceParameters: 'asked' };
      default:
        return {};
    }
  };

  const transport = (id: string) => {
    const listeners = createListeners<TransportState>();
    const entry: FakeTransport = {
      state: 'new',
      closed: false,
      breathes: true,
      counts: true,
      restarts: [],
      tell: () => undefined,
    };
    const pair = { id: 'pair', type: 'candidate-pair', bytesReceived: 0, requestsSent: 0 };
    entry.tell = (state) => {
      entry.state = state;
      listeners.tell(state);
    };
    states.set(id, entry);
    return {
      id,
      state: () => entry.state,
      onState: (listener: (state: TransportState) => void) => void listeners.add(listener),
      restartIce: async (iceParameters: unknown) => void entry.restarts.push(iceParameters),
      stats: async () => {
        if (!entry.counts) return new Map() as unknown as RTCStatsReport;
        pair.requestsSent += 1;
        if (entry.breathes) pair.bytesReceived += 1_000;
        const transport = { id: 'transport', type: 'transport', selectedCandidatePairId: pair.id };
        return new Map<string, object>([
          [pair.id, { ...pair }],
          [transport.id, transport],
        ]) as unknown as RTCStatsReport;
      },
      close: () => {
        entry.closed = true;
      },
    };
  };

  const load: LoadEngine = async () => ({
    rtpCapabilities: {},
    openSend: ({ id }, { connect, produce }): SendTransport => ({
      ...transport(id),
      async produce(_, { source, shelters }) {
        await connect(id, { fingerprints: [] });
        const trackId = await produce(id, source, { codecs: [] } as never, shelters);
        paused.set(trackId, false);
        const set = (value: boolean) => () => void paused.set(trackId, value);
        return {
          trackId,
          pause: set(true),
          resume: set(false),
          onlyLowest: async (only) => void lowest.set(trackId, only),
          replace: async () => undefined,
          close: () => paused.delete(trackId),
        };
      },
      async produceLoop(_, open) {
        await open(id, { codecs: [] } as never);
        return { close: () => sfu.detached.push('loop') };
      },
    }),
    openReceive: ({ id }): ReceiveTransport => ({
      ...transport(id),
      async consume({ consumerId, kind }) {
        sfu.attached.push(consumerId);
        const playedAt = () => sfu.playedAt.get(consumerId) ?? null;
        return { consumerId, track: fakeTrack(kind), playedAt, close: () => sfu.detached.push(consumerId) };
      },
    }),
  });

  let makeJoin: () => Promise<JoinRequest> = async () => ({ type: 'media.join', have: null });
  const link: MediaLink = {
    ask: async <T extends MediaRequestType>(request: Extract<MediaRequest, { type: T }>): Promise<MediaReply<T>> => {
      asked.push(request);
      const reason = refusals.get(request.type);
      await held.get(request.type);
      return (reason ? { ok: false, reason } : { ok: true, result: answer(request) }) as MediaReply<T>;
    },
    join: {
      by: (make) => {
        makeJoin = make;
      },
      ask: async () => {
        const request = await makeJoin();
        return { request, reply: await link.ask(request) };
      },
    },
    onNotice: notices.add,
    onJoined: joins.add,
    signal: () => undefined,
    isUp: () => sfu.up,
  };

  const sfu = {
    link,
    load,
    asked,
    /** Signaling can be asked. */
    up: true,
    /** What the SFU says it still has when it is joined again. */
    tracks: [] as string[],
    watched: [] as string[],
    consumers: [] as string[],
    /** Tracks that are gone when they are asked for. */
    missing: [] as string[],
    attached: [] as string[],
    detached: [] as string[],
    /** When a consumer was last played, epoch ms. */
    playedAt: new Map<string, number>(),
    notify: notices.tell,
    joined: () => joins.tell(),
    refuse: (type: MediaRequestType, reason: Refusal | null) =>
      reason ? refusals.set(type, reason) : refusals.delete(type),
    /** Requests of this kind are answered once the returned function is called. */
    hold: (type: MediaRequestType) => {
      let release = () => {};
      held.set(
        type,
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      );
      return release;
    },
    replace: () => {
      generation += 1;
      hasPeer = false;
    },
    layers: (count: number) => {
      simulcast = count;
    },
    transport: (id: string) => states.get(id),
    isPaused: (trackId: string) => paused.get(trackId),
    isLowest: (trackId: string) => lowest.get(trackId),
    count: (type: MediaRequestType) => asked.filter((request) => request.type === type).length,
    all: <T extends MediaRequestType>(type: T) =>
      asked.filter((request): request is Extract<MediaRequest, { type: T }> => request.type === type),
  };
  return sfu;
}
