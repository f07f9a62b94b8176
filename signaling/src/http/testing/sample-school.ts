import { createHash } from 'node:crypto';
import type { NewQuestionBody } from '@tongke/shared-types';
import type { Catalogue } from '../../store/catalogue-stores.ts';

export type SampleSchool = Awaited<ReturnType<typeof sampleSchool>>;

const QUESTION: NewQuestionBody = {
  subject: '数学',
  grade: 3,
  points: ['分数'],
  prompt: '1/2 + 1/2 = ？',
  picture: null,
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '1' },
      { key: 'B', text: '2/4' },
    ],
    correct: 'A',
  },
  explanation: '',
  readSeconds: 0,
  seconds: 60,
};

/** One school with everything that a school can have: people who are signed in, an invitation, a classroom, a board with a phone, a lesson, a question, a deck. */
export async function sampleSchool(catalogue: Catalogue, name: string, now: number) {
  const { schoolId } = await catalogue.schools.add(name, now);
  const person = async (role: 'admin' | 'teacher' | 'assistant', operator = false) => {
    const account = await catalogue.accounts.add({ schoolId, role, name: `${name}${role}`, operator }, now);
    const session = await catalogue.sessions.start(account, 'Chrome 120 · Windows', now);
    const sessionId = (await catalogue.sessions.byToken(session, now))?.sessionId ?? '';
    return { ...account, session, sessionId };
  };
  const admin = await person('admin');
  const teacher = await person('teacher');
  const assistant = await person('assistant');
  const classroomId = await catalogue.classrooms.add(schoolId, `${name}一班`, true, now);
  const pupils = ['小明', '小红'].map((pupil, index) => ({ name: `${name}${pupil}`, number: index + 1 }));
  await catalogue.rosters.replace({ classroomId, schoolId }, pupils);
  const seatId = (await catalogue.rosters.ofClassroom(classroomId))[0]?.seatId ?? '';
  const device = { classroomId, schoolId, browser: 'Chrome 120 · Windows', pairedBy: admin.name };
  const board = await catalogue.devices.add({ ...device, kind: 'board', boardId: null }, now);
  const phone = await catalogue.devices.add({ ...device, kind: 'phone', boardId: board.deviceId }, now);
  const { questionId } = await catalogue.questions.add(teacher, QUESTION, now);
  const classrooms = [{ classroomId, schoolId, own: false }];
  const lesson = { schoolId, leadId: teacher.accountId, title: `${name}的课`, plannedAt: now, classrooms };
  const lessonId = await catalogue.lessons.add(lesson, now);
  await catalogue.links.add({ kind: 'invite', schoolId, role: 'teacher', expiresAt: now + 60_000, by: admin }, now);
  const linkId = (await catalogue.links.open(schoolId, now))[0]?.linkId ?? '';
  /** Belongs to a file only where a test puts one there. */
  const picture = createHash('sha256').update(name).digest('hex');
  await catalogue.pictures.add(picture, teacher, now);
  const deckId = await catalogue.decks.add(teacher, `${name}的课件`, [9], now);
  const things = { picture, deckId, classroomId, seatId, board, phone, questionId, lessonId, linkId };
  return { schoolId, name, admin, teacher, assistant, person, ...things };
}
