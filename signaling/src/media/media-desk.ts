import {
  CEILINGS,
  LEAD_PEER,
  type LinkReport,
  linkOf,
  type MediaReply,
  type MediaRequest,
  mayPublish,
  mayWatch,
  type PeerId,
  refuse,
  type SfuReply,
  turnOfRoom,
} from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { type MediaVerb, tracksOf, turnGrant } from './media-verbs.ts';
import type { SfuLink } from './sfu-link.ts';
import type { SfuMemory } from './sfu-memory.ts';
import { type TurnConfig, turnServers } from './turn-servers.ts';

type Of<T extends MediaRequest['type']> = Extract<MediaRequest, { type: T }>;

/** [MD1] Decides by the lesson's rules what a peer may do with media, and passes the rest to the SFU. */
export class MediaDesk {
  readonly #link: SfuLink;
  readonly #memory: SfuMemory;
  readonly #clock: Clock;
  readonly #turn: TurnConfig | null;

  constructor(link: SfuLink, memory: SfuMemory, clock: Clock, turn: TurnConfig | null = null) {
    this.#link = link;
    this.#memory = memory;
    this.#clock = clock;
    this.#turn = turn;
  }

  /** Answers a request of the lead teacher or of a board. */
  async request(room: LessonRoom, peerId: PeerId, request: MediaRequest): Promise<MediaReply> {
    const ask = (verb: MediaVerb) => this.#ask(room, verb);
    switch (request.type) {
      case 'media.join':
        return this.#join(room, peerId, request);
      case 'media.produce':
        return this.#produce(room, peerId, request);
      case 'media.loop':
        return this.#loop(room, peerId, request);
      case 'media.loop-close':
        return ask({ type: 'loop.close', peerId });
      case 'media.consume':
        return this.#consume(room, peerId, request);
      case 'media.unproduce':
        return this.#unproduce(room, peerId, request);
      case 'media.shelter':
        return this.#shelter(room, peerId, request);
      case 'media.capabilities':
        return ask({ ...request, type: 'peer.capabilities', peerId });
      case 'media.connect':
        return ask({ ...request, type: 'transport.connect', peerId });
      case 'media.restart-ice':
        return ask({ ...request, type: 'transport.restart-ice', peerId });
      case 'media.resume':
        return ask({ ...request, type: 'consumer.resume', peerId });
      case 'media.pause':
        return ask({ ...request, type: 'consumer.pause', peerId });
      case 'media.layer':
        return ask({ ...request, type: 'consumer.layer', peerId });
      case 'media.unconsume':
        return ask({ ...request, type: 'consumer.close', peerId });
      case 'media.health':
        return this.#health(room, peerId, request.peerId);
    }
  }

  /** [WL5] What a browser says of its link goes to the SFU, which decides; it may be lost. */
  hearLink(room: LessonRoom, peerId: PeerId, report: LinkReport): void {
    void this.#ask(room, { ...report, type: 'peer.link', peerId });
  }

