import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { catalogueMigrations } from './catalogue-migrations.ts';
import { openCatalogue } from './catalogue-stores.ts';
import { openDatabase } from './database.ts';

const HOUR = 3_600_000;

test('[HT7] [CT2] a disk that takes nothing signs nobody out', async () => {
  const database = openDatabase(':memory:', catalogueMigrations);
  const { schools, accounts, sessions } = openCatalogue(database);
  const { schoolId } = await schools.add('甲', 0);
  const account = await accounts.add({ schoolId, role: 'teacher', name: '李老师', operator: false }, 0);
  const token = await sessions.start(account, 'test', 0);
  await sql`PRAGMA query_only = 1`.execute(database.kysely);
  expect(await sessions.byToken(token, HOUR)).toMatchObject({ account: { name: '李老师' } });
  await sql`PRAGMA query_only = 0`.execute(database.kysely);
  await sessions.byToken(token, HOUR);
  expect(await sessions.ofAccount(account.accountId, HOUR)).toMatchObject([{ lastSeenAt: HOUR }]);
  await database.close();
});
