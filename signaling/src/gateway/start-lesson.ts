import type { Actor, Command, CommandReply, LessonId } from '@tongke/shared-types';
import type { LessonRegistry } from '../room/registry.ts';

export interface StartLesson {
  readonly id: string;
  readonly command: Extract<Command, { type: 'lesson.start' }>;
  readonly actor: Actor;
}

/** [LS7] Looks once more whether the lesson is on the timetable, and with which classrooms; then it may start. */
export async function startLesson(
  lessonId: LessonId,
  { id, command, actor }: StartLesson,
  registry: LessonRegistry,
): Promise<CommandReply> {
  const room = await registry.prepared(lessonId);
  return 'ok' in room ? room : room.command(id, command, actor);
}
