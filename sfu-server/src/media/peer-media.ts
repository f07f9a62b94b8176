import {
  CEILINGS,
  type Ceiling,
  type ConsumerOffer,
  type DtlsParameters,
  type PeerId,
  type RtpCapabilities,
  type RtpParameters,
  refuse,
  type SfuReplies,
  type TrackId,
  type TrackSource,
} from '@tongke/shared-types';
import { connectAll } from './connect-all.ts';
import type { EngineRouter, EngineTransport } from './engine.ts';
import { Grants } from './grants.ts';
import { type Have, stillHas } from './have.ts';
import type { LessonMedia } from './lesson-media.ts';
import { PeerLinks } from './peer-links.ts';
import { DONE, done, type Result } from './result.ts';
import { carriesVoice, fits, kindOf, NO_GRANT } from './sources.ts';
import { Track } from './track.ts';
import { VoiceLoop } from './voice-loop.ts';
import { Watch } from './watch.ts';

type Nothing = Result<Record<string, never>>;

/** What a browser can receive, and when it asked. */
interface Wish {
  readonly capabilities: RtpCapabilities;
  readonly askedAt: number;
}

/**
 * One media endpoint of a lesson: its connections, what it may send, sends and receives. Verbs of one peer run one after another;
 * grants that end and lessons that close come in between, so each verb looks again after it has waited.
 */
export class PeerMedia {
  readonly peerId: PeerId;
  /** What its link carries. */
  readonly links: PeerLinks;
  readonly #lesson: LessonMedia;
  readonly #grants = new Grants((source) => this.#closeTrack(source, 'grant-expired'));
  readonly #tracks = new Map<TrackSource, Track>();
  readonly #watches = new Map<string, Watch>();
  readonly #loop = new VoiceLoop();
  #send: EngineTransport | null = null;
  #receive: EngineTransport | null = null;
  #capabilities: RtpCapabilities | null = null;
  #closed = false;

  constructor(peerId: PeerId, lesson: LessonMedia) {
    this.peerId = peerId;
    this.#lesson = lesson;
    this.links = new PeerLinks(peerId, lesson, {
      watches: this.#watches,
      send: () => this.#send,
      receive: () => this.#receive,
      camera: () => this.#tracks.get('camera'),
    });
  }

  /** True while it has the floor. */
  get mayTalk(): boolean {
    return this.#grants.has('microphone');
  }

