import type { ClassroomId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { Role } from '../../roles.ts';
import type { Context } from '../decide/context.ts';
import type { Outcome } from '../decide/outcome.ts';
import type { LessonState } from '../state.ts';
import type { Entrant } from './entrant.ts';
import { pressUnmeasured } from './press.ts';

type Press = Extract<Command, { type: 'buzzer.press' }>;

/** [BZ9] A press of a room without tablets: on a zone of its board, or the first hand, from the board or the assistant's phone. */
export function pressForRoom(
  state: LessonState,
  command: Press,
  { role, classroomId }: { readonly role: Role; readonly classroomId: ClassroomId },
  context: Context,
): Outcome {
  const entrant = roomEntrant(command, role, classroomId);
  return entrant ? pressUnmeasured(state, command.roundId, entrant, context) : refuse('not-allowed');
}

/** Who presses with this command of a room's board or phone; null when nobody may. */
export function roomEntrant({ zone, hand }: Press, role: Role, classroomId: ClassroomId): Entrant | null {
  if (hand) return zone === undefined && (role === 'board' || role === 'phone') ? { kind: 'hand', classroomId } : null;
  return zone !== undefined && role === 'board' ? { kind: 'zone', classroomId, zone } : null;
}
