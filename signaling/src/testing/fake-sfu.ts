import {
  type DataOffer,
  type PeerRungs,
  refuse,
  type SfuChannel,
  type SfuLesson,
  type SfuNotice,
  type SfuReply,
  type SfuRequest,
  type SfuRequestType,
} from '@tongke/shared-types';
import type { SfuLink, SfuListener, SfuRequests } from '../media/sfu-link.ts';

type Track = SfuLesson['tracks'][number];

const OFFER: DataOffer = {
  ice: { usernameFragment: 'u', password: 'p' },
  candidates: [],
  fingerprint: { algorithm: 'sha-256', value: '00' },
  sctpPort: 5000,
};

/** An SFU without media: it remembers what it was asked, holds grants and tracks, and can be killed. */
export class FakeSfu implements SfuLink {
  readonly asked: SfuRequest[] = [];
  readonly tracks = new Map<string, Track & { readonly lessonId: string }>();
  readonly grants = new Set<string>();
  /** Data channels, by their numbers, and what was sent to tablets. */
  readonly channels = new Map<number, SfuChannel>();
  readonly datagrams: { readonly channel: number; readonly message: Uint8Array }[] = [];
  /** Where links stand, as an attach lists them. */
  rungs: readonly PeerRungs[] = [];
  readonly #rooms = new Map<string, string>();
  readonly #listeners: SfuListener[] = [];
  #sfuId = 'sfu-1';
  #up = true;
  #next = 0;
  #held: Promise<void> | undefined;

  async request<T extends SfuRequestType>(request: SfuRequests[T]): Promise<SfuReply<T>> {
    if (!this.#up) return refuse('media/unavailable');
    this.asked.push(request);
    await this.#held;
    return this.#answer(request) as SfuReply<T>;
  }

  listen(listener: SfuListener): void {
    this.#listeners.push(listener);
    if (this.#up) listener.attached(this.#found());
  }

  datagram(channel: number, message: Uint8Array): boolean {
    if (this.#up) this.datagrams.push({ channel, message });
    return this.#up;
  }

  /** A tablet sends something over its channel. */
  arrive(channel: number, message: Uint8Array): void {
    for (const listener of this.#listeners) listener.datagram?.(channel, message);
  }

  /** Makes all verbs wait until the returned function is called. */
  hold(): () => void {
    let release = () => {};
    this.#held = new Promise<void>((resolve) => {
      release = resolve;
    });
    return release;
  }

  close(): void {
    this.#up = false;
  }

  tell(notice: SfuNotice): void {
    for (const listener of this.#listeners) listener.notice(notice);
  }

  /** The process dies, and another one comes up that has nothing. */
  replace(): void {
    this.tracks.clear();
    this.grants.clear();
    this.channels.clear();
    this.#rooms.clear();
    this.#sfuId = `sfu-${Number(this.#sfuId.slice(4)) + 1}`;
    this.reattach();
  }

  /** The control link goes and comes; media never noticed. */
  reattach(): void {
    this.#up = true;
    for (const listener of this.#listeners) listener.attached(this.#found());
  }

  /** The lesson's worker dies while nobody can be told. */
  loseQuietly(lessonId: string): void {
    this.#rooms.delete(lessonId);
    for (const track of [...this.tracks.values()]) if (track.lessonId === lessonId) this.tracks.delete(track.trackId);
  }

  /** The control link is gone. */
  unplug(): void {
    this.#up = false;
  }

  #answer(request: SfuRequest): SfuReply {
    switch (request.type) {
      case 'peer.join': {
        const mine = [...this.tracks.values()].filter(({ peerId }) => peerId === request.peerId);
        const trackIds = mine.map(({ trackId }) => trackId);
        const sfuId = this.#roomOf(request.lessonId);
        const kept = request.have?.sfuId === sfuId;
        const nothing = {
          send: null,
          receive: null,
          beacon: null,
          watchedTrackIds: [],
          consumerIds: [],
          heldConsumerIds: [],
        };
        return { ok: true, result: { sfuId, routerRtpCapabilities: {}, kept, trackIds, uplink: 'full', ...nothing } };
      }
      case 'grant.set':
        this.grants.add(`${request.peerId} ${request.source}`);
        break;
      case 'grant.clear':
        this.grants.delete(`${request.peerId} ${request.source}`);
        this.#closeWhere(({ peerId, source }) => peerId === request.peerId && source === request.source);
        break;
      case 'producer.open': {
        const { lessonId, peerId, source } = request;
        if (!this.grants.has(`${peerId} ${source}`)) return refuse('media/no-turn');
        this.#next += 1;
        const trackId = `track-${this.#next}`;
        this.tracks.set(trackId, { lessonId, trackId, peerId, source });
        return { ok: true, result: { trackId } };
      }
      case 'producer.close':
        this.tracks.delete(request.trackId);
        break;
      case 'data.open': {
        const { lessonId, seatId, holder } = request;
        for (const { channel, ...of } of this.channels.values())
          if (of.lessonId === lessonId && of.seatId === seatId) this.channels.delete(channel);
        this.#next += 1;
        this.channels.set(this.#next, { lessonId, seatId, holder, channel: this.#next });
        return { ok: true, result: { channel: this.#next, offer: OFFER } };
      }
      case 'data.close':
        this.channels.delete(request.channel);
        break;
      case 'lesson.close':
        for (const { lessonId, channel } of this.channels.values())
          if (lessonId === request.lessonId) this.channels.delete(channel);
        this.#rooms.delete(request.lessonId);
        this.#closeWhere(({ lessonId }) => lessonId === request.lessonId);
        break;
      case 'consumer.open':
        return {
          ok: true,
          result: {
            consumers: request.trackIds
              .filter((trackId) => this.tracks.has(trackId))
              .map((trackId) => ({
                consumerId: `of-${trackId}`,
                trackId,
                kind: 'video',
                rtpParameters: { codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }] },
              })),
          },
        };
    }
    return { ok: true, result: {} };
  }

  #roomOf(lessonId: string): string {
    const known = this.#rooms.get(lessonId);
    if (known !== undefined) return known;
    this.#next += 1;
    const made = `${this.#sfuId}-${this.#next}`;
    this.#rooms.set(lessonId, made);
    return made;
  }

  #closeWhere(fits: (track: Track & { readonly lessonId: string }) => boolean): void {
    for (const track of [...this.tracks.values()].filter(fits)) {
      this.tracks.delete(track.trackId);
      this.tell({ type: 'track.closed', ...track, cause: 'grant' });
    }
  }

  #found() {
    return { sfuId: this.#sfuId, lessons: this.#lessons(), channels: [...this.channels.values()] };
  }

  #lessons(): SfuLesson[] {
    const lessonIds = new Set([...this.#rooms.keys(), ...[...this.tracks.values()].map(({ lessonId }) => lessonId)]);
    return [...lessonIds].map((lessonId) => ({
      lessonId,
      sfuId: this.#roomOf(lessonId),
      tracks: [...this.tracks.values()].filter((track) => track.lessonId === lessonId),
      rungs: this.rungs,
    }));
  }
}
