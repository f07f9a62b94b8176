import type { LessonId, SeatId } from '@tongke/shared-types';

/** A seat whose data channel is open, or is being opened (`channel` null). */
export interface SeatChannel {
  readonly lessonId: LessonId;
  readonly seatId: SeatId;
  readonly channel: number | null;
}

type OpenChannel = SeatChannel & { readonly channel: number };

/** Which seat has which data channel, found from either side. */
export class SeatChannels {
  readonly #bySeat = new Map<LessonId, Map<SeatId, SeatChannel>>();
  readonly #byNumber = new Map<number, OpenChannel>();

  of(lessonId: LessonId, seatId: SeatId): SeatChannel | null {
    return this.#bySeat.get(lessonId)?.get(seatId) ?? null;
  }

  at(channel: number): OpenChannel | null {
    return this.#byNumber.get(channel) ?? null;
  }

  /** Those of one lesson, or of all. */
  all(lessonId?: LessonId): SeatChannel[] {
    const seats = lessonId === undefined ? [...this.#bySeat.values()] : [this.#bySeat.get(lessonId) ?? new Map()];
    return seats.flatMap((of) => [...of.values()]);
  }

  /** Takes the place of what the seat had. */
  set(entry: SeatChannel): SeatChannel {
    const { lessonId, seatId, channel } = entry;
    this.delete(this.of(lessonId, seatId));
    const seats = this.#bySeat.get(lessonId) ?? new Map<SeatId, SeatChannel>();
    this.#bySeat.set(lessonId, seats.set(seatId, entry));
    if (channel !== null) this.#byNumber.set(channel, { ...entry, channel });
    return entry;
  }

  /** Only while it is what the seat has. */
  delete(entry: SeatChannel | null): void {
    if (!entry || this.of(entry.lessonId, entry.seatId) !== entry) return;
    const seats = this.#bySeat.get(entry.lessonId);
    seats?.delete(entry.seatId);
    if (seats?.size === 0) this.#bySeat.delete(entry.lessonId);
    if (entry.channel !== null) this.#byNumber.delete(entry.channel);
  }
}
