import { BODIES, type JsonRoute, ROUTE_ACCESS } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '一小', web.clock.now());
});
afterEach(() => web.close());

test.for(Object.keys(BODIES) as JsonRoute[])(
  '[HT7] %s: a body that is wrong is refused and changes nothing',
  async (route) => {
    const before = await web.everything();
    const board = ROUTE_ACCESS[route] === 'board' ? school.board.token : undefined;
    for (const body of [{ more: 1 }, [], { token: 7, name: '\u0000', pin: 'x' }]) {
      const answer = await web.ask(route, { session: school.admin.session, board, id: school.classroomId, body });
      // A patch without a field changes nothing and is allowed.
      if (answer.json.ok) continue;
      expect(answer.json.reason).toMatch(/^(malformed|not-allowed|not-found)$/);
    }
    expect(await web.everything()).toEqual(before);
  },
);

test('[HT7] a body that is too large is refused before it is read', async () => {
  const { session } = school.admin;
  const body = { name: '长'.repeat(2_000_000) };
  expect(await web.ask('POST /api/classrooms', { session, body })).toMatchObject({
    status: 413,
    json: { reason: 'too-large' },
  });
  const file = new Uint8Array(8_000_000);
  expect(await web.ask('PUT /api/classrooms/:id/roster', { session, id: school.classroomId, file })).toMatchObject({
    status: 413,
  });
});

test('[HT7] a full disk: a sentence, and nothing has changed; with space again it works', async () => {
  const { session } = school.admin;
  const before = await web.everything();
  await web.fillDisk(true);
  const names = Array.from({ length: 80 }, (_, index) => `${'很长的名字'.repeat(7)},${index + 1}`).join('\n');
  const file = new TextEncoder().encode(names);
  const put = () => web.ask('PUT /api/classrooms/:id/roster', { session, id: school.classroomId, file });
  expect(await put()).toMatchObject({ status: 507, json: { ok: false, reason: 'storage-unavailable' } });
  expect(await web.everything()).toEqual(before);
  await web.fillDisk(false);
  expect(await put()).toMatchObject({ status: 200 });
});

test('[CT4] a roster stays as it is in the middle of a lesson and when a row is broken', async () => {
  const { session } = school.admin;
  const put = (text: string) =>
    web.ask('PUT /api/classrooms/:id/roster', {
      session,
      id: school.classroomId,
      file: new TextEncoder().encode(text),
    });
  const before = await web.catalogue.rosters.ofClassroom(school.classroomId);
  expect(await put('姓名,座号\n小强,1\n,2\n')).toMatchObject({
    status: 422,
    json: { rows: [{ row: 3, code: 'name-empty' }] },
  });
  await web.catalogue.lessons.mark(school.lessonId, { startedAt: web.clock.now() });
  expect(await put('姓名,座号\n小强,1\n')).toMatchObject({ status: 409, json: { reason: 'roster/lesson-running' } });
  expect(await web.catalogue.rosters.ofClassroom(school.classroomId)).toEqual(before);
});

test('[CT5] in a new roster, pupils who stay keep their seats', async () => {
  const before = await web.catalogue.rosters.ofClassroom(school.classroomId);
  const [first, second] = before;
  const file = new TextEncoder().encode(`姓名,座号\n${second?.name},2\n新同学,3\n`);
  await web.ask('PUT /api/classrooms/:id/roster', { session: school.admin.session, id: school.classroomId, file });
  const after = await web.catalogue.rosters.ofClassroom(school.classroomId);
  expect(after.find(({ name }) => name === second?.name)?.seatId).toBe(second?.seatId);
  expect(after.some(({ seatId }) => seatId === first?.seatId)).toBe(false);
});

test('[CT3] a changed setting is kept with who changed it and when', async () => {
  const { session, name } = school.admin;
  await web.ask('PATCH /api/school', { session, body: { numbersOnly: true } });
  const { json } = await web.ask('GET /api/school/changes', { session });
  expect(json.changes).toMatchObject([
    { accountName: name, setting: 'numbersOnly', from: false, to: true, at: web.clock.now() },
  ]);
});

test('[CT3] cameras, given names and pairings are in the changes with who and when, on both sides of a pairing', async () => {
  const partner = await sampleSchool(web.catalogue, '二小', web.clock.now());
  const { session } = school.admin;
  const changesOf = async (of: SampleSchool) =>
    ((await web.ask('GET /api/school/changes', { session: of.admin.session })).json.changes as object[]) ?? [];
  await web.ask('PATCH /api/classrooms/:id', { session, id: school.classroomId, body: { cameraAllowed: false } });
  const { url } = (await web.ask('POST /api/pairings', { session })).json;
  web.clock.advance(1_000);
  const body = { token: new URL(String(url)).hash.slice('#pairing='.length) };
  const accepted = await web.ask('POST /api/pairings/accept', { session: partner.admin.session, body });
  const pairing = (accepted.json.pairing as { pairingId: string }).pairingId;
  web.clock.advance(1_000);
  await web.ask('PATCH /api/pairings/:id', { session, id: pairing, body: { givenNames: true } });
  web.clock.advance(1_000);
  await web.ask('DELETE /api/pairings/:id', { session, id: pairing });
  const at = web.clock.now();
  const paired = { setting: 'paired', from: false, to: true, at: at - 2_000, accountName: partner.admin.name };
  const parted = { setting: 'paired', from: true, to: false, at, accountName: school.admin.name };
  const ours = { about: { kind: 'pairing', id: pairing, name: partner.name } };
  const theirs = { about: { kind: 'pairing', id: pairing, name: school.name } };
  expect(await changesOf(school)).toEqual([
    { ...ours, ...parted },
    { ...ours, setting: 'givenNames', from: false, to: true, at: at - 1_000, accountName: school.admin.name },
    { ...ours, ...paired },
    {
      about: { kind: 'classroom', id: school.classroomId, name: '一小一班' },
      setting: 'cameraAllowed',
      from: true,
      to: false,
      at: at - 3_000,
      accountName: school.admin.name,
    },
  ]);
  expect(await changesOf(partner)).toEqual([
    { ...theirs, ...parted },
    { ...theirs, ...paired },
  ]);
});
