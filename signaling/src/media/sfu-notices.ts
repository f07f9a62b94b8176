import {
  isSeenByRooms,
  LEAD_PEER,
  mayPublish,
  type SfuLesson,
  type SfuNotice,
  type SfuReplies,
} from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonRegistry } from '../room/registry.ts';
import { LinkWatch } from './link-watch.ts';
import { ceilingVerb, chorusOf, type MediaVerb } from './media-verbs.ts';
import type { PeerNotifier } from './peer-notifier.ts';
import type { SfuLink, SfuListener } from './sfu-link.ts';
import type { SfuMemory } from './sfu-memory.ts';

export interface SfuNoticesDeps {
  readonly link: SfuLink;
  readonly memory: SfuMemory;
  readonly registry: LessonRegistry;
  readonly peers: PeerNotifier;
  readonly clock: Clock;
  readonly log: Log;
}

/** [MD4] Brings what the SFU says, and what it has when the link comes up, into the lessons. */
export class SfuNotices implements SfuListener {
  readonly #deps: SfuNoticesDeps;
  readonly #links: LinkWatch;

  constructor(deps: SfuNoticesDeps) {
    this.#deps = deps;
    this.#links = new LinkWatch(deps);
    deps.registry.onOpened((room) => {
      room.follow({ happened: () => {}, closed: () => this.#links.forget(room.lessonId) });
    });
  }

  notice(notice: SfuNotice): void {
    const { registry, peers, memory } = this.#deps;
    const { lessonId } = notice;
    switch (notice.type) {
      case 'track.closed': {
        const { peerId, trackId, source, cause } = notice;
        memory.trackEnded(trackId);
        registry.find(lessonId)?.report({ type: 'track.close', trackId, cause });
        peers.tell(lessonId, peerId, { type: 'track.closed', trackId, source });
        break;
      }
      case 'track.watched': {
        const { peerId, trackId, watched } = notice;
        peers.tell(lessonId, peerId, { type: 'track.watched', trackId, watched });
        break;
      }
      case 'track.shelter': {
        const { peerId, trackId, on, alone } = notice;
        peers.tell(lessonId, peerId, { type: 'track.shelter', trackId, on, alone });
        break;
      }
      case 'consumer.shelter':
        peers.tell(lessonId, notice.peerId, { type: 'consumer.shelter', offer: notice.offer });
        break;
      case 'consumer.closed':
        peers.tell(lessonId, notice.peerId, { type: 'consumer.closed', consumerId: notice.consumerId });
        break;
      case 'consumer.held': {
        const { peerId, consumerId, held } = notice;
        peers.tell(lessonId, peerId, { type: 'consumer.held', consumerId, held });
        break;
      }
      case 'peer.rungs':
        this.#links.heed(notice);
        break;
      case 'peer.uplink':
        peers.tell(lessonId, notice.peerId, { type: 'uplink', rung: notice.rung });
        break;
      case 'voices':
        peers.hearVoices(lessonId, notice.voices);
        break;
      case 'lesson.lost':
        this.#links.forget(lessonId);
        memory.forget(lessonId);
        registry.find(lessonId)?.report({ type: 'tracks.keep', trackIds: [], cause: 'worker-lost' });
        peers.tellAll(lessonId, { type: 'media.lost' });
        this.#tellChorus(registry.find(lessonId));
        break;
    }
  }

  /** The log says what should be, the SFU what is. Media that runs goes on; only lessons that are over are closed. */
  attached({ lessons }: SfuReplies['attach']): void {
    const { registry, peers, memory, log } = this.#deps;
    for (const room of registry.rooms) {
      const found = lessons.find(({ lessonId }) => lessonId === room.lessonId);
      const trackIds = found?.tracks.map(({ trackId }) => trackId) ?? [];
      room.report({ type: 'tracks.keep', trackIds, cause: 'sfu-lost' });
      this.#tellChorus(room);
    }
    for (const lessonId of memory.lost(lessons)) peers.tellAll(lessonId, { type: 'media.lost' });
    for (const lesson of lessons) {
      this.#reconcile(lesson).catch((error: unknown) => log.warn({ err: error }, 'a lesson at the SFU was left alone'));
    }
  }

  /** [FL19] The SFU that is there now may know of none, or of one that is over. */
  #tellChorus(room: LessonRoom | null): void {
    if (room && room.state.phase === 'live' && room.version > 0)
      this.#ask(room, chorusOf(room.state)).catch((error: unknown) => this.#deps.log.warn({ err: error }, 'no chorus'));
  }

  async #reconcile({ lessonId, tracks, rungs }: SfuLesson): Promise<void> {
    const { registry, memory, clock } = this.#deps;
    const room = await registry.open(lessonId);
    if (room.version === 0 || room.state.phase === 'ended') {
      await this.#ask(room, { type: 'lesson.close' });
      return;
    }
    for (const one of rungs) this.#links.heed({ lessonId, ...one });
    // What was chosen while nobody could be told.
    for (const peerId of Object.keys(room.state.links)) await this.#ask(room, ceilingVerb(room.state, peerId));
    for (const { trackId, peerId, source } of tracks) {
      if (memory.hasEnded(trackId)) continue;
      if (mayPublish(room.state, peerId, source, clock.now()) !== null) {
        await this.#ask(room, { type: 'grant.clear', peerId, source });
        continue;
      }
      room.report({ type: 'track.publish', trackId, peerId, source });
      // Its turn may have ended while nobody could be told.
      const onlyLead = source === 'camera' && peerId !== LEAD_PEER && !isSeenByRooms(room.state, peerId);
      if (onlyLead) await this.#ask(room, { type: 'track.audience', trackId, peerIds: [LEAD_PEER] });
    }
  }

  async #ask({ lessonId, epoch }: LessonRoom, verb: MediaVerb): Promise<void> {
    await this.#deps.link.request({ ...verb, lessonId, epoch });
  }
}
