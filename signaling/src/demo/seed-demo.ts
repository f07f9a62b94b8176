import { BANK_LIMITS } from '@tongke/shared-types';
import type { Catalogue, CatalogueStores } from '../store/catalogue-stores.ts';
import { DEMO, DEMO_QUESTIONS } from './demo-words.ts';

/** The sample school, as far as links to it need it. */
export interface Demo {
  readonly adminId: string;
  readonly teacherId: string;
  readonly lessonId: string;
  readonly classrooms: readonly { readonly classroomId: string; readonly schoolId: string; readonly name: string }[];
}

const STILL_DUE_MS = 60 * 60_000;

/**
 * [DM1] Puts the sample school into an empty catalogue, and gives it a lesson for now when it has none left; null when the
 * catalogue belongs to somebody else.
 */
export async function seedDemo(catalogue: Catalogue, now: number): Promise<Demo | null> {
  return catalogue.atomically(async (stores) => {
    if ((await stores.schools.all()).length === 0) await addSchools(stores, now);
    const schools = await stores.schools.all();
    const city = schools.find(({ name }) => name === DEMO.city);
    const village = schools.find(({ name }) => name === DEMO.village);
    if (!city || !village) return null;
    const people = await stores.accounts.ofSchool(city.schoolId);
    const admin = people.find(({ role }) => role === 'admin');
    const teacher = people.find(({ role }) => role === 'teacher');
    const classrooms = (await stores.classrooms.ofSchools([village.schoolId], village.schoolId)).slice(0, 2);
    if (!admin || !teacher || classrooms.length === 0) return null;
    const rooms = classrooms.map(({ classroomId, schoolId }) => ({ classroomId, schoolId, own: false }));
    const open = (await stores.lessons.seenBy(teacher)).find(
      ({ status, plannedAt }) =>
        status === 'live' || (status === 'planned' && Math.abs(plannedAt - now) < STILL_DUE_MS),
    );
    const planned = {
      schoolId: city.schoolId,
      leadId: teacher.accountId,
      title: DEMO.lesson,
      plannedAt: now,
      classrooms: rooms,
    };
    const lessonId = open?.lessonId ?? (await stores.lessons.add(planned, now));
    if (!open) {
      const bank = await stores.questions.all(teacher.accountId);
      const questionIds = bank.map(({ questionId }) => questionId).slice(0, BANK_LIMITS.lesson);
      await stores.lessonQuestions.replace(lessonId, questionIds);
    }
    return { adminId: admin.accountId, teacherId: teacher.accountId, lessonId, classrooms };
  });
}

async function addSchools(stores: CatalogueStores, now: number): Promise<void> {
  const { schoolId } = await stores.schools.add(DEMO.city, now);
  const village = await stores.schools.add(DEMO.village, now + 1);
  await stores.pairings.add(schoolId, village.schoolId, now);
  await stores.accounts.add({ schoolId, role: 'admin', name: DEMO.admin, operator: true }, now);
  const teacher = await stores.accounts.add({ schoolId, role: 'teacher', name: DEMO.teacher, operator: false }, now);
  const assistant = { schoolId: village.schoolId, role: 'assistant', name: DEMO.assistant, operator: false } as const;
  await stores.accounts.add(assistant, now);
  for (const [index, { name, pupils }] of DEMO.classrooms.entries()) {
    const classroomId = await stores.classrooms.add(village.schoolId, name, true, now + index);
    const roster = pupils.map((pupil, seat) => ({ name: pupil, number: seat + 1 }));
    await stores.rosters.replace({ classroomId, schoolId: village.schoolId }, roster);
  }
  for (const [index, question] of DEMO_QUESTIONS.entries()) await stores.questions.add(teacher, question, now + index);
}
