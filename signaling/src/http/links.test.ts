import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstStartToken } from './first-start.ts';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const MINUTE = 60_000;
let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
});
afterEach(() => web.close());

const secretOf = (answer: { readonly json: Readonly<Record<string, unknown>> }) =>
  new URL(String(answer.json.url)).hash.slice(1);
const me = { schoolName: '城关一小', name: '周主任' };

test('[CT1] the link of the first start works once, within an hour, and makes the administrator', async () => {
  const token = (await firstStartToken(web.catalogue, web.clock.now())) ?? '';
  web.clock.advance(59 * MINUTE);
  const first = await web.ask('POST /api/setup', { body: { token, ...me } });
  expect(first).toMatchObject({ status: 200, json: { ok: true, account: { role: 'admin', operator: true } } });
  expect(await web.ask('GET /api/me', { session: first.cookie })).toMatchObject({
    json: { school: { name: '城关一小' } },
  });
  expect(await web.ask('POST /api/setup', { body: { token, ...me } })).toMatchObject({ json: { reason: 'link/used' } });
  expect(await firstStartToken(web.catalogue, web.clock.now())).toBeNull();
  expect(await web.catalogue.schools.all()).toHaveLength(1);
});

test('[CT1] after an hour it is too late, and a new start makes the old link worthless', async () => {
  const old = (await firstStartToken(web.catalogue, web.clock.now())) ?? '';
  web.clock.advance(60 * MINUTE);
  expect(await web.ask('POST /api/setup', { body: { token: old, ...me } })).toMatchObject({
    json: { reason: 'link/expired' },
  });
  const token = (await firstStartToken(web.catalogue, web.clock.now())) ?? '';
  expect(await web.ask('POST /api/setup', { body: { token: old, ...me } })).toMatchObject({
    json: { reason: 'link/unknown' },
  });
  expect(await web.ask('POST /api/setup', { body: { token, ...me } })).toMatchObject({ status: 200 });
});

test('[CT2] an invitation says what it is for, works once, and gives the role and nothing more', async () => {
  school = await sampleSchool(web.catalogue, '一小', web.clock.now());
  const token = secretOf(
    await web.ask('POST /api/invites', { session: school.admin.session, body: { role: 'assistant' } }),
  );
  const looked = await web.ask('POST /api/invites/look', { body: { token } });
  expect(looked).toMatchObject({ json: { schoolName: '一小', role: 'assistant' } });
  const accepted = await web.ask('POST /api/invites/accept', { body: { token, name: '王老师' } });
  expect(accepted).toMatchObject({ json: { account: { role: 'assistant', name: '王老师', operator: false } } });
  expect(await web.ask('POST /api/invites/accept', { body: { token, name: '别人' } })).toMatchObject({
    json: { reason: 'link/used' },
  });
  expect(await web.ask('POST /api/invites', { session: accepted.cookie, body: { role: 'admin' } })).toMatchObject({
    status: 403,
  });
});

test('[CT2] [AC7] sessions are listed, and one that is ended is signed out at once', async () => {
  school = await sampleSchool(web.catalogue, '一小', web.clock.now());
  const { admin, teacher } = school;
  const listed = await web.ask('GET /api/sessions', { session: admin.session });
  expect(listed.json.sessions).toHaveLength(3);
  expect(await web.ask('DELETE /api/sessions/:id', { session: admin.session, id: teacher.sessionId })).toMatchObject({
    status: 200,
  });
  expect(web.revoked).toEqual([{ kind: 'session', id: teacher.sessionId }]);
  expect(await web.ask('GET /api/me', { session: teacher.session })).toMatchObject({ status: 401 });
});

test('[CT2] a sign-in link opens a session of that account once, for ten minutes', async () => {
  school = await sampleSchool(web.catalogue, '一小', web.clock.now());
  const { admin, teacher } = school;
  const make = () =>
    web.ask('POST /api/sign-in-links', { session: admin.session, body: { accountId: teacher.accountId } });
  const token = secretOf(await make());
  expect(await web.ask('POST /api/sign-in', { body: { token } })).toMatchObject({
    json: { account: { name: teacher.name } },
  });
  expect(await web.ask('POST /api/sign-in', { body: { token } })).toMatchObject({ json: { reason: 'link/used' } });
  const late = secretOf(await make());
  web.clock.advance(10 * MINUTE);
  expect(await web.ask('POST /api/sign-in', { body: { token: late } })).toMatchObject({
    json: { reason: 'link/expired' },
  });
});
