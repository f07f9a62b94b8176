import type { PeerId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** Who leads in the lead teacher's place. */
export interface Acting {
  /** A classroom, whose assistant leads, or a second teacher's account. */
  readonly by: PeerId;
  /** Since when the classroom's board and phones, or the second teacher, have been gone; null while one is here. */
  readonly awaySince: Time | null;
}
