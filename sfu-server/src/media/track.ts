import type { PeerId, TrackId, TrackSource } from '@tongke/shared-types';
import type { EngineProducer } from './engine.ts';
import type { Notify } from './notify.ts';
import type { Watch } from './watch.ts';

/** One camera or microphone that a lesson has, and everybody who receives it. */
export class Track {
  readonly peerId: PeerId;
  readonly source: TrackSource;
  readonly #producer: EngineProducer;
  readonly #notify: Notify;
  readonly #watches = new Set<Watch>();
  #audience: ReadonlySet<PeerId> | null = null;
  #watched = false;
  #closed = false;

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

  /** The last audience that was set; a consumer that was still being made then compares before it joins. */
  get audience(): ReadonlySet<PeerId> | null {
    return this.#audience;
  }

  get closed(): boolean {
    return this.#closed;
  }

  add(watch: Watch): void {
    this.#watches.add(watch);
  }

  remove(watch: Watch): void {
    this.#watches.delete(watch);
    this.recount();
  }

  /** Ends every watch but those of the named peers. */
  keepOnly(peerIds: readonly PeerId[]): void {
    this.#audience = new Set(peerIds);
    for (const watch of [...this.#watches]) if (!this.#audience.has(watch.peerId)) watch.end();
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
    this.#producer.close();
    this.#notify({ type: 'track.closed', peerId: this.peerId, trackId: this.id, source: this.source, cause });
  }
}
