import type { Actor, LessonEvent, Refusal } from '@tongke/shared-types';
import { roomDeviceOf, type Session } from './session.ts';

/** A tablet that goes on as somebody else, or (a reason) must prove itself anew. */
export interface RoleChange {
  readonly session: Session;
  readonly actor: Actor | Refusal;
}

/** Everybody of a classroom who is connected. */
export type InRoom = (classroomId: string) => readonly Session[];

/** [AC4] What an event makes of the tablets in the lesson. Former owners of a seat go first. */
export function roleChanges(event: LessonEvent, inRoom: InRoom): RoleChange[] {
  switch (event.type) {
    case 'seat.taken': {
      const { classroomId, seatId, device } = event;
      const owners = tablets(inRoom, classroomId).filter(({ deviceHash }) => deviceHash === device);
      const former = tablets(inRoom, classroomId).filter(
        ({ actor, deviceHash }) => actor.role === 'pupil' && actor.seatId === seatId && deviceHash !== device,
      );
      return [
        ...former.map(asGuest),
        ...owners.map(({ session }) => ({ session, actor: { role: 'pupil', classroomId, seatId } as const })),
      ];
    }
    case 'seat.freed':
      return tablets(inRoom, event.classroomId)
        .filter(({ actor }) => actor.role === 'pupil' && actor.seatId === event.seatId)
        .map(asGuest);
    case 'tablet.shared': {
      const { classroomId, tabletId, device } = event;
      const holders = tablets(inRoom, classroomId).filter(({ deviceHash }) => deviceHash === device);
      return holders.map(({ session }) => ({ session, actor: { role: 'shared', classroomId, tabletId } as const }));
    }
    case 'tablet.unshared':
      return tablets(inRoom, event.classroomId)
        .filter(({ actor }) => actor.role === 'shared' && actor.tabletId === event.tabletId)
        .map(asGuest);
    case 'seats.removed':
      return tablets(inRoom, event.classroomId)
        .filter(({ actor }) => actor.role === 'pupil' && event.seatIds.includes(actor.seatId))
        .map(asGuest);
    case 'classroom.removed':
    case 'room.reset':
      return tablets(inRoom, event.classroomId).map(({ session }) => ({ session, actor: 'link/expired' }));
    case 'door.closed':
      return tablets(inRoom, event.classroomId)
        .filter(({ actor, byCode }) => actor.role === 'guest' && byCode)
        .map(({ session }) => ({ session, actor: 'door/closed' }));
    default:
      return [];
  }
}

/** [LD6] Who named this second teacher does so no longer. */
export function unnamedSecond(event: LessonEvent): string | null {
  return event.type === 'second.removed' ? `second:${event.staffId}` : null;
}

/** [LS6] Boards and phones whose classroom has left the lesson: they come back by themselves, and wait for the next one. */
export function sentAway(event: LessonEvent, inRoom: InRoom): Session[] {
  if (event.type !== 'classroom.removed') return [];
  return inRoom(event.classroomId).filter((session) => roomDeviceOf(session)?.classroomId === event.classroomId);
}

interface Tablet {
  readonly session: Session;
  readonly actor: Extract<Actor, { role: 'pupil' | 'shared' | 'guest' }>;
  readonly deviceHash: string;
  readonly byCode: boolean;
}

function tablets(inRoom: InRoom, classroomId: string): Tablet[] {
  return inRoom(classroomId).flatMap((session) => {
    const { phase } = session;
    if (phase.kind !== 'joined' || phase.proof.kind !== 'tablet') return [];
    const { actor, proof } = phase;
    if (actor.role !== 'pupil' && actor.role !== 'shared' && actor.role !== 'guest') return [];
    return actor.classroomId === classroomId
      ? [{ session, actor, deviceHash: proof.deviceHash, byCode: proof.byCode }]
      : [];
  });
}

function asGuest({ session, actor, deviceHash }: Tablet): RoleChange {
  return { session, actor: { role: 'guest', classroomId: actor.classroomId, device: deviceHash } };
}
