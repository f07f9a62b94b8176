import type { TrackId } from '@tongke/shared-types';
import type { EngineLevels, EngineRouter } from './engine.ts';
import type { Level } from './loudest.ts';
import type { Track } from './track.ts';

/** How loud the microphones of one lesson are, told several times a second to whoever listens; once with none when it falls silent. */
export class RoomLevels {
  readonly #tracks: ReadonlyMap<TrackId, Track>;
  readonly #router: () => Promise<EngineRouter>;
  readonly #listeners = new Set<(levels: readonly Level[]) => void>();
  /** Whose voice a producer carries: a microphone may be sent in two forms. */
  readonly #voices = new Map<string, TrackId>();
  #levels: Promise<EngineLevels> | null = null;
  #closed = false;

  constructor(tracks: ReadonlyMap<TrackId, Track>, router: () => Promise<EngineRouter>) {
    this.#tracks = tracks;
    this.#router = router;
  }

  /** Returns the way to stop. */
  listen(listener: (levels: readonly Level[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A microphone has come, or another form of its voice. Where it cannot be heard, its lesson's worker or the track itself is gone. */
  async add({ id }: Track, producerId: string): Promise<void> {
    try {
      this.#levels ??= this.#open();
      const levels = await this.#levels;
      if (this.#closed || !this.#tracks.has(id)) return;
      for (const [known, trackId] of [...this.#voices]) if (!this.#tracks.has(trackId)) this.#voices.delete(known);
      this.#voices.set(producerId, id);
      await levels.add(producerId);
    } catch {
      this.#levels = null;
    }
  }

  close(): void {
    this.#closed = true;
    this.#levels?.then((levels) => levels.close()).catch(() => undefined);
  }

  /** Each voice once, as loud as the louder of its forms. */
  #byVoice(heard: readonly Level[]): readonly Level[] {
    const loudest = new Map<TrackId, number>();
    for (const { trackId: producerId, volume } of heard) {
      const trackId = this.#voices.get(producerId) ?? producerId;
      loudest.set(trackId, Math.max(volume, loudest.get(trackId) ?? volume));
    }
    return [...loudest].map(([trackId, volume]) => ({ trackId, volume }));
  }

  async #open(): Promise<EngineLevels> {
    const router = await this.#router();
    const levels = await router.openLevels();
    levels.onLevels((heard) => {
      if (!this.#closed) for (const listener of [...this.#listeners]) listener(this.#byVoice(heard));
    });
    if (this.#closed) levels.close();
    return levels;
  }
}
