import type { Actor, LessonEventType, LessonId, LessonState, Names } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { LessonCatalogue, PupilName } from '../store/catalogue.ts';
import { audienceOf } from './audience.ts';
import { namesFor } from './names.ts';

export interface HallNamesDeps {
  readonly catalogue: LessonCatalogue;
  readonly log: Log;
}

/** After these other names may be read. */
export const RENAMING: readonly LessonEventType[] = ['seats.added', 'classroom.configured'];

/** [NM1] The pupils' names of a lesson, read from the catalogue and kept beside its log; chosen once for all who read the same. */
export class HallNames {
  readonly #deps: HallNamesDeps;
  readonly #lessonId: LessonId;
  #pupils: readonly PupilName[] | null = null;
  #reading: Promise<readonly PupilName[]> | null = null;
  #chosen = new Map<string, Names>();
  #from: LessonState['classrooms'] | null = null;

  constructor(lessonId: LessonId, deps: HallNamesDeps) {
    this.#lessonId = lessonId;
    this.#deps = deps;
  }

  /** Reads them again; false when somebody has begun to read newer ones meanwhile. */
  async read(): Promise<boolean> {
    try {
      const reading = this.#deps.catalogue.namesOf(this.#lessonId);
      this.#reading = reading;
      const pupils = await reading;
      if (this.#reading !== reading) return false;
      this.#pupils = pupils;
      this.#chosen.clear();
    } catch (error) {
      this.#deps.log.warn({ err: error, lesson: this.#lessonId }, 'names could not be read; numbers are shown');
    }
    return true;
  }

  /** Every pupil's name; null while they could not be read. */
  get all(): readonly string[] | null {
    return this.#pupils?.map(({ name }) => name) ?? null;
  }

  for(actor: Actor, state: LessonState): Names {
    const { classrooms } = state;
    // Seats come and go all the time; who may read which room's names does not.
    if (this.#from !== classrooms && !sameRights(this.#from, classrooms)) this.#chosen.clear();
    this.#from = classrooms;
    const { key, viewer } = audienceOf(actor);
    const known = this.#chosen.get(key);
    if (known) return known;
    const names = namesFor(viewer, state, this.#pupils ?? []);
    this.#chosen.set(key, names);
    return names;
  }
}

function sameRights(one: LessonState['classrooms'] | null, other: LessonState['classrooms']): boolean {
  const ids = Object.keys(other);
  if (!one || Object.keys(one).length !== ids.length) return false;
  return ids.every((id) => one[id]?.givenNames === other[id]?.givenNames);
}
