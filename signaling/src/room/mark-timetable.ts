import { whoSpoke } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { LessonCatalogue, LessonMarks } from '../store/catalogue.ts';
import type { LessonRoom } from './lesson-room.ts';

/** [LS9] Writes a lesson's real start and end into the timetable, for the register of planned against held, and with its end who spoke. */
export function markTimetable(room: LessonRoom, catalogue: LessonCatalogue, log: Log): void {
  const mark = async (at: LessonMarks) => {
    try {
      await catalogue.markLesson(room.lessonId, at);
    } catch (error) {
      log.error(
        { err: error, lesson: room.lessonId },
        'the timetable does not know the real time of a lesson; its log does',
      );
    }
  };
  // A server that stopped between the log and the timetable writes it now.
  const { startedAt, endedAt } = room.state;
  if (startedAt !== null) void mark({ startedAt, ...(endedAt !== null && { endedAt, spoke: whoSpoke(room.state) }) });
  room.follow({
    happened(batch) {
      for (const { event, after } of batch) {
        if (event.type === 'lesson.started') void mark({ startedAt: event.at });
        if (event.type === 'lesson.ended') void mark({ endedAt: event.at, spoke: whoSpoke(after) });
      }
    },
  });
}
