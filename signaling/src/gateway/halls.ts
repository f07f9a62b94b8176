import type { DataNotice, LessonId, MediaNotice, PeerId, Refused, SeatId, VoiceLevel } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { PeerNotifier } from '../media/peer-notifier.ts';
import type { SeatNotifier } from '../media/seat-notifier.ts';
import type { Clock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonRegistry } from '../room/registry.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { TimingDesk } from '../timing/timing-desk.ts';
import { Hall } from './hall.ts';

export interface HallsDeps {
  readonly registry: LessonRegistry;
  readonly catalogue: LessonCatalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: TimingDesk;
}

/** Who is connected to which lesson. A hall is opened once, however many come at the same time. */
export class Halls implements PeerNotifier, SeatNotifier {
  readonly #deps: HallsDeps;
  readonly #halls = new Map<LessonId, Promise<Hall>>();
  readonly #open = new Map<LessonId, Hall>();

  constructor(deps: HallsDeps) {
    this.#deps = deps;
    // A lesson that goes on after a restart needs its hall at once: it notices who does not come back.
    deps.registry.onOpened((room) => void this.of(room));
  }

  get all(): readonly Hall[] {
    return [...this.#open.values()];
  }

  /** The hall of this lesson, prepared from the timetable if it is new. */
  async enter(lessonId: LessonId): Promise<Hall | Refused> {
    const room = await this.#deps.registry.prepared(lessonId);
    return 'ok' in room ? room : this.of(room);
  }

  of(room: LessonRoom): Promise<Hall> {
    const { lessonId } = room;
    const known = this.#halls.get(lessonId);
    if (known) return known;
    const { catalogue, clock, log, timing } = this.#deps;
    const onClosed = () => {
      this.#halls.delete(lessonId);
      this.#open.delete(lessonId);
    };
    const opening = Hall.open(room, { catalogue, clock, log, timing, onClosed }).then((hall) => {
      if (this.#halls.get(lessonId) === opening) this.#open.set(lessonId, hall);
      return hall;
    });
    this.#halls.set(lessonId, opening);
    return opening;
  }

  tell(lessonId: LessonId, peerId: PeerId, notice: MediaNotice): void {
    this.#open.get(lessonId)?.peer(peerId)?.send('media', notice);
  }

  tellAll(lessonId: LessonId, notice: MediaNotice): void {
    this.#open.get(lessonId)?.tellPeers(notice);
  }

  hearVoices(lessonId: LessonId, levels: readonly VoiceLevel[]): void {
    this.#open.get(lessonId)?.hearVoices(levels);
  }

  tellSeat(lessonId: LessonId, seatId: SeatId, notice: DataNotice): void {
    this.#open.get(lessonId)?.seat(seatId)?.send('data', notice);
  }

  close(): void {
    for (const hall of this.all) hall.close();
  }
}
