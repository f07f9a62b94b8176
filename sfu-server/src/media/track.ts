import { LEAD_PEER, type PeerId, type TrackId, type TrackSource } from '@tongke/shared-types';
import type { EngineProducer } from './engine.ts';
import type { Notify } from './notify.ts';
import { VoiceArrival } from './voice-arrival.ts';
import type { Watch } from './watch.ts';

/** Who may shut a track for some. */
export type GateKeeper = 'chorus' | 'narrow-rooms';

/** Whether a track's packets may go to this peer now. */
export type Gate = (peerId: PeerId) => boolean;

/** One camera, microphone or shared screen that a lesson has, and everybody who receives it. */
export class Track {
  readonly peerId: PeerId;
  readonly source: TrackSource;
  readonly #producer: EngineProducer;
  readonly #notify: Notify;
  readonly #watches = new Set<Watch>();
  /** Who may go on watching, and the number of the request that said so. */
  #audience: { readonly peerIds: ReadonlySet<PeerId>; readonly at: number } | null = null;
  #bitrates: readonly number[] = [];
  readonly #gates = new Map<GateKeeper, Gate>();
  #watched = false;
  #closed = false;
  #sheltered: EngineProducer | null = null;
  /** The protected form is sent alone. */
  #alone = false;
  readonly #arrival = new VoiceArrival();

  constructor(peerId: PeerId, source: TrackSource, producer: EngineProducer, notify: Notify) {
    this.peerId = peerId;
    this.source = source;
    this.#producer = producer;
    this.#notify = notify;
  }

  get id(): TrackId {
    return this.#producer.id;
  }

  /** True for the microphone of a classroom. */
  get isRoomVoice(): boolean {
    return this.source === 'microphone' && this.peerId !== LEAD_PEER;
  }

  get watched(): boolean {
    return this.#watched;
  }

  /** False when an audience without this peer was set after it had asked to watch: its request waited for longer. */
  admits(peerId: PeerId, askedAt: number): boolean {
    return !this.#audience || askedAt > this.#audience.at || this.#audience.peerIds.has(peerId);
  }

  get layers(): number {
    return this.#producer.layers;
  }

  /** What each layer took at the last look, in bit/s. */
  get bitrates(): readonly number[] {
    return this.#bitrates;
  }

  /** [WL5] [VO5] Looks at what arrives of a picture that somebody watches, and of a classroom's voice. Rejects when the worker is gone. */
  async sample(now: number): Promise<void> {
    if ((this.source === 'camera' || this.source === 'screen') && this.#watched)
      this.#bitrates = await this.#producer.measure();
    if (this.isRoomVoice) await this.#arrival.look({ plain: this.#producer, sheltered: this.#sheltered }, now);
  }

  /** How well it arrives, 0 to 10. */
  get score(): number {
    return this.#producer.score;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The protected form of this voice, while it runs. */
  get sheltered(): EngineProducer | null {
    return this.#sheltered;
  }

  /** From now on this voice comes in its protected form too; an older one ends. */
  shelter(producer: EngineProducer): void {
    this.#sheltered?.close();
    this.#sheltered = producer;
  }

  /** [VO5] Whether everybody who hears this voice is to hear its protected form: its uplink loses, or its plain form has not come back yet. */
  get onlySheltered(): boolean {
    return this.#arrival.loses || (this.#sheltered !== null && !this.#arrival.plain);
  }

  /**
   * [VO3] [VO5] Asks the browser for the protected form while it is needed, again and again until it comes; ends it when it is not. A classroom's
   * plain one rests while everybody who hears it has the protected one, so that a weak uplink carries one voice.
   */
  settleShelter(): void {
    if (this.source !== 'microphone' || this.#closed) return;
    const watches = [...this.#watches];
    const needed = watches.some((watch) => watch.needsShelter);
    const runs = this.#sheltered !== null;
    const on = needed || (runs && watches.some((watch) => watch.sheltered));
    const gone = watches.every((watch) => !watch.active || watch.hearsShelterAlone);
    const alone = on && runs && this.#arrival.loses && gone;
    const isSo = on === runs && alone === this.#alone && (alone || this.#arrival.plain || !runs);
    if (!on) {
      this.#sheltered?.close();
      this.#sheltered = null;
    }
    this.#alone = alone;
    if (!isSo) this.#notify({ type: 'track.shelter', peerId: this.peerId, trackId: this.id, on, alone });
  }

  add(watch: Watch): void {
    this.#watches.add(watch);
  }

  remove(watch: Watch): void {
    this.#watches.delete(watch);
    this.recount();
  }

  /** Ends every watch but those of the named peers. */
  keepOnly(peerIds: readonly PeerId[], askedAt: number): void {
    this.#audience = { peerIds: new Set(peerIds), at: askedAt };
    for (const watch of [...this.#watches]) if (!peerIds.includes(watch.peerId)) watch.end();
  }

  /** True while packets may go to this peer. */
  lets(peerId: PeerId): boolean {
    return [...this.#gates.values()].every((lets) => lets(peerId));
  }

  /** Packets go where all gates let them, one of each keeper; watches stay. */
  setGate(keeper: GateKeeper, gate: Gate): void {
    this.#gates.set(keeper, gate);
    this.settle();
  }

  /** A gate answers otherwise than before. */
  settle(): void {
    // A watch whose worker is gone has nothing to forward.
    for (const watch of this.#watches) watch.settle().catch(() => undefined);
  }

  /** Tells when the first viewer resumes and when the last one pauses or goes. */
  recount(): void {
    const watched = [...this.#watches].some(({ active }) => active);
    if (watched === this.#watched || this.#closed) return;
    this.#watched = watched;
    this.#notify({ type: 'track.watched', peerId: this.peerId, trackId: this.id, watched });
  }

  /** Ends every watch, then the producer, and says so. */
  close(cause: string): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const watch of [...this.#watches]) watch.end();
    this.#sheltered?.close();
    this.#producer.close();
    this.#notify({ type: 'track.closed', peerId: this.peerId, trackId: this.id, source: this.source, cause });
  }
}
