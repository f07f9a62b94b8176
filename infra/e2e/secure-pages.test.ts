import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { FakeScreen } from '@tongke/signaling/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCertificate } from '../bootstrap/tls/local-certificate.mjs';
import { freePorts } from './support/free-ports.ts';
import { type ServerProcess, spawnServer } from './support/spawn-server.ts';

const CLIENT = fileURLToPath(new URL('../../classroom-client/dist', import.meta.url));
const trusted = getCACertificates('default');

let folder: string;
let server: ServerProcess;
let secure: string;
let plain: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-tls-'));
  const { cert, key, ca } = await localCertificate({ dir: join(folder, 'tls'), names: ['localhost'], now: Date.now() });
  const [http = 0, https = 0] = await freePorts(2);
  [secure, plain] = [`https://localhost:${https}`, `http://localhost:${http}`];
  server = await spawnServer('signaling', {
    TONGKE_DATA: folder,
    TONGKE_HTTP_PORT: String(http),
    TONGKE_HTTPS_PORT: String(https),
    TONGKE_HOST: 'localhost',
    TONGKE_TLS_CERT: cert,
    TONGKE_TLS_KEY: key,
    TONGKE_CA_FILE: ca,
    TONGKE_CLIENT_DIR: CLIENT,
    TONGKE_DEMO: '1',
    TONGKE_SFU_URL: 'http://127.0.0.1:9',
    TONGKE_SFU_SECRET: '0123456789abcdef',
  });
  // What a board does once: it fetches the authority over plain HTTP and trusts it from then on.
  const authority = await (await fetch(`${plain}/ca.crt`)).text();
  expect(authority).toBe(readFileSync(ca, 'utf8'));
  setDefaultCACertificates([...trusted, authority]);
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test.each(['/teach', '/board', '/admin'])('[HT1] %s opens over TLS with the local certificate', async (path) => {
  const page = await fetch(`${secure}${path}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('[AC2] a teacher signs in over TLS, is given a cookie for TLS alone, and joins the lesson by a secure socket', async () => {
  const link = server.links.find(({ url }) => new URL(url).pathname === '/sign-in');
  const answer = await fetch(`${secure}/api/sign-in`, {
    method: 'POST',
    headers: { origin: secure, 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(link?.url ?? '').hash.slice(1) }),
  });
  expect(answer.status).toBe(200);
  const [cookie = ''] = answer.headers.getSetCookie();
  for (const word of ['Secure', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(word);

  const session = /^tk_session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const { lessons } = (await (
    await fetch(`${secure}/api/lessons`, { headers: { cookie: `tk_session=${session}` } })
  ).json()) as { lessons: { lessonId: string }[] };
  const lead = new FakeScreen({
    url: secure,
    credentials: { as: 'lead', lessonId: lessons[0]?.lessonId ?? '' },
    cookie: session,
  });
  expect(await lead.hello()).toMatchObject({ ok: true, joined: { kind: 'snapshot' } });
  expect(lead.viewer?.role).toBe('lead');
  lead.close();
});
