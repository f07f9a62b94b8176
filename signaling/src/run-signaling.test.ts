import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
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
  const { links, note, close } = await runSignaling(read.config, log);
  await close();
  return { links, note, paths: links.map(({ url }) => new URL(url).pathname), warned: warnings.slice(before).join() };
}

/** The folder's catalogue, while no server has it open. */
function openOwn() {
  const database = openDatabase(join(folder, 'data', 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  return { catalogue: openCatalogue(database), close: () => database.close() };
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
  const { catalogue, close } = openOwn();
  await catalogue.schools.add('城关一小', Date.now());
  await close();
  const { paths, warned } = await startedWith(DEMO);
  expect(paths).toContain('/teach');
  expect(warned).toMatch(/has schools of its own: for the sample give another folder with --data/);
});

test('[CT1] asked for, a way back for the first administrator: a sign-in link, and none while there is no administrator', async () => {
  const asked = { TONGKE_ADMIN_LINK: '1' };
  expect((await startedWith(asked)).paths).toEqual(['/setup', '/teach', '/board', '/s']);
  const { catalogue, close } = openOwn();
  const { schoolId } = await catalogue.schools.add('城关一小', 1);
  await catalogue.accounts.add({ schoolId, role: 'admin', name: '后来的', operator: false }, 2);
  const first = await catalogue.accounts.add({ schoolId, role: 'admin', name: '刘主任', operator: true }, 3);
  await close();
  expect((await startedWith()).paths).toEqual(['/teach', '/board', '/s']);
  const { links } = await startedWith(asked);
  expect(links[0]?.label).toContain('刘主任');
  const url = new URL(links[0]?.url ?? '');
  expect(url.pathname).toBe('/sign-in');
  const again = openOwn();
  expect(await again.catalogue.links.use('sign-in', url.hash.slice(1), Date.now())).toMatchObject({
    subject: first.accountId,
  });
  await again.close();
});

test('[DM2] the teacher and the administrator of the sample have a cookie each in one browser', async () => {
  const { links } = await startedWith(DEMO);
  const hosts = links.filter(({ url }) => url.includes('/sign-in')).map(({ url }) => new URL(url).hostname);
  expect(hosts).toEqual(['localhost', '127.0.0.1']);
});

test('the data folder is for this user alone', async () => {
  mkdirSync(join(folder, 'data'), { mode: 0o755 });
  const { warned } = await startedWith();
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  expect(warned).toBe('');
});
