import type { EarlierLessons, LessonEvent, Speaker } from '@tongke/shared-types';
import { EMPTY_LESSON, evolveAll, whoSpoke } from '@tongke/shared-types';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogueMigrations } from './catalogue-migrations.ts';
import { type Catalogue, openCatalogue } from './catalogue-stores.ts';
import { type Database, openDatabase } from './database.ts';
import { eventMigrations } from './event-tables.ts';
import { sqliteCatalogue } from './sqlite-catalogue.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { turnsFromLogs } from './turns-from-logs.ts';

const NOON = 1_800_000_000_000;
const DAY = 86_400_000;
const MIGRATIONS = [...catalogueMigrations, ...eventMigrations];

let database: Database;
let catalogue: Catalogue;
let schoolId: string;
let leadId: string;
let third: string;
let fifth: string;
let pupils: readonly string[];

beforeEach(async () => {
  database = openDatabase(':memory:', MIGRATIONS);
  catalogue = openCatalogue(database);
  ({ schoolId } = await catalogue.schools.add('城关一小', NOON));
  const account = { schoolId, role: 'teacher', name: '李老师', operator: false } as const;
  leadId = (await catalogue.accounts.add(account, NOON)).accountId;
  third = await catalogue.classrooms.add(schoolId, '三班', true, NOON);
  fifth = await catalogue.classrooms.add(schoolId, '五班', true, NOON);
  await roster('马小明', '王雨桐', '李子涵');
  pupils = (await catalogue.rosters.ofClassroom(third)).map(({ seatId }) => seatId);
});
afterEach(() => database.close());

const roster = (...names: readonly string[]) =>
  catalogue.rosters.replace(
    { classroomId: third, schoolId },
    names.map((name, index) => ({ name, number: index + 1 })),
  );
const lessons = () => sqliteCatalogue(catalogue, () => NOON);
const room = (classroomId: string): Speaker => ({ classroomId, seatId: null });
const seat = (nth: number): Speaker => ({ classroomId: third, seatId: pupils[nth] ?? '' });

function plan(day: number, ...classroomIds: readonly string[]): Promise<string> {
  const classrooms = classroomIds.map((classroomId) => ({ classroomId, schoolId, own: false }));
  return catalogue.lessons.add({ schoolId, leadId, title: '分数', plannedAt: NOON + day * DAY, classrooms }, NOON);
}

/** A lesson of that day with these classrooms, over, in which these had a turn. */
async function held(day: number, classroomIds: readonly string[], ...spoke: readonly Speaker[]): Promise<string> {
  const lessonId = await plan(day, ...classroomIds);
  await lessons().markLesson(lessonId, { startedAt: NOON + day * DAY });
  await lessons().markLesson(lessonId, { endedAt: NOON + day * DAY + 1, spoke });
  return lessonId;
}

const of = (all: readonly EarlierLessons[], classroomId: string) => all.find((one) => one.classroomId === classroomId);

test('[FL11] the last three ended lessons that joined a classroom count, each classroom’s own', async () => {
  await held(1, [third], room(third), seat(0));
  await held(2, [third], room(third), seat(1));
  await held(3, [third]);
  await held(4, [third, fifth], room(third), seat(2), room(fifth));
  await plan(5, third, fifth);
  const running = await plan(6, third);
  await lessons().markLesson(running, { startedAt: NOON + 6 * DAY });
  const next = await plan(7, third, fifth);
  const earlier = await lessons().earlierLessons(next);
  expect(earlier).toHaveLength(2);
  const { seatIds, ...told } = of(earlier, third) ?? { seatIds: [] };
  expect(told).toEqual({ classroomId: third, lessons: 3, heard: true });
  expect(new Set(seatIds)).toEqual(new Set([pupils[1], pupils[2]]));
  expect(of(earlier, fifth)).toEqual({ classroomId: fifth, lessons: 1, heard: true, seatIds: [] });
});

