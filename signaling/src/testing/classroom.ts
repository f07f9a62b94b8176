import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Credentials, refuse } from '@tongke/shared-types';
import { pino } from 'pino';
import { GuessLimiter } from '../guard/guess-limiter.ts';
import { Revocations } from '../guard/revocations.ts';
import { type LessonSide, openLessonSide } from '../lesson-side.ts';
import type { Datagrams } from '../media/datagrams.ts';
import type { SfuLink } from '../media/sfu-link.ts';
import type { TurnConfig } from '../media/turn-servers.ts';
import type { Clock } from '../room/clock.ts';
import { systemClock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { RegistryDeps } from '../room/registry.ts';
import type { EventStore } from '../store/event-store.ts';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import type { PreciseClock } from '../timing/precise-clock.ts';
import { FakeCatalogue } from './fake-catalogue.ts';
import { FakeScreen } from './fake-screen.ts';
import { FakeSfu } from './fake-sfu.ts';

export interface ClassroomOptions {
  /** Remote classrooms `r1` and on; the own class is `own`. */
  readonly rooms?: number;
  readonly pupils?: number;
  readonly store?: EventStore;
  readonly clock?: Clock;
  /** Stamps what leaves and arrives; the machine's own where none is given. */
  readonly precise?: PreciseClock;
  readonly datagrams?: Datagrams;
  readonly sfu?: FakeSfu;
  /** To a real SFU, in place of the fake one. */
  readonly link?: SfuLink;
  readonly host?: string;
  readonly turn?: TurnConfig;
  readonly fresh?: RegistryDeps['fresh'];
}

/** A lesson with as many fake screens as a test or a bench wants: real sockets, real rules, no browser. */
export class TestClassroom {
  readonly catalogue = new FakeCatalogue();
  readonly revocations = new Revocations();
  readonly sfu: FakeSfu;
  readonly store: EventStore;
  readonly lessonId = 'l1';
  readonly log = pino({ level: process.env.TONGKE_LOG ?? 'silent' });
  url = '';
  side: LessonSide;
  readonly #screens: FakeScreen[] = [];
  readonly #server = createServer();
  #connections = 0;

  private constructor(options: ClassroomOptions) {
    this.sfu = options.sfu ?? new FakeSfu();
    this.store = options.store ?? new MemoryEventStore();
    const nothing = () => {};
    const changes = { classroomChanged: nothing, schoolChanged: nothing, lessonChanged: nothing };
    const window = { seatOf: async () => refuse('lesson/ended'), states: () => [] };
    this.side = { registry: null as never, datagrams: null as never, window, ...changes, close: nothing };
  }

  /** Starts a server with one planned lesson, `l1`. */
  static async start(options: ClassroomOptions = {}): Promise<TestClassroom> {
    const classroom = new TestClassroom(options);
    await classroom.#open(options);
    return classroom;
  }

  /** How many connections the server has now. */
  get connections(): number {
    return this.#connections;
  }

  get room(): LessonRoom {
    const room = this.side.registry.find(this.lessonId);
    if (!room) throw new Error('the lesson is not open');
    return room;
  }

  /** The lead teacher's screen, joined. */
  async lead(): Promise<FakeScreen> {
    return this.joined(this.screen({ as: 'lead', lessonId: this.lessonId }, 'teacher-session-token'));
  }

  /** The screen of the second teacher whom the lesson names, joined. */
  async second(): Promise<FakeScreen> {
    return this.joined(this.screen({ as: 'second', lessonId: this.lessonId }, 'second-session-token'));
  }

  /** The board of a classroom, joined; its token is `board-of-ROOM-and-so-on`. */
  async board(classroomId: string): Promise<FakeScreen> {
    return this.joined(this.screen({ as: 'board', token: boardToken(classroomId) }));
  }

  async phone(classroomId: string): Promise<FakeScreen> {
    return this.joined(this.screen({ as: 'phone', token: phoneToken(classroomId) }));
  }

  /** A tablet that came by the QR, as a guest. */
  async guest(classroomId: string, deviceKey = newDeviceKey()): Promise<FakeScreen> {
    const ticket = this.room.state.classrooms[classroomId]?.ticket ?? '';
    return this.joined(this.screen({ as: 'tablet', deviceKey, by: { kind: 'ticket', ticket } }));
  }

  /** A tablet that sits on its seat. */
  async pupil(seatId: string, deviceKey = newDeviceKey()): Promise<FakeScreen> {
    const screen = await this.guest(seatId.split('-')[0] ?? '', deviceKey);
    const snapshot = new Promise((resolve) => screen.socket.once('snapshot', resolve));
    const reply = await screen.do({ type: 'seat.claim', seatId });
    if (!reply.ok) throw new Error(`the seat was refused: ${reply.reason}`);
    await snapshot;
    return screen;
  }

  /** A screen that has not said hello yet. */
  screen(credentials: Credentials, cookie?: string, url = this.url): FakeScreen {
    const screen = new FakeScreen({ url, credentials, ...(cookie && { cookie }) });
    this.#screens.push(screen);
    return screen;
  }

  async joined(screen: FakeScreen): Promise<FakeScreen> {
    const reply = await screen.hello();
    if (!reply.ok) throw new Error(`hello was refused: ${reply.reason}`);
    return screen;
  }

  /** A lesson that runs, with these rooms' boards in it. */
  async live(...classroomIds: readonly string[]): Promise<{ lead: FakeScreen; boards: FakeScreen[] }> {
    const lead = await this.lead();
    const boards: FakeScreen[] = [];
    for (const classroomId of classroomIds) boards.push(await this.board(classroomId));
    const reply = await lead.do({ type: 'lesson.start' });
    if (!reply.ok) throw new Error(`the start was refused: ${reply.reason}`);
    return { lead, boards };
  }

  async close(): Promise<void> {
    for (const screen of this.#screens) screen.close();
    this.side.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #open(options: ClassroomOptions): Promise<void> {
    const {
      rooms = 2,
      pupils = 3,
      clock = systemClock,
      // What stamps presses goes with a clock that only a test moves: what is decided is then the same each time.
      precise = clock === systemClock ? undefined : { now: () => clock.now() },
      datagrams,
      turn,
      fresh,
      host = '127.0.0.1',
      link = this.sfu,
    } = options;
    const { catalogue, lessonId } = this;
    const ids = Array.from({ length: rooms }, (_, index) => `r${index + 1}`);
    const classrooms = [
      catalogue.classroom('own', { own: true, pupils, schoolId: 'city' }),
      ...ids.map((classroomId) => catalogue.classroom(classroomId, { pupils })),
    ];
    catalogue.lessons.set(lessonId, {
      lessonId,
      schoolId: 'city',
      leadId: 'teacher',
      title: '三年级数学 · 分数',
      plannedAt: clock.now(),
      endedAt: null,
      classrooms,
      seconds: ['second'],
    });
    const account = { accountId: 'teacher', schoolId: 'city', role: 'teacher', name: '李老师' } as const;
    catalogue.accounts.set('teacher-session-token', { sessionId: 'session-1', account });
    const second = { accountId: 'second', schoolId: 'city', role: 'teacher', name: '钱老师' } as const;
    catalogue.accounts.set('second-session-token', { sessionId: 'session-3', account: second });
    const colleague = { accountId: 'colleague', schoolId: 'city', role: 'teacher', name: '孙老师' } as const;
    catalogue.accounts.set('colleague-session-token', { sessionId: 'session-4', account: colleague });
    const other = { accountId: 'other', schoolId: 'elsewhere', role: 'teacher', name: '赵老师' } as const;
    catalogue.accounts.set('other-session-token', { sessionId: 'session-2', account: other });
    for (const { classroomId, schoolId } of classrooms) {
      const of = { classroomId, schoolId };
      catalogue.devices.set(boardToken(classroomId), { deviceId: `board-${classroomId}`, kind: 'board', ...of });
      catalogue.devices.set(phoneToken(classroomId), { deviceId: `phone-${classroomId}`, kind: 'phone', ...of });
    }
    this.#server.on('connection', (socket) => {
      this.#connections += 1;
      socket.once('close', () => {
        this.#connections -= 1;
      });
    });
    await new Promise<void>((resolve) => this.#server.listen(0, host, resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.side = await openLessonSide({
      servers: [this.#server],
      store: this.store,
      catalogue,
      link,
      guesses: new GuessLimiter({ clock, alert: () => {} }),
      revocations: this.revocations,
      addresses: { join: `${this.url}/s/`, phone: `${this.url}/assist` },
      clock,
      ...(precise && { precise }),
      ...(datagrams && { datagrams }),
      ...(turn && { turn }),
      ...(fresh && { fresh }),
      log: this.log,
    });
  }
}

/** A tablet's own secret, as the tablet makes it. */
export function newDeviceKey(): string {
  return randomBytes(16).toString('base64url');
}

export function boardToken(classroomId: string): string {
  return `board-token-of-${classroomId}-0000000000`;
}

export function phoneToken(classroomId: string): string {
  return `phone-token-of-${classroomId}-0000000000`;
}
