import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(() => web.close());

const put = (file: Uint8Array) =>
  web.ask('PUT /api/classrooms/:id/roster', { session: school.admin.session, id: school.classroomId, file });

test('[CT4] UTF-16 is read, and names that are too long or hold signs of markup are named', async () => {
  const long = '长'.repeat(41);
  const { json } = await put(Buffer.from(`${long},1\n周<b>,2\n周\u202e明,3\n`));
  expect(json.rows).toEqual([
    { row: 1, column: 'name', code: 'name-too-long', value: long },
    { row: 2, column: 'name', code: 'name-characters', value: '周<b>' },
    { row: 3, column: 'name', code: 'name-characters', value: '周\u202e明' },
  ]);
  const { json: taken } = await put(Buffer.from('\ufeff姓名,学号\n王小明,1\n', 'utf16le'));
  expect(taken).toMatchObject({ ok: true, pupils: [{ name: '王小明', number: 1 }] });
});

test('[CT4] GB18030 is read over the real route', async () => {
  const file = Buffer.from('d0d5c3fb2cd7f9bac50d0acdf5d0a1c3f72c310d0a', 'hex');
  expect((await put(file)).json).toMatchObject({ ok: true, pupils: [{ name: '王小明', number: 1 }] });
});

test('[CT4] a file without a pupil is a mistake: it is named, and the roster stays', async () => {
  const before = await web.everything();
  for (const [text, row] of [
    ['姓名,座号\n', 1],
    ['', 1],
    ['\n\n 姓名 , 座号 \n\n', 3],
  ] as const) {
    const { status, json } = await put(Buffer.from(text));
    expect([status, json.reason, json.rows]).toMatchObject([422, 'roster/rows', [{ row, code: 'empty' }]]);
  }
  expect(await web.everything()).toEqual(before);
});

test('[CT4] a file above 256 kB is too large, and JSON is no roster', async () => {
  const before = await web.everything();
  const large = await put(new Uint8Array(300 * 1024).fill(0x31));
  expect(large).toMatchObject({ status: 413, json: { reason: 'too-large' } });
  const route = 'PUT /api/classrooms/:id/roster';
  const json = await web.ask(route, { session: school.admin.session, id: school.classroomId, body: { pupils: [] } });
  expect(json).toMatchObject({ status: 400, json: { reason: 'malformed' } });
  expect(await web.everything()).toEqual(before);
});

test('[CT4] a child’s name is erased for good', async () => {
  const name = (await web.catalogue.rosters.bySeat(school.seatId))?.name ?? '';
  const answer = await web.ask('DELETE /api/pupils/:id', { session: school.admin.session, id: school.seatId });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await web.everything())).not.toContain(name);
});

test('[HT8] names are read by administrator, assistants and who leads a lesson with the classroom; only an administrator changes them', async () => {
  const { admin, teacher, assistant, classroomId: id, seatId, person } = school;
  const stranger = await person('teacher');
  const read = async ({ session }: { session: string }) =>
    (await web.ask('GET /api/classrooms/:id/roster', { session, id })).status;
  expect([await read(admin), await read(assistant), await read(teacher), await read(stranger)]).toEqual([
    200, 200, 200, 403,
  ]);
  const before = await web.everything();
  for (const { session } of [teacher, assistant, stranger]) {
    const file = Buffer.from('王小明,1\n');
    expect((await web.ask('PUT /api/classrooms/:id/roster', { session, id, file })).json.reason).toBe('not-allowed');
    expect((await web.ask('DELETE /api/pupils/:id', { session, id: seatId })).json.reason).toBe('not-allowed');
  }
  expect(await web.everything()).toEqual(before);
});
