import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommandReply } from '@tongke/shared-types';
import { pino } from 'pino';
import { GuessLimiter } from '../guard/guess-limiter.ts';
import { Revocations } from '../guard/revocations.ts';
import { sampleSchool } from '../http/testing/sample-school.ts';
import { startTestWeb } from '../http/testing/test-web.ts';
import { type LessonSide, openLessonSide } from '../lesson-side.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { sqliteCatalogue } from '../store/sqlite-catalogue.ts';
import { newDeviceKey } from './classroom.ts';
import { FakeScreen } from './fake-screen.ts';
import { FakeSfu } from './fake-sfu.ts';

export type PairedSchools = Awaited<ReturnType<typeof pairedSchools>>;

/**
 * Two paired schools and a third that is a stranger, over the real routes, the real catalogue and real sockets. A teacher of `city`
 * has planned a joint lesson with the classrooms `near` (of the city) and `far` (of the village).
 */
export async function pairedSchools() {
  let side: LessonSide | null = null;
  const web = await startTestWeb({
    onClassroomChanged: (id) => side?.classroomChanged(id),
    onSchoolChanged: (id) => side?.schoolChanged(id),
    onLessonChanged: (id) => side?.lessonChanged(id),
  });
  const { catalogue, clock } = web;
  const now = clock.now();
  const city = await sampleSchool(catalogue, '城关一小', now);
  const village = await sampleSchool(catalogue, '马家沟小学', now);
  const stranger = await sampleSchool(catalogue, '外校', now);
  await catalogue.pairings.add(city.schoolId, village.schoolId, now);
  const pairingId = (await catalogue.pairings.ofSchool(city.schoolId))[0]?.pairingId ?? '';
  const near = await roomOf(city.schoolId, '一班', ['王小明', '欧阳娜娜']);
  const far = await roomOf(village.schoolId, '三班', ['马小花', '阿依古丽·买买提', '李红']);
  const classrooms = [near, far].map(({ classroomId, schoolId }) => ({ classroomId, schoolId, own: false }));
  const lead = city.teacher;
  const lesson = { schoolId: city.schoolId, leadId: lead.accountId, title: '分数', plannedAt: now, classrooms };
  const lessonId = await catalogue.lessons.add(lesson, now);

  const store = new MemoryEventStore();
  const sfu = new FakeSfu();
  const screens: FakeScreen[] = [];
  let running = await open();

  /** Starts the lessons' side over what the catalogue and the logs hold. */
  async function open() {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    side = await openLessonSide({
      servers: [server],
      store,
      catalogue: sqliteCatalogue(catalogue, () => clock.now()),
      link: sfu,
      guesses: new GuessLimiter({ clock, alert: () => {} }),
      revocations: new Revocations(),
      addresses: { join: `${url}/s/`, phone: `${url}/assist` },
      clock,
      log: pino({ level: 'silent' }),
    });
    return { lessons: side, server, url };
  }

  async function stop() {
    for (const made of screens.splice(0)) made.close();
    running.lessons.close();
    running.server.closeAllConnections();
    await new Promise((resolve) => running.server.close(resolve));
  }

  async function roomOf(schoolId: string, name: string, pupils: readonly string[]) {
    const classroomId = await catalogue.classrooms.add(schoolId, name, true, now);
    const rows = pupils.map((pupil, index) => ({ name: pupil, number: index + 1 }));
    await catalogue.rosters.replace({ classroomId, schoolId }, rows);
    const seats = await catalogue.rosters.ofClassroom(classroomId);
    const device = { classroomId, schoolId, browser: 'test', pairedBy: 'test' };
    const board = await catalogue.devices.add({ ...device, kind: 'board', boardId: null }, now);
    const phone = await catalogue.devices.add({ ...device, kind: 'phone', boardId: board.deviceId }, now);
    return { classroomId, schoolId, seats, board, phone };
  }

  function screen(credentials: FakeScreen['credentials'], cookie?: string): FakeScreen {
    const made = new FakeScreen({ url: running.url, credentials, ...(cookie && { cookie }) });
    screens.push(made);
    return made;
  }

  async function joined(made: FakeScreen): Promise<FakeScreen> {
    const reply = await made.hello();
    if (!reply.ok) throw new Error(`hello was refused: ${reply.reason}`);
    return made;
  }

  return {
    ...{ web, catalogue, clock, city, village, stranger, pairingId, near, far, lessonId, store, sfu, screen },
    get lessons(): LessonSide {
      return running.lessons;
    },
    get room(): LessonRoom {
      const room = running.lessons.registry.find(lessonId);
      if (!room) throw new Error('the lesson is not open');
      return room;
    },
    lead: () => joined(screen({ as: 'lead', lessonId }, lead.session)),
    board: ({ board: { token } }: typeof far) => joined(screen({ as: 'board', token })),
    phone: ({ phone: { token } }: typeof far) => joined(screen({ as: 'phone', token })),
    guest({ classroomId }: typeof far) {
      const ticket = this.room.state.classrooms[classroomId]?.ticket ?? '';
      return joined(screen({ as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'ticket', ticket } }));
    },
    async pupil(classroom: typeof far, seat = 0): Promise<FakeScreen> {
      const tablet = await this.guest(classroom);
      const snapshot = new Promise((resolve) => tablet.socket.once('snapshot', resolve));
      await must(tablet.do({ type: 'seat.claim', seatId: classroom.seats[seat]?.seatId ?? '' }));
      await snapshot;
      return tablet;
    },
    /** The server is off for so long, and then starts again. */
    async restart(offMs: number) {
      await stop();
      clock.advance(offMs);
      running = await open();
    },
    async close() {
      await stop();
      await web.close();
    },
  };
}

/** The reply to something that a test takes for granted. */
export async function must(asked: Promise<CommandReply>): Promise<void> {
  const reply = await asked;
  if (!reply.ok) throw new Error(`a command was refused: ${reply.reason}`);
}
