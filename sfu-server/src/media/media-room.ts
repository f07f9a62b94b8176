import { hearsOneRoom, type PeerId, type PeerRungs, type SfuLesson, type TrackId } from '@tongke/shared-types';
import { Chorus } from './chorus.ts';
import type { EngineRouter } from './engine.ts';
import type { LessonMedia } from './lesson-media.ts';
import type { Level } from './loudest.ts';
import { NarrowRooms } from './narrow-rooms.ts';
import type { Notify } from './notify.ts';
import { PeerMedia } from './peer-media.ts';
import { RoomLevels } from './room-levels.ts';
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

/** Peers whose links are looked at side by side. */
const AT_ONCE = 8;

/** One lesson's media. It takes a worker with its first join and keeps it to the end. */
export class MediaRoom implements LessonMedia {
  readonly lessonId: string;
  readonly sfuId: string;
  readonly tracks = new Map<TrackId, Track>();
  readonly #options: MediaRoomOptions;
  readonly #peers = new Map<PeerId, PeerMedia>();
  /** Where each link stands, as it was told. */
  readonly #told = new Map<PeerId, PeerRungs>();
  readonly #levels = new RoomLevels(this.tracks, () => this.router());
  readonly #narrow = new NarrowRooms(this.tracks, this.#levels);
  #router: Promise<EngineRouter> | null = null;
  #chorus: Chorus | null = null;
  #changes = 0;
  #closed = false;

  constructor(options: MediaRoomOptions) {
    this.lessonId = options.lessonId;
    this.sfuId = options.sfuId;
    this.#options = options;
    this.#levels.listen((levels) => this.#heard(levels));
  }

  /** Silent once the room is closed: what ends with the lesson is no news. */
  readonly notify: Notify = (notice) => {
    if (this.#closed) return;
    if (notice.type !== 'voices') this.#changes += 1;
    this.#options.notify(notice);
  };

  get changes(): number {
    return this.#changes;
  }

  peer(peerId: PeerId): PeerMedia | undefined {
    return this.#peers.get(peerId);
  }

  holdsFloor(peerId: PeerId): boolean {
    return this.#peers.get(peerId)?.mayTalk ?? false;
  }

  sendsPicture(peerId: PeerId): boolean {
    const sends = this.#peers.get(peerId)?.links.sends ?? 'full';
    return sends === 'full' || sends === 'low';
  }

  openPeer(peerId: PeerId): PeerMedia {
    const peer = this.#peers.get(peerId) ?? new PeerMedia(peerId, this);
    this.#peers.set(peerId, peer);
    return peer;
  }

  closePeer(peerId: PeerId): void {
    const peer = this.#peers.get(peerId);
    this.#peers.delete(peerId);
    this.#told.delete(peerId);
    this.#narrow.set(peerId, false);
    peer?.close('peer-closed');
  }

  opened(track: Track): void {
    this.#changes += 1;
    if (track.source === 'microphone') void this.#levels.add(track, track.id);
    this.#chorus?.opened(track);
    this.#narrow.opened(track);
  }

  sheltered(track: Track, producerId: string): void {
    void this.#levels.add(track, producerId);
  }

  /** [FL19] Of these peers' microphones only the loudest reach others than `always`; nobody ends it. */
  setChorus(peerIds: readonly PeerId[], always: readonly PeerId[]): void {
    if (peerIds.length > 0) {
      this.#chorus ??= new Chorus(this.tracks, this.#levels);
      this.#chorus.set(peerIds, always);
      return;
    }
    this.#chorus?.close();
    this.#chorus = null;
  }

  router(): Promise<EngineRouter> {
    this.#router ??= this.#openRouter();
    return this.#router;
  }

  list(): SfuLesson {
    const tracks = [...this.tracks.values()].map(({ id, peerId, source }) => ({ trackId: id, peerId, source }));
    return { lessonId: this.lessonId, sfuId: this.sfuId, tracks, rungs: [...this.#told.values()] };
  }

  /**
   * [WL5] One track after another and a few peers at a time: many cost the worker no burst, and each answer alone would wake this process.
   * Who rests is left out. A link that stands elsewhere is told, once.
   */
  async sample(now: number): Promise<void> {
    // A track or a transport that closes meanwhile is no news.
    for (const track of [...this.tracks.values()]) await track.sample(now).catch(() => undefined);
    const peers = [...this.#peers.values()].filter(({ links }) => links.needsLook(now));
    for (let next = 0; next < peers.length; next += AT_ONCE) {
      await Promise.all(peers.slice(next, next + AT_ONCE).map((peer) => this.#samplePeer(peer, now)));
    }
    for (const track of this.tracks.values()) track.settleShelter();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#chorus?.close();
    this.#narrow.close();
    this.#levels.close();
    for (const peer of this.#peers.values()) peer.close('lesson-closed');
    this.#peers.clear();
    this.#router?.then((router) => router.close()).catch(() => undefined);
  }

  async #samplePeer(peer: PeerMedia, now: number): Promise<void> {
    await peer.sample(now).catch(() => undefined);
    if (this.#peers.get(peer.peerId) !== peer) return;
    const told = this.#told.get(peer.peerId);
    const { down, up } = peer.links.rungs;
    this.#narrow.set(peer.peerId, hearsOneRoom(down));
    if (told?.down === down && told.up === up) return;
    const rungs = { peerId: peer.peerId, down, up };
    this.#told.set(peer.peerId, rungs);
    this.notify({ type: 'peer.rungs', ...rungs });
  }

  /** [AU1] How loud whose microphone is. */
  #heard(levels: readonly Level[]): void {
    const voices = levels.flatMap(({ trackId, volume }) => {
      const peerId = this.tracks.get(trackId)?.peerId;
      return peerId === undefined ? [] : [{ peerId, volume }];
    });
    this.notify({ type: 'voices', voices });
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
