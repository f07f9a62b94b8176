import type { Catalogue } from '../store/catalogue-stores.ts';
import { DEMO } from './demo-words.ts';
import type { Demo } from './seed-demo.ts';

const LINK_MS = 24 * 60 * 60_000;

/** Where the links point: people who try the product sit at the server's own machine, tablets come over the network. */
export interface DemoOrigins {
  readonly local: string;
  /** The same server under another name, so that in one browser a second board has a storage, and the administrator a cookie, of its own. */
  readonly otherLocal: string;
  readonly tablets: string;
}

/** [DM2] Fresh links into the sample lesson: each opens one screen without a further step. They work for a day, staff's and boards' once. */
export async function demoLinks(
  { links, boardClaims }: Catalogue,
  demo: Demo,
  { local, otherLocal, tablets }: DemoOrigins,
  ticketOf: (classroomId: string) => string,
  now: number,
): Promise<{ readonly label: string; readonly url: string }[]> {
  const expiresAt = now + LINK_MS;
  const signIn = (subject: string) => links.add({ kind: 'sign-in', subject, expiresAt }, now);
  const found = [
    { label: `Lead teacher 主讲教师 ${DEMO.teacher}`, url: `${local}/sign-in#${await signIn(demo.teacherId)}` },
  ];
  for (const [index, { classroomId, schoolId, name }] of demo.classrooms.entries()) {
    const claim = await boardClaims.grant({ classroomId, schoolId, pairedBy: DEMO.assistant }, expiresAt);
    found.push({ label: `Board 大屏 ${name}`, url: `${index === 0 ? local : otherLocal}/board#${claim}` });
  }
  for (const { classroomId, name } of demo.classrooms) {
    found.push({ label: `Pupils 学生平板 ${name}`, url: `${tablets}/s/${ticketOf(classroomId)}` });
  }
  return [
    ...found,
    { label: `Administrator 管理员 ${DEMO.admin}`, url: `${otherLocal}/sign-in#${await signIn(demo.adminId)}` },
  ];
}
