import type { ClassroomId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** The classroom whose assistant leads in the lead teacher's place. */
export interface Acting {
  readonly classroomId: ClassroomId;
  /** Since when its board and all its phones have been gone; null while one is here. */
  readonly awaySince: Time | null;
}
