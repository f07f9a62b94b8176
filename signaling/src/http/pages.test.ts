import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
beforeEach(async () => {
  web = await startTestWeb();
});
afterEach(() => web.close());

const open = (url: string, host = 'localhost:8080', remoteAddress = '127.0.0.1') =>
  web.app.inject({ method: 'GET', url, headers: { host }, remoteAddress });

test.for(['/teach', '/board', '/admin', '/setup', '/invite', '/sign-in', '/pair', '/assist'])(
  '[HT1] %s over plain HTTP from elsewhere is refused with the secure address',
  async (path) => {
    expect((await open(path)).statusCode).toBe(200);
    for (const [host, address] of [
      ['school.test:8080', '10.0.0.9'],
      ['localhost:8080', '10.0.0.9'],
      ['school.test:8080', '127.0.0.1'],
    ] as const) {
      const refused = await open(path, host, address);
      expect(refused.statusCode).toBe(403);
      expect(refused.body).toContain(`https://school.test:8443${path}`);
    }
  },
);

test.for(['x-forwarded-for', 'forwarded', 'via'])(
  '[HT1] what a proxy on this machine hands on is not local: %s',
  async (name) => {
    const headers = { host: 'localhost:8080', [name]: 'for=10.0.0.9' };
    const page = await web.app.inject({ url: '/teach', headers, remoteAddress: '127.0.0.1' });
    expect(page.statusCode).toBe(403);
    expect(await web.ask('GET /api/me', { headers })).toMatchObject({ status: 403, json: { reason: 'insecure-page' } });
  },
);

test.for(['/', '/s', '/s/abcdefghijklmnopqrstuv'])('[HT1] %s needs no TLS', async (path) => {
  expect((await open(path, 'school.test:8080', '10.0.0.9')).statusCode).toBe(200);
});

test('[HT6] staff pages may use camera and microphone, tablets never', async () => {
  expect((await open('/board')).headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
  for (const path of ['/', '/s', '/admin']) {
    expect((await open(path)).headers['permissions-policy']).toContain('camera=(), microphone=()');
  }
});

test('[SS2] [HT6] the teacher’s page may ask which screens there are, tablets and the second screen itself never', async () => {
  expect((await open('/teach')).headers['permissions-policy']).toContain('window-management=(self)');
  for (const path of ['/s', '/screen']) {
    expect((await open(path)).headers['permissions-policy']).toContain('window-management=()');
  }
});

test('[HT6] every answer carries the safety headers', async () => {
  for (const path of ['/', '/s', '/teach', '/api/me', '/nowhere']) {
    const { headers } = await open(path);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});

test('the local authority’s certificate can be fetched over plain HTTP, from a link with the steps, and only where there is one', async () => {
  expect((await open('/ca.crt')).statusCode).toBe(404);
  expect((await open('/teach', 'school.test', '10.0.0.9')).body).not.toContain('/ca.crt');
  const caFile = `${web.clientDir}/ca.pem`;
  writeFileSync(caFile, '-----BEGIN CERTIFICATE-----\n');
  const own = await startTestWeb({ caFile });
  const { statusCode, headers, body } = await own.app.inject({ url: '/ca.crt', headers: { host: 'school.test' } });
  expect([statusCode, headers['content-type'], body]).toEqual([
    200,
    'application/x-x509-ca-cert',
    '-----BEGIN CERTIFICATE-----\n',
  ]);
  const refused = await own.app.inject({ url: '/teach', headers: { host: 'school.test' }, remoteAddress: '10.0.0.9' });
  expect(refused.body).toContain('href="/ca.crt"');
  expect(refused.body).toContain('证书信任设置');
  await own.close();
});

test('a page that does not exist says where to start again', async () => {
  const missing = await open('/teacher');
  expect(missing.statusCode).toBe(404);
  expect(missing.body).toContain('从首页重新开始');
});
