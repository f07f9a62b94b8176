import {
  type Actor,
  can,
  type Entrant,
  type LessonState,
  type Refused,
  refuse,
  roomEntrant,
} from '@tongke/shared-types';
import type { AskedPress } from './presses.ts';

/** Who may press at all. */
export type PressActor = Extract<Actor, { role: 'pupil' | 'board' | 'phone' }>;

/** As the permission table says. */
export function isPressActor(actor: Actor): actor is PressActor {
  return can(actor.role, 'buzzer.press');
}

/** [TM6] For whom somebody presses: a pupil for the own seat, a board for a zone of its own, an assistant for the first hand. */
export function entrantOf(
  { classrooms }: Pick<LessonState, 'classrooms'>,
  actor: PressActor,
  command: AskedPress['command'],
): Entrant | Refused {
  const { role, classroomId } = actor;
  if (role !== 'pupil') return roomEntrant(command, role, classroomId) ?? refuse('not-allowed');
  if (command.zone !== undefined || command.hand) return refuse('not-allowed');
  const seat = classrooms[classroomId]?.seats[actor.seatId];
  return seat ? { kind: 'seat', classroomId, seatId: seat.seatId, number: seat.number } : refuse('seat/none');
}
