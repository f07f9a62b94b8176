import type { ApiRoute } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let web: TestWeb;

beforeEach(async () => {
  web = await startTestWeb();
});
afterEach(() => web.close());

const secretOf = (url: unknown) => new URL(String(url)).hash.slice(1);
const reasonOf = async (route: ApiRoute, body: object) => (await web.ask(route, { body })).json.reason;

test('[CT2] an invitation can be looked at, works once and for seven days', async () => {
  const { admin } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const invite = async () =>
    secretOf((await web.ask('POST /api/invites', { session: admin.session, body: { role: 'teacher' } })).json.url);
  const token = await invite();
  const look = await web.ask('POST /api/invites/look', { body: { token } });
  expect(look.json).toMatchObject({ schoolName: '甲', role: 'teacher' });
  const { json } = await web.ask('POST /api/invites/accept', { body: { token, name: '李老师' } });
  expect(json).toMatchObject({ account: { role: 'teacher', operator: false, name: '李老师' } });
  expect(await reasonOf('POST /api/invites/accept', { token, name: '别人' })).toBe('link/used');
  const late = await invite();
  web.clock.advance(7 * DAY);
  expect(await reasonOf('POST /api/invites/accept', { token: late, name: '李老师' })).toBe('link/expired');
});

test('[CT2] a link of one kind opens nothing of another', async () => {
  const { admin } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const { json } = await web.ask('POST /api/sign-in-links', { session: admin.session, body: {} });
  const token = secretOf(json.url);
  expect(await reasonOf('POST /api/invites/accept', { token, name: '别人' })).toBe('link/unknown');
  expect(await reasonOf('POST /api/phones/pair', { token })).toBe('link/unknown');
  expect(await reasonOf('POST /api/sign-in', { token })).toBeUndefined();
  expect(await reasonOf('POST /api/sign-in', { token })).toBe('link/used');
});

test('[CT2] only an administrator makes a sign-in link for somebody else', async () => {
  const { admin, teacher, assistant } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const body = { accountId: assistant.accountId };
  const refused = await web.ask('POST /api/sign-in-links', { session: teacher.session, body });
  expect(refused.json.reason).toBe('not-allowed');
  const { json } = await web.ask('POST /api/sign-in-links', { session: admin.session, body });
  web.clock.advance(10 * 60_000);
  expect(await reasonOf('POST /api/sign-in', { token: secretOf(json.url) })).toBe('link/expired');
});

test('[CT2] open links are listed with who made them, and one that is taken back is unknown', async () => {
  const { admin, teacher } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const { session } = admin;
  web.clock.advance(60_000);
  const open = async () => (await web.ask('GET /api/links', { session })).json.links as { linkId: string }[];
  expect(await open()).toEqual([]);
  const invited = await web.ask('POST /api/invites', { session, body: { role: 'admin', name: '赵老师' } });
  const help = await web.ask('POST /api/sign-in-links', { session, body: { accountId: teacher.accountId } });
  const [first, second] = await open();
  expect(first).toMatchObject({ kind: 'sign-in', role: null, name: teacher.name, madeBy: admin.name });
  expect(second).toMatchObject({ kind: 'invite', role: 'admin', name: '赵老师', madeBy: admin.name });
  await web.ask('DELETE /api/links/:id', { session, id: second?.linkId ?? '' });
  expect(await reasonOf('POST /api/invites/look', { token: secretOf(invited.json.url) })).toBe('link/unknown');
  expect(await reasonOf('POST /api/sign-in', { token: secretOf(help.json.url) })).toBeUndefined();
  expect(await open()).toEqual([]);
});

test('[CT2] a session that is ended takes its links along, and so does an account that is removed', async () => {
  const { admin, person } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const thief = await person('admin');
  const make = async (session: string) => {
    const invite = await web.ask('POST /api/invites', { session, body: { role: 'admin' } });
    const own = await web.ask('POST /api/sign-in-links', { session, body: {} });
    return { invite: secretOf(invite.json.url), own: secretOf(own.json.url) };
  };
  const look = (token: string) => reasonOf('POST /api/invites/look', { token });
  const ended = await make(thief.session);
  await web.ask('DELETE /api/sessions/:id', { session: admin.session, id: thief.sessionId });
  expect([await look(ended.invite), await reasonOf('POST /api/sign-in', { token: ended.own })]).toEqual([
    'link/unknown',
    'link/unknown',
  ]);
  const second = await person('admin');
  const left = await make(second.session);
  await web.ask('POST /api/sign-out', { session: second.session });
  expect(await look(left.invite)).toBeUndefined();
  expect(await reasonOf('POST /api/sign-in', { token: left.own })).toBe('link/unknown');
  await web.ask('DELETE /api/accounts/:id', { session: admin.session, id: second.accountId });
  expect(await look(left.invite)).toBe('link/unknown');
});

test('[CT2] a removed account has no session left, and a school keeps its last administrator', async () => {
  const { admin, teacher } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const remove = (id: string) => web.ask('DELETE /api/accounts/:id', { session: admin.session, id });
  expect((await remove(admin.accountId)).json.reason).toBe('account/last-admin');
  expect((await remove(teacher.accountId)).status).toBe(200);
  expect(web.revoked).toEqual([{ kind: 'account', id: teacher.accountId }]);
  expect((await web.ask('GET /api/me', { session: teacher.session })).status).toBe(401);
});

test('[CT2] an ordinary administrator neither becomes the operator nor removes or signs him out', async () => {
  const { admin, person } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const operator = await person('admin', true);
  const { session } = admin;
  const id = operator.accountId;
  const before = await web.everything();
  for (const refused of [
    await web.ask('POST /api/sign-in-links', { session, body: { accountId: id } }),
    await web.ask('DELETE /api/accounts/:id', { session, id }),
    await web.ask('DELETE /api/sessions/:id', { session, id: operator.sessionId }),
  ])
    expect(refused).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
  expect(await web.everything()).toEqual(before);
  const own = await web.ask('POST /api/sign-in-links', { session: operator.session, body: {} });
  expect(own.json.ok).toBe(true);
});

test('[CT2] the last operator cannot go, not by his own hand either', async () => {
  const { person } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const first = await person('admin', true);
  const remove = () => web.ask('DELETE /api/accounts/:id', { session: first.session, id: first.accountId });
  expect((await remove()).json.reason).toBe('account/last-admin');
  await person('admin', true);
  expect((await remove()).json.ok).toBe(true);
});

test('[CT2] a session ends by itself after 180 days, and by signing out', async () => {
  const { admin, teacher } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  await web.ask('POST /api/sign-out', { session: teacher.session });
  expect((await web.ask('GET /api/me', { session: teacher.session })).status).toBe(401);
  web.clock.advance(180 * DAY);
  expect((await web.ask('GET /api/me', { session: admin.session })).status).toBe(401);
});
