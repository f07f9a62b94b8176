import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let folder: string;
let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-trace-'));
  web = await startTestWeb({}, join(folder, 'tongke.db'));
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether these words stand anywhere in the database's files, its log included. */
const onDisk = (words: string) => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(words));
const put = (text: string) => {
  const file = new TextEncoder().encode(text);
  return web.ask('PUT /api/classrooms/:id/roster', { session: school.admin.session, id: school.classroomId, file });
};

test('[CT4] a name that is erased is gone from the files on the disk too', async () => {
  await put('欧阳小海,1\n司马小山,2\n');
  const [first] = await web.catalogue.rosters.ofClassroom(school.classroomId);
  expect(onDisk('欧阳小海')).toBe(true);
  const answer = await web.ask('DELETE /api/pupils/:id', { session: school.admin.session, id: first?.seatId ?? '' });
  expect(answer.json.ok).toBe(true);
  expect([onDisk('欧阳小海'), onDisk('司马小山')]).toEqual([false, true]);
});

test('[CT4] so are the names of a roster that is replaced, and of a classroom that is removed', async () => {
  await put('欧阳小海,1\n');
  await put('司马小山,1\n');
  expect([onDisk('欧阳小海'), onDisk('司马小山')]).toEqual([false, true]);
  await web.catalogue.lessons.remove(school.lessonId);
  const gone = await web.ask('DELETE /api/classrooms/:id', { session: school.admin.session, id: school.classroomId });
  expect(gone.json.ok).toBe(true);
  expect(onDisk('司马小山')).toBe(false);
});
