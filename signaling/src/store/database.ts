import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { nodeSqlite } from './node-sqlite.ts';
import { diskTrouble } from './store-unavailable.ts';

/** One step of the schema, in plain SQL; its name is remembered, so it runs once. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The one database file. Each side names its own tables (a type alias, no interface): `database.kysely.$extendTables<CatalogueTables>()`. */
export interface Database {
  /** Queries and transactions queue up for the one connection, so that no statement slips into another's transaction. */
  readonly kysely: Kysely<Record<never, never>>;
  /** Leaves no trace on the disk of what was deleted: the write-ahead log, which holds older pages, is emptied into the file. */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens (or makes) the database at this path, `:memory:` for a fleeting one, and brings its tables up to date.
 * A commit is on the disk when it returns. Throws what SQLite throws: a full disk, a file that is no database.
 */
export function openDatabase(path: string, migrations: readonly Migration[]): Database {
  const sqlite = new DatabaseSync(path);
  sqlite.exec('PRAGMA busy_timeout = 2000');
  sqlite.exec('PRAGMA journal_mode = WAL');
  sqlite.exec('PRAGMA synchronous = FULL');
  sqlite.exec('PRAGMA foreign_keys = ON');
  // What is deleted is overwritten with zeros: a child's name must not stay in a free page.
  sqlite.exec('PRAGMA secure_delete = ON');
  migrate(sqlite, migrations);
  const kysely = new Kysely<Record<never, never>>({ dialect: new SqliteDialect({ database: nodeSqlite(sqlite) }) });
  return {
    kysely,
    async emptyLog() {
      try {
        await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(kysely);
      } catch (error) {
        // What was deleted is deleted; the next one empties the log when the disk has space again.
        if (diskTrouble(error) === null) throw error;
      }
    },
    async close() {
      await kysely.destroy();
      if (sqlite.isOpen) sqlite.close();
    },
  };
}

function migrate(sqlite: DatabaseSync, migrations: readonly Migration[]): void {
  sqlite.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT');
  const done = new Set(
    sqlite
      .prepare('SELECT name FROM migrations')
      .all()
      .map(({ name }) => name),
  );
  for (const { name, sql } of migrations) {
    if (done.has(name)) continue;
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      sqlite.exec(sql);
      sqlite.prepare('INSERT INTO migrations (name, at) VALUES (?, ?)').run(name, Date.now());
      sqlite.exec('COMMIT');
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
      throw error;
    }
  }
}
