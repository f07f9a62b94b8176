import { type LessonId, type Refused, refuse, takeOver } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Clock } from './clock.ts';
import { findDoor } from './doors.ts';
import { freshSecrets } from './fresh-secrets.ts';
import { LessonRoom } from './lesson-room.ts';

export interface RegistryDeps {
  readonly store: EventStore;
  readonly catalogue: LessonCatalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** What nobody can guess, per lesson; a test gives chances of its own. */
  readonly fresh?: typeof freshSecrets;
}

const SWEEP_MS = 60_000;
/** However many unknown tickets are shown, the timetable is asked once in so long. */
const WAKE_MS = 1_000;
/** Lessons that were written to within this time are opened at the start, so that their countdowns go on. */
const RESUME_MS = 12 * 3_600_000;

/** The lessons that this server owns now: one room each, made once however many ask at the same time. */
export class LessonRegistry {
  readonly #deps: RegistryDeps;
  readonly #rooms = new Map<LessonId, LessonRoom>();
  readonly #opening = new Map<LessonId, Promise<LessonRoom>>();
  readonly #onOpened: ((room: LessonRoom) => void)[] = [];
  #cancelSweep: () => void;
  #wokeAt = Number.NEGATIVE_INFINITY;
  #waking: Promise<void> = Promise.resolve();

  constructor(deps: RegistryDeps) {
    this.#deps = deps;
    this.#cancelSweep = deps.clock.after(SWEEP_MS, () => this.#sweep());
  }

  /** Called for each room when it opens, before anybody can use it. */
  onOpened(listener: (room: LessonRoom) => void): void {
    this.#onOpened.push(listener);
  }

  get rooms(): readonly LessonRoom[] {
    return [...this.#rooms.values()];
  }

  find(lessonId: LessonId): LessonRoom | null {
    return this.#rooms.get(lessonId) ?? null;
  }

  /** The room of a lesson that has a log. Throws `StoreUnavailable`. */
  async open(lessonId: LessonId): Promise<LessonRoom> {
    const open = this.#rooms.get(lessonId);
    if (open) return open;
    const opening = this.#opening.get(lessonId) ?? this.#load(lessonId);
    this.#opening.set(lessonId, opening);
    return opening.finally(() => this.#opening.delete(lessonId));
  }

  /** [LS1] [LS6] The room of a lesson of the timetable: its log is begun, or takes over what has changed in the catalogue. */
  async prepared(lessonId: LessonId): Promise<LessonRoom | Refused> {
    for (;;) {
      const plan = await this.#deps.catalogue.lesson(lessonId);
      if (!plan) return refuse('not-found');
      const room = await this.open(lessonId);
      const isNew = room.version === 0;
      if (isNew && plan.endedAt !== null) return refuse('lesson/ended');
      if (!isNew && takeOver(room.state, plan, this.#deps.clock.now()).length === 0) return room;
      const { endedAt: _, ...prepare } = plan;
      const reply = await room.ask({ type: 'lesson.prepare', ...prepare });
      // A lesson that has begun goes on as it is where the disk takes nothing more.
      if (!reply.ok) return isNew ? reply : room;
      // Somebody else may have read an older plan and taken it over since: look again.
    }
  }

  /** [LS7] The timetable has changed about a lesson. One that is no longer there is over, unless it runs. */
  async revise(lessonId: LessonId): Promise<void> {
    if (await this.#deps.catalogue.lesson(lessonId)) {
      if (this.find(lessonId)) await this.prepared(lessonId);
      return;
    }
    const room = await this.open(lessonId);
    if (room.version > 0) await room.ask({ type: 'lesson.cancel' });
    if (room.state.phase !== 'live') room.close('removed');
  }

  /** At the start of the server: lessons that were not over go on. [LS5] Those that were forgotten end, however long ago that was. */
  async resume(): Promise<void> {
    const recent = await this.#deps.store.unfinished(this.#deps.clock.now() - RESUME_MS);
    const lessonIds = new Set([...recent, ...(await this.#deps.catalogue.liveLessons())]);
    for (const lessonId of lessonIds) {
      try {
        await this.open(lessonId);
      } catch (error) {
        this.#deps.log.error({ err: error, lesson: lessonId }, 'a lesson could not go on; the others do');
      }
    }
  }

  /** [AC10] Opens the lessons of now that have a log and no room, because nobody was there for a while: a QR on paper is still good. */
  wake(): Promise<void> {
    const now = this.#deps.clock.now();
    // [RS14] Also when the clock was set back since.
    if (Math.abs(now - this.#wokeAt) >= WAKE_MS) {
      this.#wokeAt = now;
      this.#waking = this.#openIdle(now);
    }
    return this.#waking;
  }

  async #openIdle(now: number): Promise<void> {
    const ofNow = (await this.#deps.catalogue.lessonsOfNow(now)).filter((lessonId) => !this.#rooms.has(lessonId));
    if (ofNow.length === 0) return;
    const begun = new Set(await this.#deps.store.unfinished(0));
    for (const lessonId of ofNow) if (begun.has(lessonId)) await this.open(lessonId);
  }

  close(): void {
    this.#cancelSweep();
    for (const room of this.rooms) room.close('stopping');
  }

  async #load(lessonId: LessonId): Promise<LessonRoom> {
    const { fresh: draw = freshSecrets } = this.#deps;
    const fresh = draw((code) => findDoor(this.rooms, code) !== null);
    const room = await LessonRoom.open(lessonId, { ...this.#deps, fresh });
    this.#rooms.set(lessonId, room);
    room.follow({ happened: () => {}, closed: () => this.#rooms.delete(lessonId) });
    for (const listener of this.#onOpened) listener(room);
    return room;
  }

  /** A lesson that runs keeps its room whether anybody watches or not: its clock must go on. */
  #sweep(): void {
    for (const room of this.rooms) if (!room.needed && room.state.phase !== 'live') room.close('idle');
    this.#cancelSweep = this.#deps.clock.after(SWEEP_MS, () => this.#sweep());
  }
}
