import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogueMigrations } from './catalogue-migrations.ts';
import { type Catalogue, openCatalogue } from './catalogue-stores.ts';
import { type Database, openDatabase } from './database.ts';
import { sqliteCatalogue } from './sqlite-catalogue.ts';

const HOUR = 3_600_000;
const NOON = 1_800_000_000_000;

let folder: string;
let database: Database;
let catalogue: Catalogue;
let classroom: { readonly classroomId: string; readonly schoolId: string; readonly own: boolean };
let leadId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-catalogue-'));
  database = openDatabase(join(folder, 'tongke.db'), catalogueMigrations);
  catalogue = openCatalogue(database);
  const { schoolId } = await catalogue.schools.add('城关一小', NOON);
  leadId = (await catalogue.accounts.add({ schoolId, role: 'teacher', name: '李老师', operator: false }, NOON))
    .accountId;
  const classroomId = await catalogue.classrooms.add(schoolId, '三班', true, NOON);
  classroom = { classroomId, schoolId, own: false };
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (plannedAt: number) =>
  catalogue.lessons.add(
    { schoolId: classroom.schoolId, leadId, title: '分数', plannedAt, classrooms: [classroom] },
    NOON,
  );
const lessonAt = (at: number) => sqliteCatalogue(catalogue, () => at).currentLessonOf(classroom.classroomId, at);

test('[AC3] a classroom is in the lesson that runs, else in the one planned nearest to now', async () => {
  const morning = await plan(NOON - 2 * HOUR);
  const noon = await plan(NOON);
  await plan(NOON + HOUR);
  expect(await lessonAt(NOON)).toBe(noon);
  await catalogue.lessons.mark(morning, { startedAt: NOON - 2 * HOUR });
  expect(await lessonAt(NOON)).toBe(morning);
  await catalogue.lessons.mark(morning, { endedAt: NOON });
  expect(await lessonAt(NOON)).toBe(noon);
});

test('[AC10] the lessons of now are those that run and those that are due', async () => {
  const ids = [await plan(NOON - 24 * HOUR), await plan(NOON - HOUR), await plan(NOON), await plan(NOON + HOUR)];
  const [forgotten = '', running = '', due = ''] = ids;
  await catalogue.lessons.mark(forgotten, { startedAt: NOON - 24 * HOUR });
  await catalogue.lessons.mark(running, { startedAt: NOON - HOUR });
  const now = () => sqliteCatalogue(catalogue, () => NOON).lessonsOfNow(NOON);
  expect(new Set(await now())).toEqual(new Set([running, due]));
  await catalogue.lessons.mark(running, { endedAt: NOON });
  expect(await now()).toEqual([due]);
});

test('[LS5] a lesson that began yesterday and was never ended holds no classroom back', async () => {
  const yesterday = await plan(NOON - 24 * HOUR);
  await catalogue.lessons.mark(yesterday, { startedAt: NOON - 24 * HOUR });
  expect(await lessonAt(NOON)).toBeNull();
  const today = await plan(NOON);
  expect(await lessonAt(NOON)).toBe(today);
});