  /**
   * Keeps what the browser still has, or makes everything anew, connected already where the browser's certificate is known; grants
   * stay either way.
   */
  async join(
    publishes: boolean,
    have: Have | null,
    dtlsParameters?: DtlsParameters,
    ceiling: Ceiling = CEILINGS.auto,
  ): Promise<Result<SfuReplies['peer.join']>> {
    const router = await this.#lesson.router();
    await this.links.allow(ceiling);
    const kept = stillHas(have, { sfuId: this.#lesson.sfuId, publishes, receive: this.#receive, send: this.#send });
    if (!kept) this.links.renew();
    const common = {
      sfuId: this.#lesson.sfuId,
      routerRtpCapabilities: router.rtpCapabilities,
      uplink: this.links.sends,
    };
    if (kept) {
      const tracks = [...this.#tracks.values()];
      return done({
        ...common,
        kept: true,
        send: null,
        receive: null,
        beacon: null,
        trackIds: tracks.flatMap(({ id, sheltered }) => (sheltered ? [id, sheltered.id] : [id])),
        watchedTrackIds: tracks.filter(({ watched }) => watched).map(({ id }) => id),
        consumerIds: [...this.#watches.values()].flatMap(({ id, sheltered }) => (sheltered ? [id, sheltered] : [id])),
        heldConsumerIds: [...this.#watches.values()].filter(({ held }) => held).map(({ id }) => id),
        ...(have?.restart && { iceParameters: await this.#restartAll(have.restart) }),
      });
    }
    this.#leave('peer-rejoined');
    const opened = await Promise.all([
      router.openTransport('receive'),
      publishes ? router.openTransport('send') : Promise.resolve(null),
    ]);
    const [receive, send] = opened;
    const refusal = dtlsParameters && (await connectAll(opened, dtlsParameters));
    if (this.#closed || refusal) {
      for (const transport of opened) transport?.close();
      return refusal ?? refuse('media/unavailable');
    }
    this.#receive = receive;
    this.#send = send;
    send?.onGone(() => this.#closeTracks('connection-closed'));
    receive.onGone(() => this.#closeWatches());
    const { offer, beacon } = receive;
    return done({
      ...common,
      kept: false,
      send: send?.offer ?? null,
      receive: offer,
      beacon,
      trackIds: [],
      watchedTrackIds: [],
      consumerIds: [],
      heldConsumerIds: [],
    });
  }

  setCapabilities(rtpCapabilities: RtpCapabilities): Nothing {
    if (!this.#receive) return refuse('media/not-joined');
    this.#capabilities = rtpCapabilities;
    return DONE;
  }

  async connect(transportId: string, dtlsParameters: DtlsParameters): Promise<Nothing> {
    return this.#transport(transportId)?.connect(dtlsParameters) ?? refuse('media/not-joined');
  }

  async restartIce(transportId: string): Promise<Result<{ iceParameters: unknown }>> {
    const transport = this.#transport(transportId);
    return transport ? done({ iceParameters: await transport.restartIce() }) : refuse('media/not-joined');
  }

  async #restartAll(transportIds: readonly string[]): Promise<Record<string, unknown>> {
    const restarted = transportIds.map(async (id) => [id, await this.#transport(id)?.restartIce()] as const);
    return Object.fromEntries((await Promise.all(restarted)).filter(([, iceParameters]) => iceParameters));
  }

  /** [WL5] [VO2] Looks at its links, and at the form of the voices that it hears. Rejects when the worker is gone. */
  async sample(now: number): Promise<void> {
    await this.links.sample(now);
    const [receive, capabilities] = [this.#receive, this.#capabilities];
    if (!receive || !capabilities) return;
    const router = await this.#lesson.router();
    const open = async (producerId: string) => {
      if (!router.canConsume(producerId, capabilities)) return null;
      const consumed = await receive.consume(producerId, capabilities);
      return consumed.ok ? consumed.result : null;
    };
    const concealment = this.links.concealment(now);
    for (const watch of [...this.#watches.values()]) await watch.turn(concealment, now, open);
  }

  setGrant(source: TrackSource, ttlMs: number | null): Nothing {
    this.#grants.set(source, ttlMs);
    return DONE;
  }

  clearGrant(source: TrackSource): Nothing {
    this.#grants.clear(source);
    this.#closeTrack(source, 'grant-cleared');
    return DONE;
  }

  /** Opens what a live grant allows; an older track of the same source ends first. */
  async produce(
    transportId: string,
    source: TrackSource,
    rtpParameters: RtpParameters,
  ): Promise<Result<{ trackId: TrackId }>> {
    const transport = this.#send;
    if (transport?.offer.id !== transportId) return refuse('media/not-joined');
    if (!this.#grants.has(source)) return refuse(NO_GRANT[source]);
    if (!fits(source, rtpParameters)) return refuse('media/bad-parameters');
    this.#closeTrack(source, 'replaced');
    const produced = await transport.produce(kindOf(source), rtpParameters);
    if (!produced.ok) return produced;
    if (this.#send !== transport || !this.#grants.has(source)) {
      produced.result.close();
      return refuse(NO_GRANT[source]);
    }
    produced.result.onWorse(() => this.links.wake());
    const track = new Track(this.peerId, source, produced.result, this.#lesson.notify);
    this.#tracks.set(source, track);
    this.#lesson.tracks.set(track.id, track);
    this.#lesson.opened(track);
    return done({ trackId: track.id });
  }

  /** [VO3] The protected form of an own voice that runs; it ends with that. */
  async shelter(
    transportId: string,
    trackId: TrackId,
    rtpParameters: RtpParameters,
  ): Promise<Result<{ trackId: TrackId }>> {
    const transport = this.#send;
    const track = this.#tracks.get('microphone');
    if (transport?.offer.id !== transportId) return refuse('media/not-joined');
    if (track?.id !== trackId) return refuse('media/no-such-track');
    if (!carriesVoice(rtpParameters)) return refuse('media/bad-parameters');
    const produced = await transport.produce('audio', rtpParameters);
    if (!produced.ok) return produced;
    if (track.closed) {
      produced.result.close();
      return refuse('media/no-such-track');
    }
    track.shelter(produced.result);
    this.#lesson.sheltered(track, produced.result.id);
    return done({ trackId: produced.result.id });
  }

  closeTrack(trackId: TrackId): Nothing {
    const track = [...this.#tracks.values()].find(({ id }) => id === trackId);
    if (!track) return refuse('media/no-such-track');
    this.#closeTrack(track.source, 'peer-stopped');
    return DONE;
  }

  /** Needs no grant: nobody but the peer itself receives it. */
  async openLoop(transportId: string, rtpParameters: RtpParameters): Promise<Result<{ consumer: ConsumerOffer }>> {
    const [send, receive, capabilities] = [this.#send, this.#receive, this.#capabilities];
    if (!receive || send?.offer.id !== transportId) return refuse('media/not-joined');
    if (!capabilities) return refuse('media/bad-parameters');
    return this.#loop.open({ send, receive, capabilities }, rtpParameters);
  }

  closeLoop(): Nothing {
    this.#loop.close();
    return DONE;
  }

  /**
   * Paused consumers of these tracks; those that are gone or that this browser cannot play are left out. `askedAt` numbers requests in
   * the order in which they came.
   */
  async watch(trackIds: readonly TrackId[], askedAt: number): Promise<Result<{ consumers: ConsumerOffer[] }>> {
    if (!this.#receive) return refuse('media/not-joined');
    const capabilities = this.#capabilities;
    if (!capabilities) return refuse('media/bad-parameters');
    const router = await this.#lesson.router();
    const offers = await Promise.all(
      [...new Set(trackIds)].map((trackId) => this.#watch(router, trackId, { capabilities, askedAt })),
    );
    return done({ consumers: offers.filter((offer) => offer !== null) });
  }

  async resume(consumerIds: readonly string[]): Promise<Nothing> {
    for (const watch of this.#known(consumerIds)) watch.want(true);
    for (const watch of this.#watches.values())
      if (watch.sheltered && consumerIds.includes(watch.sheltered)) watch.sheltersReady();
    await this.links.follow();
    return DONE;
  }

  async pause(consumerIds: readonly string[]): Promise<Nothing> {
    for (const watch of this.#known(consumerIds)) watch.want(false);
    await this.links.follow();
    return DONE;
  }

  async preferLayer(consumerId: string, spatialLayer: number): Promise<Nothing> {
    const watch = this.#watches.get(consumerId);
    if (!watch) return refuse('media/no-such-track');
    watch.wantLayer(spatialLayer);
    await this.links.follow();
    return DONE;
  }

  closeWatch(consumerId: string): Nothing {
    const watch = this.#watches.get(consumerId);
    if (!watch) return refuse('media/no-such-track');
    watch.close();
    return DONE;
  }

  close(cause: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#grants.close();
    this.#leave(cause);
  }

  async #watch(router: EngineRouter, trackId: TrackId, { capabilities, askedAt }: Wish): Promise<ConsumerOffer | null> {
    const known = [...this.#watches.values()].find(({ track }) => track.id === trackId);
    // The answer to the first request may have been lost with the link.
    if (known) return known.offer;
    const track = this.#lesson.tracks.get(trackId);
    const transport = this.#receive;
    if (!track || !transport || !router.canConsume(trackId, capabilities)) return null;
    const consumed = await transport.consume(trackId, capabilities);
    if (!consumed.ok) return null;
    if (track.closed || !track.admits(this.peerId, askedAt) || this.#receive !== transport) {
      consumed.result.close();
      return null;
    }
    consumed.result.onWorse(() => this.links.wake());
    const { notify } = this.#lesson;
    const watch = new Watch(this.peerId, track, consumed.result, notify, ({ id }) => this.#watches.delete(id));
    this.#watches.set(watch.id, watch);
    return watch.offer;
  }

  #known(consumerIds: readonly string[]): Watch[] {
    // One that closed while the request travelled is no mistake.
    return consumerIds.map((id) => this.#watches.get(id)).filter((watch) => watch !== undefined);
  }

  #transport(id: string): EngineTransport | undefined {
    return [this.#send, this.#receive].find((transport) => transport?.offer.id === id) ?? undefined;
  }

  #closeTrack(source: TrackSource, cause: string): void {
    const track = this.#tracks.get(source);
    if (!track) return;
    this.#tracks.delete(source);
    this.#lesson.tracks.delete(track.id);
    track.close(cause);
  }

  #closeTracks(cause: string): void {
    for (const source of [...this.#tracks.keys()]) this.#closeTrack(source, cause);
  }

  #closeWatches(): void {
    for (const watch of [...this.#watches.values()]) watch.close();
  }

  #leave(cause: string): void {
    this.#loop.close();
    this.#closeTracks(cause);
    this.#closeWatches();
    this.#send?.close();
    this.#receive?.close();
    this.#send = null;
    this.#receive = null;
    this.#capabilities = null;
  }
}
