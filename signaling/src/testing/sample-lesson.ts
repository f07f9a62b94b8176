import type { Catalogue } from '../store/catalogue-stores.ts';

export interface SampleLesson {
  readonly lessonId: string;
  /** The lead teacher's session cookie. */
  readonly sessionToken: string;
  readonly classroomId: string;
  readonly boardToken: string;
  readonly seatIds: readonly string[];
}

/** Puts one planned lesson with one remote classroom of three pupils into a real catalogue. */
export async function sampleLesson(catalogue: Catalogue, now: number): Promise<SampleLesson> {
  const { schoolId } = await catalogue.schools.add('城关一小', now);
  const village = await catalogue.schools.add('马家沟小学', now);
  const teacher = await catalogue.accounts.add({ schoolId, role: 'teacher', name: '李老师', operator: false }, now);
  const sessionToken = await catalogue.sessions.start(teacher, 'test', now);
  const classroomId = await catalogue.classrooms.add(village.schoolId, '三班', true, now);
  const classroom = { classroomId, schoolId: village.schoolId };
  const seatIds = ['s1', 's2', 's3'];
  for (const seatId of seatIds) await catalogue.rosters.add(classroom, seatId, `王小${seatId}`);
  const lessonId = await catalogue.lessons.add(
    { schoolId, leadId: teacher.accountId, title: '分数', plannedAt: now, classrooms: [{ ...classroom, own: false }] },
    now,
  );
  const board = { kind: 'board', ...classroom, boardId: null, browser: 'test', pairedBy: teacher.accountId } as const;
  const { token } = await catalogue.devices.add(board, now);
  return { lessonId, sessionToken, classroomId, boardToken: token, seatIds };
}
