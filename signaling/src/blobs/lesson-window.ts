import type { Actor, LessonId, LessonState, Refused } from '@tongke/shared-types';

/** The pupil whose seat a tablet holds, in the lesson as it is now. */
export interface Seated {
  readonly actor: Extract<Actor, { role: 'pupil' }>;
  readonly state: LessonState;
}

/** What the web side may know of lessons: it reads them and never changes them. */
export interface LessonWindow {
  /** [RO1] Whose seat this device key holds in the lesson. */
  seatOf(lessonId: LessonId, deviceKey: string): Promise<Seated | Refused>;
  /** The lessons that are open now. */
  states(): readonly LessonState[];
}
