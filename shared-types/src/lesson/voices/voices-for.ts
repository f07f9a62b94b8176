import { type ClassroomId, LEAD_PEER, type PeerId } from '../../ids.ts';
import { isHeardByRooms } from '../media-rules.ts';
import type { LessonState } from '../state.ts';

/** [AU2] Of those who speak, whom a classroom is told of: the lead teacher, itself, and whoever it may hear. */
export function voicesFor(state: LessonState, classroomId: ClassroomId, speaks: readonly PeerId[]): readonly PeerId[] {
  return speaks.filter((peerId) => peerId === LEAD_PEER || peerId === classroomId || isHeardByRooms(state, peerId));
}
