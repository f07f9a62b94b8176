import type { ClassroomId, SeatId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** What the lead teacher can say in praise. */
export const PRAISES = ['great', 'clear', 'brave', 'careful', 'helpful'] as const;
export type PraiseWord = (typeof PRAISES)[number];

/** How long a praise stands on the screens, in ms. */
export const PRAISE_MS = 10_000;

/** The latest praise of the lesson. */
export interface Praise {
  readonly praiseId: string;
  readonly classroomId: ClassroomId;
  /** Null where the viewer may only know the classroom. */
  readonly seatId: SeatId | null;
  readonly number: number | null;
  readonly word: PraiseWord;
  readonly at: Time;
}
