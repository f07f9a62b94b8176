import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { runSignaling } from './run-signaling.ts';
import { catalogueMigrations } from './store/catalogue-migrations.ts';
import { openCatalogue } from './store/catalogue-stores.ts';
import { openDatabase } from './store/database.ts';
import { eventMigrations } from './store/event-tables.ts';
import { newDeviceKey } from './testing/classroom.ts';
import { FakeScreen } from './testing/fake-screen.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-alerts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A school with an administrator who is signed in; answers the session's secret. */
async function administrator(): Promise<string> {
  const database = openDatabase(join(folder, 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  const { schools, accounts, sessions } = openCatalogue(database);
  const { schoolId } = await schools.add('城关一小', Date.now());
  const admin = await accounts.add({ schoolId, role: 'admin', name: '赵老师', operator: true }, Date.now());
  const session = await sessions.start(admin, 'test', Date.now());
  await database.close();
  return session;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

test('[AC5] who guesses codes on the whole server is an alert that the administrator reads', async () => {
  const session = await administrator();
  const port = await freePort();
  const read = readConfig({
    TONGKE_DATA: folder,
    TONGKE_BIND: '127.0.0.1',
    TONGKE_HTTP_PORT: String(port),
    TONGKE_CLIENT_DIR: folder,
    TONGKE_SFU_URL: 'http://127.0.0.1:9',
    TONGKE_SFU_SECRET: '0123456789abcdef',
  });
  if (!read.ok) throw new Error(read.message);
  const server = await runSignaling(read.config, pino({ level: 'silent' }));
  try {
    const url = `http://localhost:${port}`;
    for (let screen = 0; screen < 5; screen += 1) {
      const by = { kind: 'code', code: '000000' } as const;
      const guesser = new FakeScreen({ url, credentials: { as: 'tablet', deviceKey: newDeviceKey(), by } });
      for (let guess = 0; guess < (screen < 4 ? 7 : 3); guess += 1)
        expect(await guesser.hello()).toEqual({ ok: false, reason: 'code/wrong' });
      guesser.close();
    }
    const reply = await fetch(`${url}/api/alerts`, { headers: { cookie: `tk_session=${session}` } });
    const { alerts } = (await reply.json()) as { alerts: readonly object[] };
    expect(alerts).toContainEqual({ kind: 'wrong-guesses', at: expect.any(Number), value: 31 });
  } finally {
    await server.close();
  }
}, 15_000);
