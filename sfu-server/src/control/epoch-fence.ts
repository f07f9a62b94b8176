import type { LessonId } from '@tongke/shared-types';

/** Lessons of many months; each entry is a few dozen bytes. */
const LIMIT = 20_000;

/** Remembers the newest owner of each lesson, also after the lesson closed, and keeps out those before it. */
export class EpochFence {
  readonly #newest = new Map<LessonId, number>();

  /** False when a newer owner has spoken for this lesson already. */
  admit(lessonId: LessonId, epoch: number): boolean {
    const newest = this.#newest.get(lessonId) ?? 0;
    if (epoch < newest) return false;
    // Set again, so that the lesson that was silent for longest is forgotten first.
    this.#newest.delete(lessonId);
    this.#newest.set(lessonId, epoch);
    const [oldest] = this.#newest.keys();
    if (this.#newest.size > LIMIT && oldest !== undefined) this.#newest.delete(oldest);
    return true;
  }
}
