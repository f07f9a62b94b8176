import { MOST_SECONDS } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;
let colleague: Awaited<ReturnType<SampleSchool['person']>>;
let id: string;
/** Lessons of which somebody was told. */
let changed: string[];

beforeEach(async () => {
  changed = [];
  web = await startTestWeb({ onLessonChanged: (lessonId) => void changed.push(lessonId) });
  school = await sampleSchool(web.catalogue, '城关一小', web.clock.now());
  colleague = await school.person('teacher');
  id = school.lessonId;
});
afterEach(() => web.close());

const name = (accountIds: readonly string[], session = school.teacher.session) =>
  web.ask('PUT /api/lessons/:id/seconds', { session, id, body: { accountIds } });
const named = async () => web.catalogue.lessonSeconds.ofLesson(id);
const lessonsOf = async (session: string) =>
  (await web.ask('GET /api/lessons', { session })).json.lessons as {
    lessonId: string;
    mine: boolean;
    second: boolean;
  }[];

test('[LD6] the lead teacher names teachers of the school, all at once, and the lesson is told', async () => {
  const { session } = school.teacher;
  const { json } = await web.ask('GET /api/lessons/:id/seconds', { session, id });
  expect(json.teachers).toEqual([
    { accountId: school.admin.accountId, name: school.admin.name, second: false },
    { accountId: colleague.accountId, name: colleague.name, second: false },
  ]);
  const answer = await name([colleague.accountId]);
  expect(answer.json.teachers).toMatchObject([{ second: false }, { second: true }]);
  expect(changed).toEqual([id]);
  await name([school.admin.accountId]);
  expect(await named()).toEqual([school.admin.accountId]);
  await name([]);
  expect(await named()).toEqual([]);
});

test('[LD6] a second teacher finds the lesson in the own list, marked; a colleague who was not named does not', async () => {
  const other = await school.person('teacher');
  await name([colleague.accountId]);
  expect(await lessonsOf(colleague.session)).toMatchObject([
    { lessonId: id, mine: false, second: true, mayDelete: false },
  ]);
  expect(await lessonsOf(other.session)).toEqual([]);
  expect(await lessonsOf(school.teacher.session)).toMatchObject([{ lessonId: id, mine: true, second: false }]);
});

test('[LD6] nobody else names them, nor an assistant, oneself, another school’s teacher, too many or anybody twice', async () => {
  const { accountId } = colleague;
  for (const session of [colleague.session, school.admin.session, school.assistant.session]) {
    expect(await name([accountId], session)).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
    const look = await web.ask('GET /api/lessons/:id/seconds', { session, id });
    expect(look).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
  }
  const village = await sampleSchool(web.catalogue, '马家沟小学', web.clock.now());
  for (const one of [school.assistant.accountId, school.teacher.accountId, village.teacher.accountId]) {
    expect(await name([accountId, one])).toMatchObject({ json: { reason: 'not-allowed' } });
  }
  expect(await name([accountId, 'nobody'])).toMatchObject({ json: { reason: 'not-found' } });
  const many = Array.from({ length: MOST_SECONDS + 1 }, (_, at) => `a${at}`);
  for (const wrong of [many, [accountId, accountId]]) {
    expect(await name(wrong)).toMatchObject({ json: { reason: 'malformed' } });
  }
  expect(await named()).toEqual([]);
  expect(changed).toEqual([]);
});

test('[LD6] not after the end of the lesson; a removed account is none any more; a removed lesson leaves none behind', async () => {
  await name([colleague.accountId]);
  await web.catalogue.accounts.remove(colleague.accountId, web.clock.now());
  expect(await named()).toEqual([]);
  await web.catalogue.lessons.mark(id, { startedAt: 1, endedAt: 2 });
  expect(await name([])).toMatchObject({ json: { reason: 'lesson/ended' } });
  await web.catalogue.lessons.remove(id);
  expect(await web.catalogue.db.selectFrom('lessonSeconds').selectAll().execute()).toEqual([]);
});
