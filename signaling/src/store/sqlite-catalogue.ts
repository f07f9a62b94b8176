import { FORGOTTEN_MS, type PreparedClassroom } from '@tongke/shared-types';
import type { LessonCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue-stores.ts';
import { lessonClassrooms } from './lesson-classrooms.ts';

const BEFORE_MS = 4 * 60 * 60_000;
const AHEAD_MS = 30 * 60_000;

/** What lessons ask of the catalogue, answered from the database. */
export function sqliteCatalogue(catalogue: Catalogue, now: () => number): LessonCatalogue {
  const { db } = catalogue;

  /** [NM1] Given names are read by the other rooms only where the school allowed it to every other school in the lesson. */
  async function givenNames(schoolId: string, present: readonly string[]): Promise<boolean> {
    const others = present.filter((other) => other !== schoolId);
    const pairings = await catalogue.pairings.ofSchool(schoolId);
    const allows = (other: string) =>
      pairings.some((pairing) => pairing.partner.schoolId === other && pairing.givenNames);
    return others.length > 0 && others.every(allows);
  }

  /** The seats of these classrooms by number, read at once: a lesson may join fifty. */
  async function seatsOf(classroomIds: readonly string[]) {
    const seats = new Map<string, { readonly seatId: string; readonly number: number }[]>();
    if (classroomIds.length === 0) return seats;
    const pupils = await db
      .selectFrom('pupils')
      .select(['classroomId', 'seatId', 'number'])
      .where('classroomId', 'in', classroomIds)
      .orderBy('number')
      .execute();
    for (const { classroomId, ...seat } of pupils) {
      const room = seats.get(classroomId);
      if (room) room.push(seat);
      else seats.set(classroomId, [seat]);
    }
    return seats;
  }

  return {
    async accountOfSession(token) {
      const session = await catalogue.sessions.byToken(token, now());
      if (!session) return null;
      const { accountId, schoolId, role, name } = session.account;
      return { sessionId: session.sessionId, account: { accountId, schoolId, role, name } };
    },

    async deviceOfToken(token) {
      const device = await catalogue.devices.byToken(token);
      if (!device) return null;
      const { deviceId, kind, classroomId, schoolId } = device;
      return { deviceId, kind, classroomId, schoolId };
    },

    async lesson(lessonId) {
      const row = await db
        .selectFrom('lessons')
        .select(['lessonId', 'schoolId', 'leadId', 'title', 'plannedAt', 'endedAt'])
        .where('lessonId', '=', lessonId)
        .executeTakeFirst();
      if (!row) return null;
      const rooms = (await lessonClassrooms(db, [lessonId])).get(lessonId) ?? [];
      const schools = [...new Set([row.schoolId, ...rooms.map(({ schoolId }) => schoolId)])];
      const readable = new Map<string, boolean>();
      for (const schoolId of schools) readable.set(schoolId, await givenNames(schoolId, schools));
      const seats = await seatsOf(rooms.map(({ classroomId }) => classroomId));
      const classrooms = rooms.map(
        ({ classroomId, schoolId, name, own, cameraAllowed }): PreparedClassroom => ({
          classroomId,
          schoolId,
          name,
          own,
          cameraAllowed,
          givenNames: readable.get(schoolId) ?? false,
          seats: seats.get(classroomId) ?? [],
        }),
      );
      return { ...row, classrooms, seconds: await catalogue.lessonSeconds.ofLesson(lessonId) };
    },

    async liveLessons() {
      const rows = await db
        .selectFrom('lessons')
        .select('lessonId')
        .where('startedAt', 'is not', null)
        .where('endedAt', 'is', null)
        .execute();
      return rows.map(({ lessonId }) => lessonId);
    },

    async currentLessonOf(classroomId, at) {
      const open = await catalogue.lessons.openLessonsOf(classroomId);
      const live = open.filter(({ startedAt }) => startedAt !== null && startedAt > at - FORGOTTEN_MS);
      const due = open.filter(
        ({ startedAt, plannedAt }) => startedAt === null && plannedAt >= at - BEFORE_MS && plannedAt <= at + AHEAD_MS,
      );
      const [nearest] = due.toSorted((a, b) => Math.abs(a.plannedAt - at) - Math.abs(b.plannedAt - at));
      return (live.at(-1) ?? nearest)?.lessonId ?? null;
    },

    async lessonsOfNow(at) {
      const rows = await db
        .selectFrom('lessons')
        .select('lessonId')
        .where('endedAt', 'is', null)
        .where((where) =>
          where.or([
            where('startedAt', '>', at - FORGOTTEN_MS),
            where.and([
              where('startedAt', 'is', null),
              where('plannedAt', '>=', at - BEFORE_MS),
              where('plannedAt', '<=', at + AHEAD_MS),
            ]),
          ]),
        )
        .execute();
      return rows.map(({ lessonId }) => lessonId);
    },

    async waitingRoom(classroomId, at) {
      const classroom = await catalogue.classrooms.byId(classroomId, '');
      if (!classroom) return null;
      const open = await catalogue.lessons.openLessonsOf(classroomId);
      const next = open.find(({ plannedAt }) => plannedAt >= at - BEFORE_MS);
      return {
        classroomName: classroom.name,
        schoolName: classroom.schoolName,
        next: next ? { title: next.title, plannedAt: next.plannedAt } : null,
      };
    },

    async deck(deckId) {
      const deck = await catalogue.decks.byId(deckId);
      if (!deck) return null;
      const { accountId, title, status, pages } = deck;
      return { accountId, title, pages: status === 'ready' ? pages : null };
    },

    async namesOf(lessonId) {
      const rows = await db
        .selectFrom('lessonClassrooms')
        .innerJoin('pupils', 'pupils.classroomId', 'lessonClassrooms.classroomId')
        .innerJoin('schools', 'schools.schoolId', 'pupils.schoolId')
        .select(['pupils.classroomId', 'seatId', 'pupils.name', 'numbersOnly'])
        .where('lessonId', '=', lessonId)
        .execute();
      return rows.map((row) => ({ ...row, numbersOnly: row.numbersOnly === 1 }));
    },

    async addPupil({ seatId, classroomId, name }) {
      return catalogue.atomically(async (stores) => {
        const classroom = await stores.classrooms.byId(classroomId, '');
        if (!classroom) return 'full';
        const isNew = (await stores.rosters.bySeat(seatId)) === null;
        const added = await stores.rosters.add(classroom, seatId, name);
        return added === 'full' ? added : { ...added, isNew };
      });
    },

    dropPupil: (seatId) => catalogue.rosters.erase(seatId),

    async markLesson(lessonId, at) {
      const { spoke, ...times } = at;
      await catalogue.atomically(async ({ lessons, lessonTurns }) => {
        if (spoke) await lessonTurns.keep(lessonId, spoke);
        await lessons.mark(lessonId, times);
      });
    },

    earlierLessons: (lessonId) => catalogue.lessonTurns.before(lessonId),
  };
}
