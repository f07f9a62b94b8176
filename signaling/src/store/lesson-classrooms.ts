import type { CatalogueDb } from './catalogue-tables.ts';

export interface LessonClassroom {
  readonly lessonId: string;
  readonly classroomId: string;
  readonly schoolId: string;
  readonly name: string;
  readonly schoolName: string;
  readonly own: boolean;
  readonly cameraAllowed: boolean;
  readonly pupils: number;
}

/** The classrooms of these lessons, each list in the lesson's order. */
export async function lessonClassrooms(
  db: CatalogueDb,
  lessonIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LessonClassroom[]>> {
  const byLesson = new Map<string, LessonClassroom[]>();
  if (lessonIds.length === 0) return byLesson;
  const rows = await db
    .selectFrom('lessonClassrooms')
    .innerJoin('classrooms', 'classrooms.classroomId', 'lessonClassrooms.classroomId')
    .innerJoin('schools', 'schools.schoolId', 'classrooms.schoolId')
    .select(['lessonId', 'classrooms.classroomId', 'classrooms.schoolId', 'classrooms.name', 'own', 'cameraAllowed'])
    .select('schools.name as schoolName')
    .select((select) =>
      select
        .selectFrom('pupils')
        .whereRef('pupils.classroomId', '=', 'classrooms.classroomId')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('pupils'),
    )
    .where('lessonId', 'in', lessonIds)
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const rooms = byLesson.get(row.lessonId) ?? [];
    rooms.push({ ...row, own: row.own === 1, cameraAllowed: row.cameraAllowed === 1, pupils: row.pupils ?? 0 });
    byLesson.set(row.lessonId, rooms);
  }
  return byLesson;
}
