import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const LAN = { host: '192.168.1.5:8080' };
let web: TestWeb;

beforeEach(async () => {
  web = await startTestWeb();
});
afterEach(() => web.close());

test('[HT1] what a proxy claims is not believed', async () => {
  const headers = {
    ...LAN,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'localhost',
  };
  expect((await web.app.inject({ url: '/teach', remoteAddress: '192.168.1.7', headers })).statusCode).toBe(403);
});

test('[HT1] staff routes over plain HTTP from elsewhere are refused insecure-page, even with a session', async () => {
  const { admin } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const asking = { session: admin.session, remoteAddress: '192.168.1.7', headers: LAN };
  expect(await web.ask('GET /api/me', asking)).toMatchObject({ status: 403, json: { reason: 'insecure-page' } });
});

test('[HT2] [HT7] half a body, one too many a field and a form of another site are refused and change nothing', async () => {
  const { admin } = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const before = await web.everything();
  const post = async (payload: string, type: string) => {
    const own = { host: 'localhost:8080', origin: 'http://localhost:8080', cookie: `tk_session=${admin.session}` };
    const headers = { ...own, 'content-type': type };
    const { statusCode, body } = await web.app.inject({ method: 'POST', url: '/api/classrooms', headers, payload });
    return [statusCode, JSON.parse(body).reason];
  };
  for (const payload of ['{"name":', '[]', '', '{"name":"一班","admin":true}', '{"__proto__":{"a":1},"name":"一班"}'])
    expect([payload, ...(await post(payload, 'application/json'))]).toEqual([payload, 400, 'malformed']);
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])
    expect([type, ...(await post('{"name":"一班"}', type))]).toEqual([type, 400, 'malformed']);
  expect(await web.everything()).toEqual(before);
});

test('nothing outside the pages is served', async () => {
  writeFileSync(join(web.clientDir, 'secret.json'), '{}');
  mkdirSync(join(web.clientDir, 'assets'));
  writeFileSync(join(web.clientDir, 'assets', 'app.js'), '1');
  const headers = { host: 'localhost:8080' };
  for (const url of [
    '/secret.json',
    '/assets/../secret.json',
    '/assets/%2e%2e/secret.json',
    '/assets/..%2fsecret.json',
    '/assets/..%2fteach.html',
    '/assets/..%5cteach.html',
  ])
    expect([400, 403, 404]).toContain((await web.app.inject({ url, headers })).statusCode);
  const asset = await web.app.inject({ url: '/assets/app.js', headers });
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
  expect((await web.app.inject({ url: '/api/nothing', headers })).json()).toEqual({ ok: false, reason: 'not-found' });
});
