import { createHash } from 'node:crypto';
import { type Actor, type Command, type CommandReply, type LessonState, refuse } from '@tongke/shared-types';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';

export interface AddPupil {
  readonly id: string;
  readonly command: Extract<Command, { type: 'seat.add' }>;
  readonly actor: Actor;
}

/**
 * [RO9] 名单里没有我: the child's name goes to the catalogue, then the seat to the lesson, whose log holds no names. The seat's
 * id comes from the command's, so a repeated command adds nobody twice.
 */
export async function addPupil(room: LessonRoom, asked: AddPupil, catalogue: LessonCatalogue): Promise<CommandReply> {
  const { id, command, actor } = asked;
  const classroomId = classroomOf(room.state, actor);
  if (classroomId === null) return refuse('classroom/unknown');
  if ((command.classroomId ?? classroomId) !== classroomId) return refuse('not-allowed');
  if (actor.role === 'lead' && actor.staffId !== room.state.leadId) return refuse('not-allowed');
  if (room.state.phase === 'ended') return refuse('lesson/ended');
  // Looked up beforehand: an id that stands for something else must leave no child in the catalogue.
  const before = await room.answered(id, command);
  if (before) return before;
  const seatId = createHash('sha256').update(`${room.lessonId} ${id}`).digest('base64url').slice(0, 16);
  const added = await catalogue.addPupil({ seatId, classroomId, name: command.name });
  if (added === 'full') return refuse('seat/room-full');
  const seats = [{ seatId, number: added.number }];
  const reply = await room.ask({ type: 'seat.register', classroomId, seats }, { id, command });
  // A refusal changes nothing: a child without a seat in the lesson would be on the roster twice after the next try.
  if (!reply.ok && added.isNew) await catalogue.dropPupil(seatId);
  return reply;
}

/** The lead teacher's room is the own class. */
function classroomOf(state: LessonState, actor: Actor): string | null {
  if (actor.role === 'second') return null;
  if (actor.role !== 'lead') return actor.classroomId;
  return Object.values(state.classrooms).find(({ own }) => own)?.classroomId ?? null;
}
