import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LessonRegistry } from '../room/registry.ts';
import { catalogueMigrations } from '../store/catalogue-migrations.ts';
import { type Catalogue, openCatalogue } from '../store/catalogue-stores.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { eventMigrations } from '../store/event-tables.ts';
import { sqliteCatalogue } from '../store/sqlite-catalogue.ts';
import { SqliteEventStore } from '../store/sqlite-event-store.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { openDemo } from './open-demo.ts';

const ORIGINS = { local: 'http://localhost:1', otherLocal: 'http://127.0.0.1:1', tablets: 'http://10.0.0.1:1' };
const DAY = 24 * 3_600_000;

let folder: string;
let database: Database;
let catalogue: Catalogue;
let clock: FakeClock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-demo-'));
  database = openDatabase(join(folder, 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  catalogue = openCatalogue(database);
  clock = new FakeClock();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened() {
  const lessons = sqliteCatalogue(catalogue, () => clock.now());
  const log = pino({ level: 'silent' });
  const registry = new LessonRegistry({ store: new SqliteEventStore(database), catalogue: lessons, clock, log });
  const demo = await openDemo(catalogue, registry, ORIGINS, clock.now());
  return { demo, registry };
}

const secretOf = (demo: { readonly links: readonly { readonly url: string }[] } | null, index: number) =>
  new URL(demo?.links[index]?.url ?? 'x:').hash.slice(1);

test('[DM1] an empty catalogue gets two classrooms of 12 pupils, five questions and a lesson for now', async () => {
  const { registry } = await opened();
  const [room] = registry.rooms;
  expect(room?.state.phase).toBe('planned');
  const classrooms = Object.values(room?.state.classrooms ?? {});
  expect(classrooms.map(({ seats }) => Object.keys(seats).length)).toEqual([12, 12]);
  const [city] = await catalogue.schools.all();
  const staff = await catalogue.accounts.ofSchool(city?.schoolId ?? '');
  const teacher = staff.find(({ role }) => role === 'teacher');
  expect(await catalogue.questions.all(teacher?.accountId ?? '')).toHaveLength(5);
  registry.close();
});

test('[DM2] the links sign a teacher in, pair two boards and carry the tickets of the lesson, again at each start', async () => {
  for (const round of [1, 2]) {
    const { demo, registry } = await opened();
    const signIn = await catalogue.links.use('sign-in', secretOf(demo, 0), clock.now());
    expect(signIn, `round ${round}`).toMatchObject({ kind: 'sign-in' });
    const [one, two] = [
      await catalogue.boardClaims.look(secretOf(demo, 1), clock.now()),
      await catalogue.boardClaims.look(secretOf(demo, 2), clock.now()),
    ];
    expect(one?.classroomId).toBeTruthy();
    expect(one?.classroomId).not.toBe(two?.classroomId);
    const tickets = Object.values(registry.rooms[0]?.state.classrooms ?? {}).map(({ ticket }) => ticket);
    expect(demo?.links.slice(3, 5).map(({ url }) => url.split('/s/')[1])).toEqual(tickets);
    expect(demo?.qr).toBe(`http://10.0.0.1:1/s/${tickets[0]}`);
    registry.close();
  }
  expect(await catalogue.schools.all()).toHaveLength(2);
});

test('[DM1] the next day there is a new lesson for now', async () => {
  const first = await opened();
  first.registry.close();
  clock.advance(DAY);
  const second = await opened();
  expect(second.registry.rooms[0]?.lessonId).not.toBe(first.registry.rooms[0]?.lessonId);
  second.registry.close();
});

test('[DM1] a catalogue with schools of its own is left alone', async () => {
  await catalogue.schools.add('城关一小', clock.now());
  const { demo, registry } = await opened();
  expect(demo).toBeNull();
  expect(await catalogue.schools.all()).toHaveLength(1);
  registry.close();
});
