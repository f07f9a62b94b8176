import { LEAD_PEER, type PeerId } from '../../ids.ts';
import type { LessonState } from '../state.ts';

/** [IK14] True for whoever leads now, the lead teacher or somebody in the teacher's place: draws anywhere, takes any stroke away, points. */
export function leadsOnPage({ acting }: Pick<LessonState, 'acting'>, by: PeerId): boolean {
  return by === LEAD_PEER || acting?.by === by;
}
