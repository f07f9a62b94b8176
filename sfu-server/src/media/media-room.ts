import type { PeerId, PeerQuality, SfuLesson, TrackId } from '@tongke/shared-types';
import type { EngineRouter } from './engine.ts';
import type { Notify } from './notify.ts';
import { type LessonMedia, PeerMedia } from './peer-media.ts';
import type { Track } from './track.ts';

export interface MediaRoomOptions {
  readonly lessonId: string;
  readonly sfuId: string;
  readonly notify: Notify;
  /** Opens a router on the worker that has least to do. */
  readonly openRouter: () => Promise<EngineRouter>;
  /** The worker died below this room, which closed itself. */
  readonly onLost: () => void;
}

/** One lesson's media. It takes a worker with its first join and keeps it to the end. */
export class MediaRoom implements LessonMedia {
  readonly lessonId: string;
  readonly sfuId: string;
  readonly tracks = new Map<TrackId, Track>();
  readonly #options: MediaRoomOptions;
  readonly #peers = new Map<PeerId, PeerMedia>();
  #router: Promise<EngineRouter> | null = null;
  #closed = false;

  constructor(options: MediaRoomOptions) {
    this.lessonId = options.lessonId;
    this.sfuId = options.sfuId;
    this.#options = options;
  }

  /** Silent once the room is closed: what ends with the lesson is no news. */
  readonly notify: Notify = (notice) => {
    if (!this.#closed) this.#options.notify(notice);
  };

  peer(peerId: PeerId): PeerMedia | undefined {
    return this.#peers.get(peerId);
  }

  openPeer(peerId: PeerId): PeerMedia {
    const peer = this.#peers.get(peerId) ?? new PeerMedia(peerId, this);
    this.#peers.set(peerId, peer);
    return peer;
  }

  closePeer(peerId: PeerId): void {
    const peer = this.#peers.get(peerId);
    this.#peers.delete(peerId);
    peer?.close('peer-closed');
  }

  router(): Promise<EngineRouter> {
    this.#router ??= this.#openRouter();
    return this.#router;
  }

  list(): SfuLesson {
    const tracks = [...this.tracks.values()].map(({ id, peerId, source }) => ({ trackId: id, peerId, source }));
    return { lessonId: this.lessonId, sfuId: this.sfuId, tracks };
  }

  /** [MD5] One peer after another, so that many cost the worker no burst. */
  async measure(): Promise<void> {
    const peers: PeerQuality[] = [];
    for (const peer of [...this.#peers.values()]) {
      // A transport that closes meanwhile is no news.
      const quality = await peer.measure().catch(() => null);
      if (quality) peers.push(quality);
    }
    if (peers.length > 0) this.notify({ type: 'lesson.quality', peers });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const peer of this.#peers.values()) peer.close('lesson-closed');
    this.#peers.clear();
    this.#router?.then((router) => router.close()).catch(() => undefined);
  }

  async #openRouter(): Promise<EngineRouter> {
    try {
      const router = await this.#options.openRouter();
      router.onLost(() => {
        if (this.#closed) return;
        this.close();
        this.#options.onLost();
      });
      return router;
    } catch (error) {
      // The next join tries again.
      this.#router = null;
      throw error;
    }
  }
}
