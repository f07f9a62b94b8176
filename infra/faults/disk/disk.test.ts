import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Disk } from './disk.ts';

let folder: string;
let disk: Disk;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-disk-'));
  disk = new Disk(folder);
});
afterEach(() => {
  disk.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (synchronous: string) => `
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync('${join(folder, 'a.db')}');
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; CREATE TABLE IF NOT EXISTS t (a)');`;
const args = (script: string) => ['--disable-warning=ExperimentalWarning', '-e', script];

function run(script: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args(script), {
    env: { ...process.env, ...disk.env },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

/** Commits ten rows and is killed by a power cut; answers how many rows are there afterwards. */
async function rowsAfterPowerCut(synchronous: string): Promise<number> {
  const script = `${open(synchronous)} for (let i = 0; i < 10; i += 1) db.exec('INSERT INTO t VALUES (1)'); console.log('done'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, args(script), { env: { ...process.env, ...disk.env } });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  disk.loseUnsynced(() => false);
  const db = new DatabaseSync(join(folder, 'a.db'));
  const table = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 't'").get() as { n: number };
  const rows = table.n === 0 ? 0 : (db.prepare('SELECT count(*) AS n FROM t').get() as { n: number }).n;
  db.close();
  return rows;
}

test('a commit that was synced outlives a power cut, one that was not does not', async () => {
  expect(await rowsAfterPowerCut('FULL')).toBe(10);
  rmSync(join(folder, 'a.db'), { force: true });
  expect(await rowsAfterPowerCut('OFF')).toBe(0);
});

test('a full disk refuses every write, and takes them again', () => {
  const write = `${open('FULL')} try { db.exec('INSERT INTO t VALUES (1)'); console.log('written'); } catch (error) { console.log(error.errcode); }`;
  expect(run(write)).toBe('written');
  disk.full = true;
  expect(
    Number(
      run(
        `${write.replace(open('FULL'), `const { DatabaseSync } = require('node:sqlite'); const db = new DatabaseSync('${join(folder, 'a.db')}');`)}`,
      ),
    ),
  ).toBe(13);
  expect(disk.refused).toBeGreaterThan(0);
  disk.full = false;
  expect(run(write)).toBe('written');
});

test('a sync takes as long as it is told to, and is counted', () => {
  disk.syncMs = 30;
  const before = disk.syncs;
  const took = Number(
    run(
      `${open('FULL')} const from = performance.now(); db.exec('INSERT INTO t VALUES (1)'); console.log(performance.now() - from);`,
    ),
  );
  expect(took).toBeGreaterThanOrEqual(30);
  expect(disk.syncs).toBeGreaterThan(before);
});

test('the wall clock jumps, and the other clock does not', () => {
  disk.clockOffMs = 3_600_000;
  const seen = Number(run('console.log(Date.now())'));
  expect(Math.round((seen - Date.now()) / 60_000)).toBe(60);
  disk.clockOffMs = -3_600_000;
  expect(Math.round((Number(run('console.log(Date.now())')) - Date.now()) / 60_000)).toBe(-60);
});
