import type { TrackId } from '@tongke/shared-types';
import type { EngineLevels, EngineRouter } from './engine.ts';
import type { Level } from './loudest.ts';
import type { Track } from './track.ts';

/** How loud the microphones of one lesson are, told several times a second to whoever listens; once with none when it falls silent. */
export class RoomLevels {
  readonly #tracks: ReadonlyMap<TrackId, Track>;
  readonly #router: () => Promise<EngineRouter>;
  readonly #listeners = new Set<(levels: readonly Level[]) => void>();
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

  /** A microphone has come. Where it cannot be heard, its lesson's worker or the track itself is gone. */
  async add({ id }: Track): Promise<void> {
    try {
      this.#levels ??= this.#open();
      const levels = await this.#levels;
      if (!this.#closed && this.#tracks.has(id)) await levels.add(id);
    } catch {
      this.#levels = null;
    }
  }

  close(): void {
    this.#closed = true;
    this.#levels?.then((levels) => levels.close()).catch(() => undefined);
  }

  async #open(): Promise<EngineLevels> {
    const router = await this.#router();
    const levels = await router.openLevels();
    levels.onLevels((heard) => {
      if (!this.#closed) for (const listener of [...this.#listeners]) listener(heard);
    });
    if (this.#closed) levels.close();
    return levels;
  }
}
