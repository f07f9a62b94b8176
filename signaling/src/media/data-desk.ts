import {
  type Actor,
  type DataReply,
  type DataRequest,
  type LessonId,
  refuse,
  type SeatId,
  type SfuChannel,
  type SfuNotice,
  type SfuReplies,
} from '@tongke/shared-types';
import { TokenBucket } from '../guard/token-bucket.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { RoomClosed } from '../room/happened.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonRegistry } from '../room/registry.ts';
import { seatsLeft } from '../room/seats-left.ts';
import type { Datagrams } from './datagrams.ts';
import { type SeatChannel, SeatChannels } from './seat-channels.ts';
import type { SeatNotifier } from './seat-notifier.ts';
import type { SfuLink, SfuListener } from './sfu-link.ts';

export interface DataDeskDeps {
  readonly link: SfuLink;
  readonly registry: LessonRegistry;
  readonly seats: SeatNotifier;
  readonly clock: Clock;
  readonly log: Log;
}

type Pupil = Pick<Extract<Actor, { role: 'pupil' }>, 'classroomId' | 'seatId'>;
type Received = (lessonId: LessonId, seatId: SeatId, bytes: Uint8Array) => void;

/** [DP4] A tablet whose network comes and goes opens its channel again and again; more often than this it may not. */
const OPENINGS = { burst: 5, perSecond: 0.2 };

/** [DP2] [DP3] Ties data channels to the seats whose tablets open them, for as long as the seat is that tablet's. */
export class DataDesk implements Datagrams, SfuListener {
  readonly #deps: DataDeskDeps;
  readonly #channels = new SeatChannels();
  readonly #openings = new Map<LessonId, Map<SeatId, TokenBucket>>();
  readonly #listeners = new Set<Received>();

  constructor(deps: DataDeskDeps) {
    this.#deps = deps;
    deps.registry.onOpened((room) => this.#follow(room));
  }

  /** The own seat's channel, asked for by the tablet that sits there. */
  async open(room: LessonRoom, { classroomId, seatId }: Pupil, request: DataRequest): Promise<DataReply> {
    const { lessonId, epoch, state } = room;
    if (state.phase === 'ended') return refuse('lesson/ended');
    const holder = state.classrooms[classroomId]?.seats[seatId]?.device;
    if (!holder) return refuse('seat/none');
    if (!this.#mayOpen(lessonId, seatId)) return refuse('too-many-requests');
    const opening = this.#channels.set({ lessonId, seatId, channel: null });
    const { dtlsParameters } = request;
    const reply = await this.#deps.link.request<'data.open'>({
      type: 'data.open',
      lessonId,
      epoch,
      seatId,
      holder,
      dtlsParameters,
    });
    const stillOpening = this.#channels.of(lessonId, seatId) === opening;
    if (!reply.ok) {
      this.#channels.delete(opening);
      return reply;
    }
    const { channel, offer } = reply.result;
    if (!stillOpening) {
      this.#end(room, { seatId, channel });
      return refuse('busy-try-again');
    }
    this.#channels.set({ lessonId, seatId, channel });
    return { ok: true, result: offer };
  }

  send(lessonId: LessonId, seatId: SeatId, bytes: Uint8Array): boolean {
    const channel = this.#channels.of(lessonId, seatId)?.channel ?? null;
    return channel !== null && this.#deps.link.datagram(channel, bytes);
  }

  onReceived(listener: Received): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** [DP6] From the SFU, stamped by whoever listens: nothing is waited for in between. */
  datagram(channel: number, message: Uint8Array): void {
    const from = this.#channels.at(channel);
    if (from) for (const listener of this.#listeners) listener(from.lessonId, from.seatId, message);
  }

  notice(notice: SfuNotice): void {
    if (notice.type === 'data.closed') this.#lost(this.#channels.at(notice.channel));
    if (notice.type === 'data.lost') for (const of of this.#channels.all(notice.lessonId)) this.#lost(of);
  }

  /** [DP6] Channels that the SFU lost are told to their tablets; of those it has and we have not, the ones whose device sits there still go on. */
  attached({ channels }: SfuReplies['attach']): void {
    const has = new Set(channels.map(({ lessonId, seatId, channel }) => `${lessonId}/${seatId}/${channel}`));
    for (const known of this.#channels.all()) {
      const { lessonId, seatId, channel } = known;
      if (channel !== null && !has.has(`${lessonId}/${seatId}/${channel}`)) this.#lost(known);
    }
    for (const listed of channels) {
      if (this.#channels.of(listed.lessonId, listed.seatId)?.channel === listed.channel) continue;
      this.#adopt(listed).catch((error: unknown) =>
        this.#deps.log.warn({ err: error, lesson: listed.lessonId }, 'a data channel at the SFU was left alone'),
      );
    }
  }

  async #adopt({ lessonId, seatId, holder, channel }: SfuChannel): Promise<void> {
    const room = await this.#deps.registry.open(lessonId);
    const seat = Object.values(room.state.classrooms).find(({ seats }) => seats[seatId])?.seats[seatId];
    const goesOn = room.version > 0 && room.state.phase !== 'ended' && seat?.device === holder;
    // A newer one of this seat, that is open or being opened, has ended it.
    if (goesOn && !this.#channels.of(lessonId, seatId)) this.#channels.set({ lessonId, seatId, channel });
    else this.#end(room, { seatId, channel });
  }

  /** [DP5] */
  #follow(room: LessonRoom): void {
    room.follow({
      happened: (batch) => {
        for (const { event, before } of batch) {
          for (const seatId of seatsLeft(event, before)) this.#close(room, seatId);
          // The SFU closes the lesson's channels with its media.
          if (event.type === 'lesson.ended') this.#forget(room.lessonId);
        }
      },
      closed: (why) => this.#closed(room, why),
    });
  }

  #closed(room: LessonRoom, why: RoomClosed): void {
    const nobodyIsThere = why === 'idle' || why === 'removed';
    if (nobodyIsThere) for (const { seatId } of this.#channels.all(room.lessonId)) this.#close(room, seatId);
    this.#forget(room.lessonId);
  }

  #close(room: LessonRoom, seatId: SeatId): void {
    const known = this.#channels.of(room.lessonId, seatId);
    if (!known) return;
    this.#channels.delete(known);
    if (known.channel !== null) this.#end(room, { seatId, channel: known.channel });
  }

  #end({ lessonId, epoch }: LessonRoom, { seatId, channel }: Pick<SfuChannel, 'seatId' | 'channel'>): void {
    void this.#deps.link.request({ type: 'data.close', lessonId, epoch, seatId, channel });
  }

  #lost(known: SeatChannel | null): void {
    if (!known) return;
    this.#channels.delete(this.#channels.of(known.lessonId, known.seatId));
    this.#deps.seats.tellSeat(known.lessonId, known.seatId, { type: 'data.closed' });
  }

  #forget(lessonId: LessonId): void {
    for (const known of this.#channels.all(lessonId)) this.#channels.delete(known);
    this.#openings.delete(lessonId);
  }

  #mayOpen(lessonId: LessonId, seatId: SeatId): boolean {
    const seats = this.#openings.get(lessonId) ?? new Map<SeatId, TokenBucket>();
    const bucket = seats.get(seatId) ?? new TokenBucket(OPENINGS, () => this.#deps.clock.now());
    this.#openings.set(lessonId, seats.set(seatId, bucket));
    return bucket.take();
  }
}
