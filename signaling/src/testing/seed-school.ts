import { join } from 'node:path';
import type { Actor, Command } from '@tongke/shared-types';
import { pino } from 'pino';
import { hashSecret, newId } from '../guard/secrets.ts';
import { systemClock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { LessonRegistry } from '../room/registry.ts';
import { catalogueMigrations } from '../store/catalogue-migrations.ts';
import { openCatalogue } from '../store/catalogue-stores.ts';
import { openDatabase } from '../store/database.ts';
import { eventMigrations } from '../store/event-tables.ts';
import { sqliteCatalogue } from '../store/sqlite-catalogue.ts';
import { SqliteEventStore } from '../store/sqlite-event-store.ts';
import { newDeviceKey } from './classroom.ts';

/** A tablet that holds a seat. */
export interface SeatedTablet {
  readonly deviceKey: string;
  readonly classroomId: string;
  readonly seatId: string;
}

/** A lesson that has begun in a folder of its own, every seat taken, for a server that is started on it. */
export interface SeededSchool {
  readonly lessonId: string;
  /** The lead teacher's session cookie, its value. */
  readonly session: string;
  /** One for each room, in their order. */
  readonly boardTokens: readonly string[];
  readonly tablets: readonly SeatedTablet[];
}

/** Writes the database of such a lesson into this folder, by the stores and the rules of the product. */
export async function seedSchool(dataDir: string, rooms: number, seats: number): Promise<SeededSchool> {
  const now = () => systemClock.now();
  const database = openDatabase(join(dataDir, 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  const catalogue = openCatalogue(database);
  const { schoolId } = await catalogue.schools.add('Bench', now());
  const teacher = { schoolId, role: 'admin', name: 'Teacher', operator: true } as const;
  const account = await catalogue.accounts.add(teacher, now());
  const session = await catalogue.sessions.start(account, 'bench', now());
  const boardTokens: string[] = [];
  const classroomIds: string[] = [];
  for (let room = 1; room <= rooms; room += 1) {
    const classroomId = await catalogue.classrooms.add(schoolId, `${room}`, true, now() + room);
    const roster = Array.from({ length: seats }, (_, seat) => ({ name: `Pupil ${seat + 1}`, number: seat + 1 }));
    await catalogue.rosters.replace({ classroomId, schoolId }, roster);
    const board = { kind: 'board', classroomId, schoolId, boardId: null, browser: 'bench', pairedBy: 'bench' } as const;
    boardTokens.push((await catalogue.devices.add(board, now())).token);
    classroomIds.push(classroomId);
  }
  const lessonId = await catalogue.lessons.add(
    {
      schoolId,
      leadId: account.accountId,
      title: 'Bench',
      plannedAt: now(),
      classrooms: classroomIds.map((classroomId) => ({ classroomId, schoolId, own: false })),
    },
    now(),
  );
  const log = pino({ level: 'silent' });
  const store = new SqliteEventStore(database);
  const registry = new LessonRegistry({ store, catalogue: sqliteCatalogue(catalogue, now), clock: systemClock, log });
  const room = await registry.prepared(lessonId);
  if ('ok' in room) throw new Error(`the lesson was refused: ${room.reason}`);
  await asked(room, { type: 'lesson.start' }, { role: 'lead', staffId: account.accountId, schoolId });
  await catalogue.lessons.mark(lessonId, { startedAt: now() });
  const tablets = Object.values(room.state.classrooms).flatMap(({ classroomId, seats: free }) =>
    Object.keys(free).map((seatId) => ({ deviceKey: newDeviceKey(), classroomId, seatId })),
  );
  await Promise.all(
    tablets.map(({ deviceKey, classroomId, seatId }) =>
      asked(room, { type: 'seat.claim', seatId }, { role: 'guest', classroomId, device: hashSecret(deviceKey) }),
    ),
  );
  registry.close();
  await database.close();
  return { lessonId, session, boardTokens, tablets };
}

async function asked(room: LessonRoom, command: Command, actor: Actor): Promise<void> {
  const reply = await room.command(newId(), command, actor);
  if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.reason}`);
}
