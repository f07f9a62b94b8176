import type { PeerId, TrackId } from '@tongke/shared-types';
import type { EngineRouter } from './engine.ts';
import type { Notify } from './notify.ts';
import type { Track } from './track.ts';

/** What a peer needs of its lesson. */
export interface LessonMedia {
  readonly sfuId: string;
  readonly tracks: Map<TrackId, Track>;
  readonly notify: Notify;
  /** Another number whenever a track or an uplink has changed: consumers of others may have to do something else. */
  readonly changes: number;
  /** A track has come. */
  opened(track: Track): void;
  /** A voice comes in its protected form too. */
  sheltered(track: Track, producerId: string): void;
  router(): Promise<EngineRouter>;
  /** True while this classroom has the floor. */
  holdsFloor(peerId: PeerId): boolean;
  /** False while the uplink of this classroom carries no video. */
  sendsPicture(peerId: PeerId): boolean;
}
