import type { EarlierLessons, Speaker } from '@tongke/shared-types';
import { LESSONS_REMEMBERED } from '@tongke/shared-types';
import { sql } from 'kysely';
import type { CatalogueDb } from './catalogue-tables.ts';

/** The seat of a row that stands for the classroom, whoever of it spoke. */
const WHOLE_CLASSROOM = '';

/** [LS9] Which classrooms and seats had a turn in which lesson: what the log says, at hand for the lessons that follow. */
export function catalogueLessonTurns(db: CatalogueDb) {
  return {
    /** In place of what was kept of this lesson. Seats that are on no roster any more are left out. Call it inside a transaction. */
    async keep(lessonId: string, speakers: readonly Speaker[]): Promise<void> {
      const joined = await db
        .selectFrom('lessonClassrooms')
        .select('classroomId')
        .where('lessonId', '=', lessonId)
        .execute();
      const ids = joined.map(({ classroomId }) => classroomId);
      const pupils =
        ids.length === 0
          ? []
          : await db.selectFrom('pupils').select('seatId').where('classroomId', 'in', ids).execute();
      const seats = new Set(pupils.map(({ seatId }) => seatId));
      const known = speakers.filter(
        ({ classroomId, seatId }) => ids.includes(classroomId) && (seatId === null || seats.has(seatId)),
      );
      await db.deleteFrom('lessonTurns').where('lessonId', '=', lessonId).execute();
      if (known.length === 0) return;
      await db
        .insertInto('lessonTurns')
        .values(known.map(({ classroomId, seatId }) => ({ lessonId, classroomId, seatId: seatId ?? WHOLE_CLASSROOM })))
        .execute();
    },

    /** [FL11] For each classroom of this lesson that was in others before: who had a turn in the latest that have ended. */
    async before(lessonId: string): Promise<EarlierLessons[]> {
      const rows = await db
        .with('earlier', (query) =>
          query
            .selectFrom('lessonClassrooms as joined')
            .innerJoin('lessons', 'lessons.lessonId', 'joined.lessonId')
            .select(['joined.classroomId', 'joined.lessonId'])
            .select(
              sql<number>`row_number() OVER (PARTITION BY joined.classroom_id ORDER BY lessons.ended_at DESC)`.as(
                'nth',
              ),
            )
            .where('startedAt', 'is not', null)
            .where('endedAt', 'is not', null)
            .where('joined.lessonId', '!=', lessonId)
            .where('joined.classroomId', 'in', (of) =>
              of.selectFrom('lessonClassrooms').select('classroomId').where('lessonId', '=', lessonId),
            ),
        )
        .selectFrom('earlier')
        .leftJoin('lessonTurns', (join) =>
          join
            .onRef('lessonTurns.lessonId', '=', 'earlier.lessonId')
            .onRef('lessonTurns.classroomId', '=', 'earlier.classroomId'),
        )
        .select(['earlier.classroomId', 'earlier.lessonId', 'seatId'])
        .where('nth', '<=', LESSONS_REMEMBERED)
        .execute();
      return [...new Set(rows.map(({ classroomId }) => classroomId))].map((classroomId) => {
        const own = rows.filter((row) => row.classroomId === classroomId);
        const spoke = new Set(own.flatMap(({ seatId }) => (seatId === null ? [] : [seatId])));
        return {
          classroomId,
          lessons: new Set(own.map((row) => row.lessonId)).size,
          heard: spoke.size > 0,
          seatIds: [...spoke].filter((seatId) => seatId !== WHOLE_CLASSROOM),
        };
      });
    },

    /** A child that is erased leaves no turns behind. */
    async forget(seatIds: readonly string[]): Promise<void> {
      if (seatIds.length > 0) await db.deleteFrom('lessonTurns').where('seatId', 'in', seatIds).execute();
    },
  };
}
