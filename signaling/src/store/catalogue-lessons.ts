import type { LessonItem } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { StaffAccount } from './catalogue-accounts.ts';
import type { CatalogueDb } from './catalogue-tables.ts';
import { lessonClassrooms } from './lesson-classrooms.ts';

export interface NewLesson {
  readonly schoolId: string;
  readonly leadId: string;
  readonly title: string;
  readonly plannedAt: number;
  readonly classrooms: readonly { readonly classroomId: string; readonly schoolId: string; readonly own: boolean }[];
}

const LISTED = 300;

/** The timetable. A lesson that was started stays for good. */
export function catalogueLessons(db: CatalogueDb) {
  const all = db
    .selectFrom('lessons')
    .innerJoin('schools', 'schools.schoolId', 'lessons.schoolId')
    .innerJoin('accounts', 'accounts.accountId', 'lessons.leadId')
    .select(['lessons.lessonId', 'lessons.schoolId', 'lessons.leadId', 'title', 'plannedAt', 'startedAt', 'endedAt'])
    .select(['schools.name as schoolName', 'accounts.name as leadName']);
  type Row = Awaited<ReturnType<typeof all.executeTakeFirstOrThrow>>;

  async function toItems(rows: readonly Row[], viewer: StaffAccount): Promise<LessonItem[]> {
    const rooms = await lessonClassrooms(
      db,
      rows.map(({ lessonId }) => lessonId),
    );
    const followed = await seconds(
      viewer.accountId,
      rows.map(({ lessonId }) => lessonId),
    );
    return rows.map(({ leadId, leadName, ...lesson }) => {
      const mine = leadId === viewer.accountId;
      const runs = mine || (viewer.role === 'admin' && lesson.schoolId === viewer.schoolId);
      return {
        ...lesson,
        lead: { accountId: leadId, name: leadName },
        status: lesson.endedAt !== null ? 'ended' : lesson.startedAt !== null ? 'live' : 'planned',
        classrooms: (rooms.get(lesson.lessonId) ?? []).map((room) => ({
          classroomId: room.classroomId,
          name: room.name,
          schoolName: room.schoolName,
          own: room.own,
          pupils: room.pupils,
        })),
        mine,
        second: followed.has(lesson.lessonId),
        mayDelete: runs && lesson.startedAt === null,
      };
    });
  }

  /** In which of these lessons the account is a second teacher. */
  async function seconds(accountId: string, lessonIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (lessonIds.length === 0) return new Set();
    const found = db.selectFrom('lessonSeconds').select('lessonId').where('lessonId', 'in', lessonIds);
    return new Set((await found.where('accountId', '=', accountId).execute()).map(({ lessonId }) => lessonId));
  }

  return {
    async add(lesson: NewLesson, now: number): Promise<string> {
      const lessonId = newId();
      const { schoolId, leadId, title, plannedAt, classrooms } = lesson;
      await db
        .insertInto('lessons')
        .values({ lessonId, schoolId, leadId, title, plannedAt, startedAt: null, endedAt: null, createdAt: now })
        .execute();
      await db
        .insertInto('lessonClassrooms')
        .values(classrooms.map((classroom, position) => ({ lessonId, ...classroom, position })))
        .execute();
      return lessonId;
    },

    async byId(lessonId: string, viewer: StaffAccount): Promise<LessonItem | null> {
      const rows = await all.where('lessons.lessonId', '=', lessonId).execute();
      return (await toItems(rows, viewer))[0] ?? null;
    },

    /** A teacher's own, and those where the teacher is the second one; for others also what their school plans or joins. Newest plan first. */
    async seenBy(viewer: StaffAccount): Promise<LessonItem[]> {
      const { accountId, schoolId, role } = viewer;
      const rows = await all
        .where((where) =>
          where.or([
            where('leadId', '=', accountId),
            where(
              'lessonId',
              'in',
              where.selectFrom('lessonSeconds').select('lessonId').where('accountId', '=', accountId),
            ),
            ...(role === 'teacher'
              ? []
              : [
                  where('lessons.schoolId', '=', schoolId),
                  where(
                    'lessonId',
                    'in',
                    where.selectFrom('lessonClassrooms').select('lessonId').where('schoolId', '=', schoolId),
                  ),
                ]),
          ]),
        )
        .orderBy('plannedAt', 'desc')
        .limit(LISTED)
        .execute();
      return toItems(rows, viewer);
    },

    /** Lessons that have not ended and join this classroom. */
    async openLessonsOf(classroomId: string) {
      return db
        .selectFrom('lessonClassrooms')
        .innerJoin('lessons', 'lessons.lessonId', 'lessonClassrooms.lessonId')
        .select(['lessons.lessonId', 'leadId', 'plannedAt', 'startedAt', 'title'])
        .where('classroomId', '=', classroomId)
        .where('endedAt', 'is', null)
        .orderBy('plannedAt')
        .execute();
    },

    /** Whether this account leads a lesson, held or to come, that joins the classroom. */
    async leads(accountId: string, classroomId: string): Promise<boolean> {
      const lesson = await db
        .selectFrom('lessonClassrooms')
        .innerJoin('lessons', 'lessons.lessonId', 'lessonClassrooms.lessonId')
        .select('lessons.lessonId')
        .where('classroomId', '=', classroomId)
        .where('leadId', '=', accountId)
        .limit(1)
        .executeTakeFirst();
      return lesson !== undefined;
    },

    async remove(lessonId: string): Promise<void> {
      await db.deleteFrom('lessonClassrooms').where('lessonId', '=', lessonId).execute();
      await db.deleteFrom('lessons').where('lessonId', '=', lessonId).execute();
    },

    /** Lessons in progress that join the two schools. */
    async liveBetween(one: string, other: string): Promise<boolean> {
      const ids = [one, other];
      const live = await between(ids).where('startedAt', 'is not', null).limit(1).executeTakeFirst();
      return live !== undefined;
    },

    /** Takes the partner's classrooms out of what one school has planned with the other; a lesson without any is dropped. Answers the lessons. */
    async unplanBetween(one: string, other: string): Promise<string[]> {
      const planned = await between([one, other]).where('startedAt', 'is', null).execute();
      for (const { lessonId, classroomId } of planned) {
        await db
          .deleteFrom('lessonClassrooms')
          .where('lessonId', '=', lessonId)
          .where('classroomId', '=', classroomId)
          .execute();
      }
      await db
        .deleteFrom('lessons')
        .where('startedAt', 'is', null)
        .where('lessonId', 'not in', db.selectFrom('lessonClassrooms').select('lessonId'))
        .execute();
      return [...new Set(planned.map(({ lessonId }) => lessonId))];
    },

    async mark(lessonId: string, at: { readonly startedAt?: number; readonly endedAt?: number }): Promise<void> {
      if (at.startedAt === undefined && at.endedAt === undefined) return;
      await db
        .updateTable('lessons')
        .set({
          ...(at.startedAt !== undefined && { startedAt: at.startedAt }),
          ...(at.endedAt !== undefined && { endedAt: at.endedAt }),
        })
        .where('lessonId', '=', lessonId)
        .execute();
    },
  };

  /** Open lessons of one of the two schools with the classrooms of the other that they join. */
  function between(schoolIds: readonly string[]) {
    return db
      .selectFrom('lessonClassrooms')
      .innerJoin('lessons', 'lessons.lessonId', 'lessonClassrooms.lessonId')
      .select(['lessons.lessonId', 'lessonClassrooms.classroomId'])
      .where('lessons.schoolId', 'in', schoolIds)
      .where('lessonClassrooms.schoolId', 'in', schoolIds)
      .whereRef('lessons.schoolId', '!=', 'lessonClassrooms.schoolId')
      .where('endedAt', 'is', null);
  }
}
