import type { Actor, Command, CommandReply, LessonId } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonRegistry } from '../room/registry.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';

export interface StartLesson {
  readonly id: string;
  readonly command: Extract<Command, { type: 'lesson.start' }>;
  readonly actor: Actor;
}

interface Deps {
  readonly registry: LessonRegistry;
  readonly catalogue: LessonCatalogue;
  readonly log: Log;
}

/** [LS7] Looks once more whether the lesson is on the timetable, and with which classrooms; then it may start. */
export async function startLesson(
  lessonId: LessonId,
  { id, command, actor }: StartLesson,
  deps: Deps,
): Promise<CommandReply> {
  const room = await deps.registry.prepared(lessonId);
  if ('ok' in room) return room;
  if (room.state.phase === 'planned') await recall(room, deps);
  return room.command(id, command, actor);
}

/** [FL11] A lesson starts without a word of those before it where none can be had. */
async function recall(room: LessonRoom, { catalogue, log }: Deps): Promise<void> {
  try {
    const classrooms = await catalogue.earlierLessons(room.lessonId);
    if (classrooms.length > 0) await room.ask({ type: 'lesson.recall', classrooms });
  } catch (error) {
    log.warn({ err: error, lesson: room.lessonId }, 'earlier lessons could not be read; nobody is marked as not heard');
  }
}
