import { LEAD_PEER, type PeerId, type TrackId } from '@tongke/shared-types';
import { type Level, loudest, type Voice } from './loudest.ts';
import type { RoomLevels } from './room-levels.ts';
import type { Track } from './track.ts';

/**
 * [FL21] Rooms whose links carry two voices at most: of several rooms that may speak they receive the one that does, or did last. As long as
 * none has, they receive none: whoever begins is there a third of a second later.
 */
export class NarrowRooms {
  readonly #tracks: ReadonlyMap<TrackId, Track>;
  readonly #narrow = new Set<PeerId>();
  readonly #unlisten: () => void;
  #voices: readonly Voice[] = [];
  #speaker: TrackId | null = null;

  constructor(tracks: ReadonlyMap<TrackId, Track>, levels: RoomLevels) {
    this.#tracks = tracks;
    this.#unlisten = levels.listen((heard) => this.#hear(heard));
  }

  /** This peer's link carries no more, or more again. The lead teacher hears everybody. */
  set(peerId: PeerId, narrow: boolean): void {
    if (narrow === this.#narrow.has(peerId) || peerId === LEAD_PEER) return;
    if (narrow) this.#narrow.add(peerId);
    else this.#narrow.delete(peerId);
    this.#settle();
  }

  /** A track that has just come: one more that may speak. */
  opened(track: Track): void {
    if (!track.isRoomVoice) return;
    track.setGate('narrow-rooms', (peerId) => this.#lets(track, peerId));
    this.#settle();
  }

  close(): void {
    this.#unlisten();
  }

  #lets(track: Track, peerId: PeerId): boolean {
    return !this.#narrow.has(peerId) || track.id === this.#speaker || this.#roomVoices.length === 1;
  }

  get #roomVoices(): readonly Track[] {
    return [...this.#tracks.values()].filter(({ isRoomVoice }) => isRoomVoice);
  }

  #settle(): void {
    for (const track of this.#roomVoices) track.settle();
  }

  #hear(levels: readonly Level[]): void {
    const speaks = ({ trackId }: Level) => this.#tracks.get(trackId)?.isRoomVoice ?? false;
    this.#voices = loudest(this.#voices.filter(speaks), levels.filter(speaks), performance.now(), 1);
    const speaker = this.#voices[0]?.trackId ?? this.#speaker;
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    this.#settle();
  }
}
