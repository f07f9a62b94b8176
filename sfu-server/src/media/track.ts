import { LEAD_PEER, type PeerId, type TrackId, type TrackSource } from '@tongke/shared-types';
import type { EngineProducer } from './engine.ts';
import type { Notify } from './notify.ts';
import type { Watch } from './watch.ts';

/** Who receives a track whatever is said, and whether the others do now. */
export interface Gate {
  readonly always: ReadonlySet<PeerId>;
  readonly open: boolean;
}

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
  #gate: Gate | null = null;
  #watched = false;
  #closed = false;
  #sheltered: EngineProducer | null = null;

  constructor(peerId: PeerId, source: TrackSource, producer: EngineProducer, notify: Notify) {
    this.peerId = peerId;
    this.source = source;
    this.#producer = producer;
    this.#notify = notify;
  }

  get id(): TrackId {
    return this.#producer.id;
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

  /** [WL5] Looks at what arrives of a picture that somebody watches. Rejects when the worker is gone. */
  async sample(): Promise<void> {
    if ((this.source === 'camera' || this.source === 'screen') && this.#watched)
      this.#bitrates = await this.#producer.measure();
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

  /** [VO3] Asks the lead teacher's browser for the protected form while a screen needs it, again and again until it comes; ends it when none does. */
  settleShelter(): void {
    if (this.source !== 'microphone' || this.peerId !== LEAD_PEER || this.#closed) return;
    const watches = [...this.#watches];
    const needed = watches.some((watch) => watch.needsShelter);
    const runs = this.#sheltered !== null;
    if (needed === runs || (runs && watches.some((watch) => watch.sheltered))) return;
    this.#sheltered?.close();
    this.#sheltered = null;
    this.#notify({ type: 'track.shelter', peerId: this.peerId, trackId: this.id, on: needed });
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
    return !this.#gate || this.#gate.open || this.#gate.always.has(peerId);
  }

  /** Opens or shuts the track for all but a few; watches stay. */
  setGate(gate: Gate): void {
    this.#gate = gate;
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