test('[FL11] of a classroom that was in no lesson nothing is said; silence is', async () => {
  await held(1, [third]);
  const next = await plan(2, third, fifth);
  expect(await lessons().earlierLessons(next)).toEqual([{ classroomId: third, lessons: 1, heard: false, seatIds: [] }]);
});

test('[LS9] who spoke is kept with the end, or neither is; written again it is the same', async () => {
  const lessonId = await held(1, [third], room(third), seat(0));
  const next = await plan(2, third);
  const first = await lessons().earlierLessons(next);
  const gone = { classroomId: 'nowhere', seatId: null };
  const again = [room(third), seat(0), gone, { classroomId: third, seatId: 'nobody' }];
  await lessons().markLesson(lessonId, { endedAt: NOON + DAY + 1, spoke: again });
  expect(await lessons().earlierLessons(next)).toEqual(first);
  const failing = await plan(3, third);
  await lessons().markLesson(failing, { startedAt: NOON });
  const twice = [room(third), room(third)];
  await expect(lessons().markLesson(failing, { endedAt: NOON, spoke: twice })).rejects.toThrow();
  expect(await lessons().liveLessons()).toEqual([failing]);
});

test('[LS9] an erased child leaves no turns behind: alone, with a new roster, with the classroom', async () => {
  await held(1, [third], room(third), seat(0), seat(1), seat(2));
  const rows = async () =>
    (await catalogue.db.selectFrom('lessonTurns').select('seatId').execute()).map(({ seatId }) => seatId).sort();
  await catalogue.rosters.erase(pupils[0] ?? '');
  expect(await rows()).toEqual(['', pupils[1], pupils[2]].sort());
  await roster('王雨桐');
  const [kept] = await catalogue.rosters.ofClassroom(third);
  expect(await rows()).toEqual(['', kept?.seatId].sort());
  await catalogue.classrooms.remove(third, NOON);
  expect(await rows()).toEqual(['']);
});

test('[LS9] from the logs of ended lessons the same is made again', async () => {
  const turn = (speaker: Speaker, n: number): LessonEvent => {
    const number = speaker.seatId === null ? null : 1;
    const manner = { anyone: false, listen: false, seconds: 5, acceptBy: null };
    return { type: 'turn.given', turnId: `t${n}`, ...speaker, number, ...manner, at: n, endsAt: n + 5 };
  };
  const lessonId = await plan(1, third, fifth);
  const running = await plan(2, third);
  const prepared = (await lessons().lesson(lessonId))?.classrooms ?? [];
  const added = prepared.flatMap(({ seats, ...classroom }): LessonEvent[] => [
    { type: 'classroom.added', ...classroom, ticket: 't' },
    { type: 'seats.added', classroomId: classroom.classroomId, seats: [...seats] },
  ]);
  const log = [...added, turn(seat(0), 1), turn(room(fifth), 2), turn(seat(0), 3), turn(seat(2), 4)];
  const store = new SqliteEventStore(database);
  for (const [lesson, events] of [
    [lessonId, log],
    [running, [turn(seat(1), 1)]],
  ] as const) {
    const epoch = await store.own(lesson);
    const entries = [{ at: 1, actor: { role: 'server' as const }, command: null, events }];
    expect((await store.append({ lessonId: lesson, expectedVersion: 0, epoch, entries })).ok).toBe(true);
  }
  await lessons().markLesson(running, { startedAt: NOON });
  await lessons().markLesson(lessonId, {
    startedAt: NOON,
    endedAt: NOON + 1,
    spoke: whoSpoke(evolveAll(EMPTY_LESSON, log)),
  });
  const rows = () =>
    catalogue.db.selectFrom('lessonTurns').selectAll().orderBy('seatId').orderBy('classroomId').execute();
  const kept = await rows();
  expect(kept).toHaveLength(4);
  await catalogue.db.deleteFrom('lessonTurns').execute();
  await sql.raw(turnsFromLogs.sql).execute(catalogue.db);
  expect(await rows()).toEqual(kept);
});
