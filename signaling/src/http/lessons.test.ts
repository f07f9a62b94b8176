import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let city: SampleSchool;
let village: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  city = await sampleSchool(web.catalogue, '城关一小', web.clock.now());
  village = await sampleSchool(web.catalogue, '马家沟小学', web.clock.now() + 1);
});
afterEach(() => web.close());

const plan = (body: object) =>
  web.ask('POST /api/lessons', { session: city.teacher.session, body: { title: '分数', plannedAt: 1, ...body } });

test('[CT7] a lesson joins own classrooms, and those of another school once the two are paired', async () => {
  expect(await plan({ classroomIds: [city.classroomId] })).toMatchObject({ status: 200 });
  expect(await plan({ classroomIds: [village.classroomId] })).toMatchObject({ json: { reason: 'not-allowed' } });
  const offer = await web.ask('POST /api/pairings', { session: city.admin.session });
  const token = /pairing=(.+)$/.exec(String(offer.json.url))?.[1];
  const { session } = village.admin;
  expect(await web.ask('POST /api/pairings/accept', { session, body: { token } })).toMatchObject({ status: 200 });
  const joined = await plan({ classroomIds: [village.classroomId], ownClassroomId: city.classroomId });
  expect(joined).toMatchObject({ json: { lesson: { classrooms: [{ own: true }, { own: false }] } } });
});

test('[CT7] the own class is of the lead teacher’s school, paired or not', async () => {
  await web.catalogue.pairings.add(city.schoolId, village.schoolId, web.clock.now());
  expect(await plan({ classroomIds: [city.classroomId], ownClassroomId: village.classroomId })).toMatchObject({
    status: 403,
  });
});

test('[CT6] a child added on the spot gets the next number, and the same seat again changes nothing', async () => {
  const classroom = { classroomId: city.classroomId, schoolId: city.schoolId };
  const add = () => web.catalogue.rosters.add(classroom, 'seat-of-a-new-child', '新同学');
  expect(await add()).toEqual({ number: 3 });
  expect(await add()).toEqual({ number: 3 });
  expect(await web.catalogue.rosters.ofClassroom(city.classroomId)).toHaveLength(3);
});
