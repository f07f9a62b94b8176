import type { Api as Routes } from '@tongke/shared-types';
import { localCertificate } from '../../bootstrap/tls/local-certificate.mjs';
import { School } from '../../e2e/support/school.ts';
import { Api } from './api.ts';

type Reply<R extends keyof Routes> = Routes[R]['reply'];

/** A paired board and the lesson that it will find. */
export interface Appointment {
  readonly lessonId: string;
  /** One token for each classroom. */
  readonly boardTokens: readonly string[];
}

/** A school with an administrator who teaches, for benches: lessons and boards on demand. */
export class Rehearsal {
  readonly school: School;
  readonly api: Api;
  #rooms = 0;

  static async open(env: NodeJS.ProcessEnv, tlsDir: string): Promise<Rehearsal> {
    const { cert, key } = await localCertificate({ dir: tlsDir, names: ['localhost'], now: Date.now() });
    const school = await School.open({
      demo: false,
      env: { TONGKE_TLS_CERT: cert, TONGKE_TLS_KEY: key, TONGKE_LOG: 'warn', ...builtPages(), ...env },
    });
    const api = new Api(school.origin);
    const setup = school.links.find(({ url }) => url.includes('/setup#'));
    const token = new URL(setup?.url ?? '').hash.slice(1);
    await api.post<Reply<'POST /api/setup'>>('/api/setup', { token, schoolName: 'Bench', name: 'Teacher' });
    return new Rehearsal(school, api);
  }

  private constructor(school: School, api: Api) {
    this.school = school;
    this.api = api;
  }

  /** A lesson planned for now that joins so many new classrooms, each with a board of its own. */
  async appoint(rooms: number): Promise<Appointment> {
    const paired = [];
    for (let room = 0; room < rooms; room += 1) paired.push(await this.#pair());
    const { lesson } = await this.api.post<Reply<'POST /api/lessons'>>('/api/lessons', {
      title: 'Bench',
      plannedAt: Date.now(),
      classroomIds: paired.map(({ classroomId }) => classroomId),
    });
    return { lessonId: lesson.lessonId, boardTokens: paired.map(({ token }) => token) };
  }

  async #pair(): Promise<{ readonly classroomId: string; readonly token: string }> {
    this.#rooms += 1;
    const made = await this.api.post<Reply<'POST /api/classrooms'>>('/api/classrooms', { name: `${this.#rooms}` });
    const { classroomId } = made.classroom;
    const { pin, claim } = await this.api.post<Reply<'POST /api/boards/pin'>>('/api/boards/pin', {});
    await this.api.post('/api/boards/pair', { pin, classroomId });
    const claimed = await this.api.post<Reply<'POST /api/boards/claim'>>('/api/boards/claim', { claim });
    if (claimed.status !== 'paired') throw new Error('The board was not paired.');
    return { classroomId, token: claimed.token };
  }
}

/** Pages that were built elsewhere are named by the environment. */
function builtPages(): NodeJS.ProcessEnv {
  const folder = process.env.TONGKE_CLIENT_DIR;
  return folder ? { TONGKE_CLIENT_DIR: folder } : {};
}
