import type { MediaReplies, MediaReply, Refusal, RtpCapabilities, TransportOffer } from '@tongke/shared-types';
import type { JoinRequest } from '../connection/media-join.ts';
import { isPassing } from '../connection/passing.ts';
import type { Wake } from '../connection/wake.ts';
import type { Connect, LoadEngine, Produce, ReceiveTransport, SendTransport } from './engine.ts';
import { createIdentity, type Identity } from './identity.ts';
import type { MediaLink } from './media-link.ts';
import { RefusedBySfu } from './refused-by-sfu.ts';
import { createSettler } from './settler.ts';
import { type Watch, watchTransport } from './watch-transport.ts';

export type MediaLinkState = 'off' | 'connecting' | 'connected' | 'interrupted';

interface Listener {
  /** New transports: everything must be published and received anew. */
  renewed(has: Pick<MediaReplies['media.join'], 'uplink'>): void;
  /** A join is on its way: what its answer says is no older than anything that was told before. */
  joining(): void;
  /** The transports outlived the connection; this is what the SFU still has of this peer. */
  kept(has: Omit<MediaReplies['media.join'], 'sfuId' | 'routerRtpCapabilities'>): void;
  link(state: MediaLinkState): void;
}

interface Open {
  readonly sfuId: string;
  readonly rtpCapabilities: RtpCapabilities;
  readonly send: SendTransport | null;
  readonly receive: ReceiveTransport;
  /** By the transport's id. */
  readonly watches: ReadonlyMap<string, Watch>;
}

export interface MediaSession {
  send(): SendTransport | null;
  receive(): ReceiveTransport | null;
  /** The device woke or changed its network: what was connected may be so no longer. */
  wake(wake: Wake): void;
  stop(): void;
}

/** Where restarts do not help, everything is made anew at once, and then after these pauses at most, ms. */
const RENEW_MS = [0, 2_000, 4_000, 8_000, 16_000, 30_000] as const;

/**
 * This peer's place at the SFU. Joins in one round trip, warms the transports up in the lobby, keeps them when signaling
 * was away, restarts ICE where nothing gets through, and makes everything anew when that does not help or the SFU was replaced.
 */
