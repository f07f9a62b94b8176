import { sql } from 'kysely';
import type { CatalogueDb } from './catalogue-tables.ts';

export interface Photo {
  readonly hash: string;
  readonly lessonId: string;
  readonly roundId: string;
  readonly seatId: string;
  readonly classroomId: string;
  /** Of the classroom: its setting says how long the photo is kept. */
  readonly schoolId: string;
}

const DAY_MS = 86_400_000;

const WORKS = 'works:';

/** Stands in place of a question for what pupils of a lesson sent to be looked at together. */
export function worksOf(lessonId: string): string {
  return `${WORKS}${lessonId}`;
}

/** Which pupil sent which photo for which question; the files lie in the blob store. */
export function cataloguePhotos(db: CatalogueDb) {
  return {
    /** The same photo for the same question again changes nothing. */
    async add(photo: Photo, now: number): Promise<void> {
      await db
        .insertInto('photos')
        .values({ ...photo, takenAt: now })
        .onConflict((same) => same.doNothing())
        .execute();
    },

    /** One row for each question and pupil that this very file answers. */
    async byHash(hash: string): Promise<Photo[]> {
      return db
        .selectFrom('photos')
        .select(['hash', 'lessonId', 'roundId', 'seatId', 'classroomId', 'schoolId'])
        .where('hash', '=', hash)
        .execute();
    },

    async countOf(roundId: string, seatId: string): Promise<number> {
      const { count } = await db
        .selectFrom('photos')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('roundId', '=', roundId)
        .where('seatId', '=', seatId)
        .executeTakeFirstOrThrow();
      return count;
    },

    /** [BL6] [CA5] Forgets the photos that are older than their school keeps them, those of children who are on no roster any more, and works of lessons that are over. */
    async forget(now: number): Promise<void> {
      await db
        .deleteFrom('photos')
        .where((where) =>
          where.or([
            where.and([
              where('roundId', 'like', `${WORKS}%`),
              where('lessonId', 'not in', where.selectFrom('lessons').select('lessonId').where('endedAt', 'is', null)),
            ]),
            where('seatId', 'not in', where.selectFrom('pupils').select('seatId')),
            where(
              'takenAt',
              '<=',
              where
                .selectFrom('schools')
                .whereRef('schools.schoolId', '=', 'photos.schoolId')
                .select(sql<number>`${now} - photo_days * ${DAY_MS}`.as('limit')),
            ),
          ]),
        )
        .execute();
    },
  };
}
