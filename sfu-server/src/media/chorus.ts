import type { PeerId, TrackId } from '@tongke/shared-types';
import { type Level, loudest, MOST_VOICES, type Voice } from './loudest.ts';
import type { RoomLevels } from './room-levels.ts';
import type { Track } from './track.ts';

/**
 * [FL19] Many rooms speak at once: some peers receive all of them, the others the loudest. It ends with its microphones, whose gates stay
 * as they are: what is on its way out is not heard once more.
 */
export class Chorus {
  readonly #tracks: ReadonlyMap<TrackId, Track>;
  readonly #unlisten: () => void;
  #peerIds: ReadonlySet<PeerId> = new Set();
  #always: ReadonlySet<PeerId> = new Set();
  #voices: readonly Voice[] = [];

  constructor(tracks: ReadonlyMap<TrackId, Track>, levels: RoomLevels) {
    this.#tracks = tracks;
    this.#unlisten = levels.listen((heard) => this.#hear(heard));
  }

  /** Who speaks now, and who hears everybody. */
  set(peerIds: readonly PeerId[], always: readonly PeerId[]): void {
    this.#peerIds = new Set(peerIds);
    this.#always = new Set(always);
    for (const track of this.#tracks.values()) this.opened(track);
  }

  /** A track that is there, or has just come. */
  opened(track: Track): void {
    if (this.#sings(track)) this.#gate(track);
  }

  close(): void {
    this.#unlisten();
  }

  #sings({ source, peerId }: Track): boolean {
    return source === 'microphone' && this.#peerIds.has(peerId);
  }

  #gate(track: Track): void {
    const open = this.#voices.some(({ trackId }) => trackId === track.id);
    const always = this.#always;
    track.setGate('chorus', (peerId) => open || always.has(peerId));
  }

  #hear(levels: readonly Level[]): void {
    const sung = (trackId: TrackId) => {
      const track = this.#tracks.get(trackId);
      return track !== undefined && this.#sings(track);
    };
    const before = this.#voices;
    const still = before.filter(({ trackId }) => sung(trackId));
    const heard = levels.filter(({ trackId }) => sung(trackId));
    this.#voices = loudest(still, heard, performance.now(), MOST_VOICES);
    for (const { trackId } of [...before, ...this.#voices]) {
      const track = this.#tracks.get(trackId);
      if (track) this.#gate(track);
    }
  }
}
