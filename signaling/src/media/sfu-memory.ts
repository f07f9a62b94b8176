import type { LessonId, SfuLesson, TrackId } from '@tongke/shared-types';

/** Ended tracks are remembered until they can no longer be on their way into a lesson; this many are plenty. */
const ENDED = 1_000;

/** What signaling keeps in mind of the SFU: the media room that each lesson has there, and the tracks that ended lately. */
export class SfuMemory {
  readonly #rooms = new Map<LessonId, string>();
  readonly #ended = new Set<TrackId>();

  /** Peers of this lesson have their place in the room of this id. */
  has(lessonId: LessonId, sfuId: string): void {
    this.#rooms.set(lessonId, sfuId);
  }

  forget(lessonId: LessonId): void {
    this.#rooms.delete(lessonId);
  }

  /** Compares with what the SFU has now, and answers the lessons whose room is gone or another one. */
  lost(lessons: readonly SfuLesson[]): LessonId[] {
    const now = new Map(lessons.map(({ lessonId, sfuId }) => [lessonId, sfuId]));
    const lost = [...this.#rooms].filter(([lessonId, sfuId]) => now.get(lessonId) !== sfuId);
    for (const [lessonId] of lost) this.forget(lessonId);
    return lost.map(([lessonId]) => lessonId);
  }

  trackEnded(trackId: TrackId): void {
    this.#ended.add(trackId);
    const [oldest] = this.#ended;
    if (this.#ended.size > ENDED && oldest !== undefined) this.#ended.delete(oldest);
  }

  /** Word of an end may overtake word of the beginning: such a track is not to be listed any more. */
  hasEnded(trackId: TrackId): boolean {
    return this.#ended.has(trackId);
  }
}
