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

const bytes = (text: string) => new TextEncoder().encode(text);
const put = (file: Uint8Array) =>
  web.ask('PUT /api/classrooms/:id/roster', { session: school.assistant.session, id: school.classroomId, file });
const names = (json: Readonly<Record<string, unknown>>) =>
  (json.pupils as { number: number; name: string }[]).map(({ number, name }) => `${number} ${name}`);

/** "姓名,学号 / 王小明,1 / 李思雨,2" as a spreadsheet in Chinese saves it. */
const GB18030 = Uint8Array.of(
  ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x0d, 0x0a],
  ...[0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7, 0x2c, 0x31, 0x0d, 0x0a],
  ...[0xc0, 0xee, 0xcb, 0xbc, 0xd3, 0xea, 0x2c, 0x32, 0x0d, 0x0a],
);

test.each([
  ['UTF-8', bytes('姓名,学号\n王小明,1\n李思雨,2\n')],
  ['UTF-8 with a mark', bytes('\ufeff姓名,学号\r\n王小明,1\r\n李思雨,2\r\n')],
  ['GB18030', GB18030],
  ['UTF-16', Uint8Array.from(Buffer.from('\ufeff姓名,学号\n王小明,1\n李思雨,2\n', 'utf16le'))],
  ['an English heading, columns the other way round', bytes('No,Name\n1,王小明\n2,李思雨\n')],
  ['no heading, tabs, full-width digits', bytes('王小明\t１\n李思雨\t２号\n\n')],
])('[CT4] a roster in %s is read', async (_, file) => {
  const { status, json } = await put(file);
  expect({ status, pupils: names(json) }).toEqual({ status: 200, pupils: ['1 王小明', '2 李思雨'] });
});

test('[CT4] every broken row is named with what is wrong, and nothing changes', async () => {
  const before = await web.everything();
  const long = '长'.repeat(41);
  const file = `姓名,学号\n王小明,1\n,2\n李思雨,\n张三,一\n赵四,1\n${long},7\n孙五,1000\n周<b>,9\n只有名字\n吴六,3.5\n`;
  const { status, json } = await put(bytes(file));
  expect({ status, reason: json.reason }).toEqual({ status: 422, reason: 'roster/rows' });
  expect(json.rows).toEqual([
    { row: 3, column: 'name', code: 'name-empty', value: '' },
    { row: 4, column: 'number', code: 'number-missing', value: '' },
    { row: 5, column: 'number', code: 'number-not-whole', value: '一' },
    { row: 6, column: 'number', code: 'number-twice', value: '1' },
    { row: 7, column: 'name', code: 'name-too-long', value: long },
    { row: 8, column: 'number', code: 'number-out-of-range', value: '1000' },
    { row: 9, column: 'name', code: 'name-characters', value: '周<b>' },
    { row: 10, column: null, code: 'columns', value: '只有名字' },
    { row: 11, column: 'number', code: 'number-not-whole', value: '3.5' },
  ]);
  expect(await web.everything()).toEqual(before);
});

test.each([
  ['quotes that never close', bytes('姓名,学号\n"王小明,1\n'), 'roster/rows'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0x00), 'roster/encoding'],
  ['an empty file', new Uint8Array(1).fill(0x0a), 'roster/rows'],
  ['81 pupils', bytes(Array.from({ length: 81 }, (_, i) => `学生${i},${i + 1}`).join('\n')), 'roster/too-many'],
])('[CT4] %s is refused, and nothing changes', async (_, file, reason) => {
  const before = await web.everything();
  expect(await put(file)).toMatchObject({ status: 422, json: { ok: false, reason } });
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

test('[CT4] no roster changes in the middle of a lesson', async () => {
  await web.catalogue.lessons.mark(school.lessonId, { startedAt: web.clock.now() });
  expect(await put(bytes('王小明,1\n'))).toMatchObject({ status: 409, json: { reason: 'still-in-use' } });
});

test('[CT5] pupils who stay keep their seats, in whatever order they come', async () => {
  const [first] = await web.catalogue.rosters.ofClassroom(school.classroomId);
  const { json } = await put(bytes(`新来的,1\n${first?.name},9\n`));
  const kept = (json.pupils as { seatId: string; name: string }[]).find(({ name }) => name === first?.name);
  expect(kept?.seatId).toBe(first?.seatId);
});

test('[CT4] a child’s name is erased for good', async () => {
  const name = (await web.catalogue.rosters.bySeat(school.seatId))?.name ?? '';
  const answer = await web.ask('DELETE /api/pupils/:id', { session: school.teacher.session, id: school.seatId });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await web.everything())).not.toContain(name);
});