export function createMediaSession(
  link: MediaLink,
  loadEngine: LoadEngine,
  listener: Listener,
  identify = createIdentity,
): MediaSession {
  let open: Open | null = null;
  let refused = false;
  let stopped = false;
  /** The last join was answered: the place is known to be ours. */
  let settled = false;
  let renewals = 0;
  let renewing: ReturnType<typeof setTimeout> | undefined;
  const identities = new WeakMap<JoinRequest, Identity>();

  link.join.by(async () => {
    const identity = await identify();
    const have = open && { sfuId: open.sfuId, ...whatIsOf(open) };
    settled = false;
    const request: JoinRequest = {
      type: 'media.join',
      have,
      ...(identity && { dtlsParameters: identity.dtlsParameters }),
    };
    if (identity) identities.set(request, identity);
    listener.joining();
    return request;
  });

  const join = async (): Promise<boolean> => {
    const { request, reply } = await link.join.ask();
    if (stopped) return true;
    refused = !reply.ok && !mayHeal(reply.reason);
    if (!reply.ok) return refused;
    settled = true;
    if (reply.result.kept && open) return keep(open, reply.result);
    drop();
    return renew(reply.result, identities.get(request) ?? null);
  };
  const joining = createSettler(join);

  const keep = async (here: Open, joined: MediaReplies['media.join']): Promise<boolean> => {
    // Said again: the first time may have been lost with the link, and nothing can be received without it.
    const capable = tellCapabilities(here.rtpCapabilities);
    const restarts = transportsOf(here).map(async (transport) => {
      const iceParameters = joined.iceParameters?.[transport.id];
      if (iceParameters === undefined) return;
      here.watches.get(transport.id)?.restarted();
      await transport.restartIce(iceParameters);
    });
    await Promise.allSettled(restarts);
    if (open !== here) return false;
    listener.kept(joined);
    return capable;
  };

  const renew = async (joined: MediaReplies['media.join'], identity: Identity | null): Promise<boolean> => {
    const { sfuId, routerRtpCapabilities, send, receive, beacon, iceServers = [] } = joined;
    if (!receive) throw new RefusedBySfu('media/unavailable');
    const engine = await loadEngine(routerRtpCapabilities, identity);
    if (stopped) return true;
    const { rtpCapabilities } = engine;
    // The SFU has connected its side with the join.
    const connect = identity ? async () => undefined : askConnect;
    // Not awaited: whatever is asked next stands behind it in the same queue.
    const capable = tellCapabilities(rtpCapabilities);
    const transports = {
      send: send && engine.openSend({ ...send, iceServers }, { connect, produce }),
      receive: engine.openReceive({ ...(receive as TransportOffer), iceServers }, connect),
    };
    const isUp = () => settled && link.isUp();
    const watches = transportsOf(transports).map((transport): [string, Watch] => [
      transport.id,
      watchTransport(transport, { isUp, changed: report, restart: () => restartIce(transport), broken }),
    ]);
    open = { sfuId, rtpCapabilities, ...transports, watches: new Map(watches) };
    listener.renewed(joined);
    report();
    if (beacon) await transports.receive.consume(beacon).catch(() => undefined);
    return capable;
  };

  /** False while the SFU may still come to accept them. */
  const tellCapabilities = async (rtpCapabilities: RtpCapabilities): Promise<boolean> => {
    const reply = await link.ask({ type: 'media.capabilities', rtpCapabilities });
    return reply.ok || !mayHeal(reply.reason);
  };

  const broken = () => {
    drop();
    const pause = RENEW_MS[Math.min(renewals, RENEW_MS.length - 1)] ?? 0;
    renewals += 1;
    clearTimeout(renewing);
    // By each screen's own lot, so that those of a whole school do not come together.
    renewing = setTimeout(joining.kick, pause * (0.5 + Math.random() / 2));
  };

  const askConnect: Connect = async (transportId, dtlsParameters) => {
    const reply = await link.ask({ type: 'media.connect', transportId, dtlsParameters });
    // A browser's connection does not get over a handshake that was refused half way: it is made anew.
    if (!reply.ok && transportsOf(open).some(({ id }) => id === transportId)) broken();
    accepted(reply);
  };
  const produce: Produce = async (transportId, source, rtpParameters, shelters) =>
    accepted(
      shelters === undefined
        ? await link.ask({ type: 'media.produce', transportId, source, rtpParameters })
        : await link.ask({ type: 'media.shelter', transportId, trackId: shelters, rtpParameters }),
    ).trackId;

  const restartIce = async (transport: SendTransport | ReceiveTransport) => {
    const reply = await link.ask({ type: 'media.restart-ice', transportId: transport.id });
    if (reply.ok) await transport.restartIce(reply.result.iceParameters);
  };

  const report = () => {
    const states = transportsOf(open).map((transport) => transport.state());
    const silent = [...(open?.watches.values() ?? [])].some((watch) => watch.silent());
    if (silent || states.includes('failed')) return listener.link('interrupted');
    const connected = states.includes('connected');
    if (connected) renewals = 0;
    listener.link(connected ? 'connected' : 'connecting');
  };

  const drop = () => {
    if (!open) return;
    for (const watch of open.watches.values()) watch.stop();
    for (const transport of transportsOf(open)) transport.close();
    open = null;
  };

  const unsubscribe = [
    link.onJoined(() => joining.kick()),
    link.onNotice((notice) => {
      if (notice.type === 'media.lost' && !refused) joining.kick();
    }),
  ];

  return {
    send: () => open?.send ?? null,
    receive: () => open?.receive ?? null,
    wake: (wake) => {
      for (const watch of open?.watches.values() ?? []) watch.wake(wake);
    },
    stop() {
      stopped = true;
      clearTimeout(renewing);
      all(unsubscribe);
      joining.stop();
      drop();
      listener.link('off');
    },
  };
}

type Transports = Pick<Open, 'send' | 'receive'>;

function transportsOf(open: Transports | null): readonly (SendTransport | ReceiveTransport)[] {
  if (!open) return [];
  return open.send ? [open.send, open.receive] : [open.receive];
}

/** What the SFU is asked to keep, and which of it needs other ICE credentials to come back. */
function whatIsOf(open: Open) {
  const restart = [...open.watches].filter(([, watch]) => watch.silent()).map(([id]) => id);
  return { transportIds: transportsOf(open).map(({ id }) => id), ...(restart.length > 0 && { restart }) };
}

const HEALING: readonly Refusal[] = ['media/unavailable', 'media/not-joined', 'not-signed-in'];

/** True for a refusal that the same request may not get a little later: an SFU comes back, a hello is granted. */
function mayHeal(reason: Refusal): boolean {
  return isPassing(reason) || HEALING.includes(reason);
}

function all(steps: readonly (() => void)[]): void {
  for (const step of steps) step();
}

function accepted<R extends object>(
  reply: { readonly ok: true; readonly result: R } | Exclude<MediaReply, { ok: true }>,
): R {
  if (!reply.ok) throw new RefusedBySfu(reply.reason);
  return reply.result;
}
