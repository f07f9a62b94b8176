import type { ClassroomId } from '../../ids.ts';
import type { SeatRef, Time } from '../state.ts';

/** Who was drawn by lot, until the lead teacher gives the turn, draws again, or takes it away. */
export interface Draw extends SeatRef {
  readonly drawId: string;
  /** From which classroom; null from all. */
  readonly from: ClassroomId | null;
  readonly at: Time;
}

/** How long the boards let names flash before they show who was drawn, in ms. */
export const DRAW_MS = 2_000;
