import type { Actor, LessonId, LessonState, Refused, SeatId } from '@tongke/shared-types';

/** The pupil whose seat a tablet holds, or a tablet that is handed round, in the lesson as it is now. */
export interface Seated {
  readonly actor: Extract<Actor, { role: 'pupil' | 'shared' }>;
  readonly state: LessonState;
  /** For whom it speaks: its own seat, or those that a tablet which is handed round has named. */
  readonly seatIds: readonly SeatId[];
}

/** What the web side may know of lessons: it reads them and never changes them. */
export interface LessonWindow {
  /** [RO1] Whose seat this device key holds in the lesson; `named` are the seats for which a tablet that is handed round speaks. */
  seatOf(lessonId: LessonId, deviceKey: string, named: readonly string[]): Promise<Seated | Refused>;
  /** The lessons that are open now. */
  states(): readonly LessonState[];
}
