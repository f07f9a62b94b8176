import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongke-database-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Tables = { notes: { id: number; text: string; seen: number | boolean } };
const first = {
  name: '1',
  sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL, seen INTEGER) STRICT',
};

test('a database keeps its rows and runs each migration once', async () => {
  const path = join(folder, 'a.db');
  const one = openDatabase(path, [first]);
  await one.kysely.$extendTables<Tables>().insertInto('notes').values({ id: 1, text: '你好', seen: true }).execute();
  await one.close();
  const two = openDatabase(path, [first, { name: '2', sql: 'ALTER TABLE notes ADD COLUMN more TEXT' }]);
  const rows = await two.kysely.$extendTables<Tables>().selectFrom('notes').selectAll().execute();
  expect(rows).toEqual([{ id: 1, text: '你好', seen: 1, more: null }]);
  const { rows: sync } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(two.kysely);
  expect(sync[0]?.synchronous).toBe(2);
  await two.close();
});

test('statements of others wait until a transaction is over, and a failed one leaves nothing', async () => {
  const database = openDatabase(':memory:', [first]);
  const db = database.kysely.$extendTables<Tables>();
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('notes').values({ id: 1, text: 'a', seen: false }).execute();
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error('no');
  });
  const other = db.insertInto('notes').values({ id: 2, text: 'b', seen: false }).execute();
  await expect(failing).rejects.toThrow('no');
  await other;
  expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 2 }]);
  await database.close();
});
