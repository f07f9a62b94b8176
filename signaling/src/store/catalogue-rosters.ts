import { MAX_SEATS, type RosterPupil } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import { catalogueLessonTurns } from './catalogue-lesson-turns.ts';
import type { CatalogueDb } from './catalogue-tables.ts';
import { keepSeats } from './keep-seats.ts';

/** Children's names and seat numbers: the only place where a name is stored. */
export function catalogueRosters(db: CatalogueDb) {
  const turns = catalogueLessonTurns(db);
  const ofClassroom = (classroomId: string): Promise<RosterPupil[]> =>
    db
      .selectFrom('pupils')
      .select(['seatId', 'number', 'name'])
      .where('classroomId', '=', classroomId)
      .orderBy('number')
      .execute();

  return {
    ofClassroom,

    async bySeat(seatId: string) {
      return (
        (await db
          .selectFrom('pupils')
          .select(['seatId', 'classroomId', 'schoolId', 'number', 'name'])
          .where('seatId', '=', seatId)
          .executeTakeFirst()) ?? null
      );
    },

    /** The whole roster at once; pupils who stay keep their seat. Call it inside a transaction. */
    async replace(
      classroom: { readonly classroomId: string; readonly schoolId: string },
      rows: readonly { readonly name: string; readonly number: number }[],
    ): Promise<void> {
      const { classroomId, schoolId } = classroom;
      const before = await ofClassroom(classroomId);
      const pupils = keepSeats(before, rows, newId);
      const stay = new Set(pupils.map(({ seatId }) => seatId));
      await turns.forget(before.map(({ seatId }) => seatId).filter((seatId) => !stay.has(seatId)));
      await db.deleteFrom('pupils').where('classroomId', '=', classroomId).execute();
      if (pupils.length === 0) return;
      await db
        .insertInto('pupils')
        .values(pupils.map((pupil) => ({ ...pupil, classroomId, schoolId })))
        .execute();
    },

    /** [CT6] One child more with the next number; the same seat id again changes nothing. */
    async add(
      classroom: { readonly classroomId: string; readonly schoolId: string },
      seatId: string,
      name: string,
    ): Promise<{ readonly number: number } | 'full'> {
      const pupils = await ofClassroom(classroom.classroomId);
      const known = pupils.find((pupil) => pupil.seatId === seatId);
      if (known) return { number: known.number };
      if (pupils.length >= MAX_SEATS) return 'full';
      const number = Math.max(0, ...pupils.map((pupil) => pupil.number)) + 1;
      await db
        .insertInto('pupils')
        .values({ seatId, number, name, classroomId: classroom.classroomId, schoolId: classroom.schoolId })
        .execute();
      return { number };
    },

    async erase(seatId: string): Promise<void> {
      await turns.forget([seatId]);
      await db.deleteFrom('pupils').where('seatId', '=', seatId).execute();
    },
  };
}
