import type { ClassroomId, SeatId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { Actor } from '../../roles.ts';
import type { LessonEvent } from '../events.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { lowered } from './hands.ts';
import { happen, type Outcome } from './outcome.ts';
import { findSeat, type SeatOf, seatRef, seatsWhere } from './seats.ts';
import { unshared } from './unshared.ts';

type Guest = Extract<Actor, { role: 'guest' }>;

/** [RO1] [RO2] A tablet takes a free seat; the same device may take it again, another one is refused. */
export function claimSeat(state: LessonState, seatId: SeatId, guest: Guest, { now }: Context): Outcome {
  const seat = findSeat(state, guest.classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  if (seat.device === guest.device) return happen();
  if (seat.device !== null) return refuse('seat/taken');
  return happen(...taken(state, seat, guest.device, now));
}

/** [RO3] Another device asks for a taken seat; the assistant sees it as 换设备. */
export function requestSeat(state: LessonState, seatId: SeatId, guest: Guest, context: Context): Outcome {
  const seat = findSeat(state, guest.classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  if (seat.device === null) return claimSeat(state, seatId, guest, context);
  if (seat.device === guest.device || seat.request?.device === guest.device) return happen();
  // Two of the same millisecond are told apart by their instants, for that is how the assistant names one.
  const at = Math.max(context.now, (seat.request?.at ?? -1) + 1);
  return happen({ type: 'seat.requested', ...seatRef(seat), device: guest.device, at });
}

/** [RO4] The assistant lets the device that asked at that instant have the seat; score and answers stay with the seat. */
export function allowSeat(
  state: LessonState,
  classroomId: ClassroomId,
  { seatId, at }: Extract<Command, { type: 'seat.allow' }>,
  { now }: Context,
): Outcome {
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  if (seat.request?.at !== at) return refuse('seat/not-requested');
  return happen(...taken(state, seat, seat.request.device, now));
}

/** [RO4] The assistant keeps the seat as it is. */
export function denySeat(state: LessonState, classroomId: ClassroomId, seatId: SeatId): Outcome {
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  return seat.request ? happen({ type: 'seat.denied', ...seatRef(seat) }) : refuse('seat/not-requested');
}

/** [RO5] A seat becomes free: 换人 on the tablet, or the assistant releases it. Its score stays. */
export function freeSeat(state: LessonState, classroomId: ClassroomId, seatId: SeatId, { now }: Context): Outcome {
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  if (seat.device === null) return happen();
  return happen(...freed(state, seat, now));
}

/** [RO6] 全部重来: every seat of the room is free, and tickets and codes that were handed out no longer work. */
export function resetRoom(state: LessonState, classroom: Classroom, { now, newTicket }: Context): Outcome {
  const { classroomId } = classroom;
  const raised = state.hands.filter((hand) => hand.classroomId === classroomId && hand.seatId !== null);
  return happen(...raised.map(({ seatId }) => ({ type: 'hand.lowered', classroomId, seatId }) as const), {
    type: 'room.reset',
    classroomId,
    ticket: newTicket(),
    at: now,
  });
}

/** [RO7] The short code works only while the assistant holds the door open. */
export function openDoor(classroom: Classroom, { newCode }: Context): Outcome {
  if (classroom.doorCode !== null) return happen();
  return happen({ type: 'door.opened', classroomId: classroom.classroomId, code: newCode() });
}

export function closeDoor({ classroomId, doorCode }: Classroom): Outcome {
  return doorCode === null ? happen() : happen({ type: 'door.closed', classroomId });
}

/** [RO1] The device has this seat from now on, and nothing else in the lesson: neither another seat nor a wish for one. */
function taken(state: LessonState, seat: SeatOf, device: string, at: number): LessonEvent[] {
  const others = seatsWhere(state, ({ seatId }) => seatId !== seat.seatId);
  return [
    ...others.filter((other) => other.device === device).flatMap((other) => freed(state, other, at)),
    ...others
      .filter(({ request }) => request?.device === device)
      .map((other) => ({ type: 'seat.denied', ...seatRef(other) }) as const),
    ...unshared(state, (tablet) => tablet.device === device),
    { type: 'seat.taken', ...seatRef(seat), device, at },
  ];
}

/** The hand of a seat goes down with whoever sat there. */
export function freed({ hands }: LessonState, seat: SeatOf, at: number): LessonEvent[] {
  const { classroomId, seatId } = seat;
  return [...lowered(hands, { classroomId, seatId }), { type: 'seat.freed', ...seatRef(seat), at }];
}
