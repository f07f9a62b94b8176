import type { Migration } from './database.ts';

/** The tables of the lessons' logs; a type alias, because Kysely wants an index signature. */
export type EventTables = {
  events: {
    lesson: string;
    version: number;
    at: number;
    type: string;
    schema: number;
    payload: string;
    actor: string;
    command_id: string | null;
  };
  commands: { lesson: string; id: string; hash: string; version: number };
  lesson_owners: { lesson: string; epoch: number; version: number; last_at: number; ended: number };
};

/** What the logs of lessons need of the database. */
export const eventMigrations: readonly Migration[] = [
  {
    name: 'events-1',
    sql: `
      CREATE TABLE events (
        lesson TEXT NOT NULL,
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        type TEXT NOT NULL,
        schema INTEGER NOT NULL,
        payload TEXT NOT NULL,
        actor TEXT NOT NULL,
        command_id TEXT,
        PRIMARY KEY (lesson, version)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE commands (
        lesson TEXT NOT NULL,
        id TEXT NOT NULL,
        hash TEXT NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (lesson, id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE lesson_owners (
        lesson TEXT PRIMARY KEY,
        epoch INTEGER NOT NULL,
        version INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        ended INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
