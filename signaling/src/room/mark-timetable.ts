import type { Log } from '../log.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { LessonRoom } from './lesson-room.ts';

/** Writes a lesson's real start and end into the timetable, for the register of planned against held. */
export function markTimetable(room: LessonRoom, catalogue: LessonCatalogue, log: Log): void {
  const mark = async (at: { readonly startedAt?: number; readonly endedAt?: number }) => {
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
  if (startedAt !== null) void mark({ startedAt, ...(endedAt !== null && { endedAt }) });
  room.follow({
    happened(batch) {
      for (const { event } of batch) {
        if (event.type === 'lesson.started') void mark({ startedAt: event.at });
        if (event.type === 'lesson.ended') void mark({ endedAt: event.at });
      }
    },
  });
}
