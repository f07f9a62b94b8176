import type { ClassroomItem, ClassroomPatch } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import { catalogueLessonTurns } from './catalogue-lesson-turns.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** Classrooms. A removed one leaves its row behind without its pupils and boards, because lessons that were held name it. */
export function catalogueClassrooms(db: CatalogueDb) {
  const present = db
    .selectFrom('classrooms')
    .innerJoin('schools', 'schools.schoolId', 'classrooms.schoolId')
    .select(['classroomId', 'classrooms.name', 'classrooms.schoolId', 'schools.name as schoolName', 'cameraAllowed'])
    .select((select) => [
      select
        .selectFrom('pupils')
        .whereRef('pupils.classroomId', '=', 'classrooms.classroomId')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('pupils'),
      select
        .selectFrom('devices')
        .whereRef('devices.classroomId', '=', 'classrooms.classroomId')
        .where('kind', '=', 'board')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('boards'),
    ])
    .where('removedAt', 'is', null);
  type Row = Awaited<ReturnType<typeof present.executeTakeFirstOrThrow>>;

  return {
    async add(schoolId: string, name: string, cameraAllowed: boolean, now: number): Promise<string> {
      const classroomId = newId();
      await db
        .insertInto('classrooms')
        .values({ classroomId, schoolId, name, cameraAllowed, createdAt: now, removedAt: null })
        .execute();
      return classroomId;
    },

    /** `viewer` is the school that asks. */
    async byId(classroomId: string, viewer: string): Promise<ClassroomItem | null> {
      const row = await present.where('classroomId', '=', classroomId).executeTakeFirst();
      return row ? toItem(row, viewer) : null;
    },

    /** In the order of the schools that are asked for. */
    async ofSchools(schoolIds: readonly string[], viewer: string): Promise<ClassroomItem[]> {
      const rows = await present
        .where('classrooms.schoolId', 'in', schoolIds)
        .orderBy('classrooms.createdAt')
        .orderBy('classrooms.name')
        .execute();
      return schoolIds.flatMap((id) =>
        rows.filter(({ schoolId }) => schoolId === id).map((row) => toItem(row, viewer)),
      );
    },

    async change(classroomId: string, { name, cameraAllowed }: ClassroomPatch): Promise<void> {
      if (name === undefined && cameraAllowed === undefined) return;
      await db
        .updateTable('classrooms')
        .set({ ...(name !== undefined && { name }), ...(cameraAllowed !== undefined && { cameraAllowed }) })
        .where('classroomId', '=', classroomId)
        .execute();
    },

    async remove(classroomId: string, now: number): Promise<void> {
      const pupils = await db.selectFrom('pupils').select('seatId').where('classroomId', '=', classroomId).execute();
      await catalogueLessonTurns(db).forget(pupils.map(({ seatId }) => seatId));
      await db.deleteFrom('pupils').where('classroomId', '=', classroomId).execute();
      await db.deleteFrom('boardClaims').where('classroomId', '=', classroomId).execute();
      await db.deleteFrom('devices').where('classroomId', '=', classroomId).where('kind', '=', 'phone').execute();
      await db.deleteFrom('devices').where('classroomId', '=', classroomId).execute();
      await db.updateTable('classrooms').set({ removedAt: now }).where('classroomId', '=', classroomId).execute();
    },
  };

  function toItem(row: Row, viewer: string): ClassroomItem {
    return {
      classroomId: row.classroomId,
      name: row.name,
      schoolId: row.schoolId,
      schoolName: row.schoolName,
      own: row.schoolId === viewer,
      cameraAllowed: row.cameraAllowed === 1,
      pupils: row.pupils ?? 0,
      boards: row.boards ?? 0,
    };
  }
}
