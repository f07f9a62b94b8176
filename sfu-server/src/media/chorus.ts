import type { PeerId, TrackId } from '@tongke/shared-types';
import type { EngineLevels, EngineRouter } from './engine.ts';
import { type Level, loudest, type Voice } from './loudest.ts';
import type { Track } from './track.ts';

/**
 * [FL19] Many rooms speak at once: some peers receive all of them, the others the loudest. It ends with its microphones, whose gates stay
 * as they are: what is on its way out is not heard once more.
 */
export class Chorus {
  readonly #tracks: ReadonlyMap<TrackId, Track>;
  readonly #router: () => Promise<EngineRouter>;
  #peerIds: ReadonlySet<PeerId> = new Set();
  #always: ReadonlySet<PeerId> = new Set();
  #levels: Promise<EngineLevels> | null = null;
  #voices: readonly Voice[] = [];
  #closed = false;

  constructor(tracks: ReadonlyMap<TrackId, Track>, router: () => Promise<EngineRouter>) {
    this.#tracks = tracks;
    this.#router = router;
  }

  /** Who speaks now, and who hears everybody. */
  set(peerIds: readonly PeerId[], always: readonly PeerId[]): void {
    this.#peerIds = new Set(peerIds);
    this.#always = new Set(always);
    for (const track of this.#tracks.values()) this.opened(track);
  }

  /** A track that is there, or has just come. */
  opened(track: Track): void {
    if (track.source !== 'microphone' || !this.#peerIds.has(track.peerId)) return;
    this.#gate(track);
    void this.#listenTo(track.id);
  }

  close(): void {
    this.#closed = true;
    this.#levels?.then((levels) => levels.close()).catch(() => undefined);
  }

  #gate(track: Track): void {
    const open = this.#voices.some(({ trackId }) => trackId === track.id);
    track.setGate({ always: this.#always, open });
  }

  /** Where it cannot be heard, its lesson's worker or the track itself is gone, and the place with it. */
  async #listenTo(trackId: TrackId): Promise<void> {
    try {
      this.#levels ??= this.#listen();
      const levels = await this.#levels;
      if (!this.#closed && this.#tracks.has(trackId)) await levels.add(trackId);
    } catch {
      this.#levels = null;
    }
  }

  async #listen(): Promise<EngineLevels> {
    const router = await this.#router();
    const levels = await router.openLevels();
    levels.onLevels((heard) => this.#hear(heard));
    if (this.#closed) levels.close();
    return levels;
  }

  #hear(heard: readonly Level[]): void {
    if (this.#closed) return;
    const before = this.#voices;
    const still = before.filter(({ trackId }) => this.#tracks.has(trackId));
    this.#voices = loudest(still, heard, performance.now());
    for (const { trackId } of [...before, ...this.#voices]) {
      const track = this.#tracks.get(trackId);
      if (track) this.#gate(track);
    }
  }
}