  /** [WL10] How a classroom's link does is for the lead teacher. */
  async #health(room: LessonRoom, asker: PeerId, peerId: PeerId): Promise<MediaReply> {
    if (asker !== LEAD_PEER) return refuse('media/not-for-you');
    if (!Object.hasOwn(room.state.classrooms, peerId)) return refuse('classroom/unknown');
    return this.#ask(room, { type: 'peer.health', peerId });
  }

  /** The own class has its media at the teacher's laptop: its board only receives. */
  async #join(room: LessonRoom, peerId: PeerId, request: Of<'media.join'>): Promise<MediaReply> {
    if (room.state.phase === 'ended') return refuse('lesson/ended');
    const publishes = peerId === LEAD_PEER || room.state.classrooms[peerId]?.own === false;
    const reply = await this.#ask<'media.join'>(room, {
      ...request,
      type: 'peer.join',
      peerId,
      publishes,
      ceiling: CEILINGS[linkOf(room.state, peerId).choice],
    });
    if (!reply.ok) return reply;
    this.#memory.has(room.lessonId, reply.result.sfuId);
    // What the lesson still lists of this peer and the SFU has not: it went with an older SFU or worker.
    const lost = Object.values(room.state.tracks).filter(
      ({ trackId, peerId: publisher }) => publisher === peerId && !reply.result.trackIds.includes(trackId),
    );
    for (const { trackId } of lost) room.report({ type: 'track.close', trackId, cause: 'lost' });
    if (!this.#turn) return reply;
    return { ok: true, result: { ...reply.result, iceServers: turnServers(this.#turn, peerId, this.#clock.now()) } };
  }

  async #produce(room: LessonRoom, peerId: PeerId, request: Of<'media.produce'>): Promise<MediaReply> {
    const { source, transportId, rtpParameters } = request;
    const refusal = mayPublish(room.state, peerId, source, this.#clock.now());
    if (refusal) return refuse(refusal);
    const granted = await this.#ask(room, this.#grant(room, peerId, source));
    if (!granted.ok) return granted;
    const former = tracksOf(room.state, peerId, source);
    const opened = await this.#ask<'media.produce'>(room, {
      type: 'producer.open',
      peerId,
      transportId,
      source,
      rtpParameters,
    });
    if (!opened.ok) return opened;
    const { trackId } = opened.result;
    const tooLate = mayPublish(room.state, peerId, source, this.#clock.now());
    if (tooLate) {
      await this.#ask(room, { type: 'producer.close', peerId, trackId });
      return refuse(tooLate);
    }
    if (this.#memory.hasEnded(trackId)) return refuse('media/no-such-track');
    // Before anything is waited for: its end may be told at any moment, and belongs behind this.
    room.report({ type: 'track.publish', trackId, peerId, source });
    for (const old of former) if (old !== trackId) await this.#close(room, peerId, old);
    return opened;
  }

  /** [AU4] In a lesson a microphone opens for a turn and for nothing else. */
  async #loop(room: LessonRoom, peerId: PeerId, request: Of<'media.loop'>): Promise<MediaReply> {
    const { phase } = room.state;
    if (phase !== 'planned') return refuse(phase === 'live' ? 'lesson/already-live' : 'lesson/ended');
    return this.#ask(room, { ...request, type: 'loop.open', peerId });
  }

  /** [VO3] Another form of a voice that the log knows is no event. */
  async #shelter(room: LessonRoom, peerId: PeerId, request: Of<'media.shelter'>): Promise<MediaReply> {
    const track = room.state.tracks[request.trackId];
    if (track?.peerId !== peerId || track.source !== 'microphone') return refuse('media/no-such-track');
    const refusal = mayPublish(room.state, peerId, 'microphone', this.#clock.now());
    if (refusal) return refuse(refusal);
    return this.#ask(room, { ...request, type: 'producer.shelter', peerId });
  }

  #grant(room: LessonRoom, peerId: PeerId, source: Of<'media.produce'>['source']): MediaVerb {
    const turn = turnOfRoom(room.state, peerId);
    if (source !== 'camera' && turn) return turnGrant(turn, source, this.#clock.now());
    return { type: 'grant.set', peerId, source, ttlMs: null };
  }

  async #unproduce(room: LessonRoom, peerId: PeerId, { trackId }: Of<'media.unproduce'>): Promise<MediaReply> {
    if (room.state.tracks[trackId]?.peerId !== peerId) return refuse('media/no-such-track');
    return this.#close(room, peerId, trackId);
  }

  async #close(room: LessonRoom, peerId: PeerId, trackId: string): Promise<MediaReply> {
    const reply = await this.#ask(room, { type: 'producer.close', peerId, trackId });
    if (reply.ok || reply.reason === 'media/no-such-track') {
      room.report({ type: 'track.close', trackId, cause: 'stopped' });
    }
    return reply;
  }

  async #consume(room: LessonRoom, peerId: PeerId, request: Of<'media.consume'>): Promise<MediaReply> {
    const trackIds = request.trackIds.filter((trackId) => {
      const track = room.state.tracks[trackId];
      return track !== undefined && mayWatch(room.state, peerId, track);
    });
    if (trackIds.length === 0) return { ok: true, result: { consumers: [] } };
    return this.#ask(room, { type: 'consumer.open', peerId, trackIds });
  }

  /** The SFU's replies have the shapes of the media replies; `T` says of which. */
  async #ask<T extends MediaRequest['type'] = MediaRequest['type']>(
    { lessonId, epoch }: LessonRoom,
    verb: MediaVerb,
  ): Promise<MediaReply<T>> {
    const reply: SfuReply = await this.#link.request({ ...verb, lessonId, epoch });
    return reply as MediaReply<T>;
  }
}
