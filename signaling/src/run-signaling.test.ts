import { mkdtempSync, rmSync } from 'node:fs';
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

let folder: string;
const warnings: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-run-'));
});
afterEach(() => {
  warnings.length = 0;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts signaling on free ports in this folder, and answers the paths of its links and what it warned of. */
async function startedWith(env: Readonly<Record<string, string>> = {}) {
  const read = readConfig({
    TONGKE_DATA: join(folder, 'data'),
    TONGKE_BIND: '127.0.0.1',
    TONGKE_HTTP_PORT: '0',
    TONGKE_CLIENT_DIR: folder,
    TONGKE_SFU_URL: 'http://127.0.0.1:9',
    TONGKE_SFU_SECRET: '0123456789abcdef',
    ...env,
  });
  if (!read.ok) throw new Error(read.message);
  const before = warnings.length;
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line).msg) });
  const { links, qr, close } = await runSignaling(read.config, log);
  await close();
  return { links, qr, paths: links.map(({ url }) => new URL(url).pathname), warned: warnings.slice(before).join() };
}

const DEMO = { TONGKE_DEMO: '1' };

test('the sample school first, then a start without it in the same folder: it says why there is no administrator’s link', async () => {
  await startedWith(DEMO);
  const { paths, warned } = await startedWith();
  expect(paths).not.toContain('/setup');
  expect(warned).toMatch(/data holds the sample school: start with --demo .* another folder with --data/);
});

test('[DM1] a school of one’s own first, then the sample in the same folder: it leaves all as it is and says what to do', async () => {
  expect((await startedWith()).paths).toContain('/setup');
  const database = openDatabase(join(folder, 'data', 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  await openCatalogue(database).schools.add('城关一小', Date.now());
  await database.close();
  const { paths, warned } = await startedWith(DEMO);
  expect(paths).toContain('/teach');
  expect(warned).toMatch(/has schools of its own: for the sample give another folder with --data/);
});
