import type { LessonId, Viewer } from '@tongke/shared-types';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Append, AppendResult, CommandOutcome, EventStore, StoredEvent } from './event-store.ts';
import type { EventTables } from './event-tables.ts';
import { diskTrouble, reading } from './store-unavailable.ts';
import { schemaOf, upcast } from './upcast.ts';

type EventRow = EventTables['events'];
type CommandRow = EventTables['commands'];

/** SQLite takes 32,766 parameters in a statement; a row of ours has eight. */
const ROWS_PER_INSERT = 500;

/** Lessons' logs in the database: a commit is on the disk before `append` answers. */
export class SqliteEventStore implements EventStore {
  readonly #db: Kysely<EventTables>;

  constructor(database: Database) {
    this.#db = database.kysely.$extendTables<EventTables>() as Kysely<EventTables>;
  }

  async own(lessonId: LessonId): Promise<number> {
    return reading(async () => {
      const { epoch } = await this.#db
        .insertInto('lesson_owners')
        .values({ lesson: lessonId, epoch: 1, version: 0, last_at: 0, ended: 0 })
        .onConflict((conflict) => conflict.column('lesson').doUpdateSet({ epoch: sql`lesson_owners.epoch + 1` }))
        .returning('epoch')
        .executeTakeFirstOrThrow();
      return epoch;
    });
  }

  async append(append: Append): Promise<AppendResult> {
    const { events, commands } = rowsOf(append);
    const version = append.expectedVersion + events.length;
    try {
      const owned = await this.#db.transaction().execute(async (trx) => {
        if (!(await advance(trx, append, version))) return false;
        await insertAll(trx, 'events', events);
        await insertAll(trx, 'commands', commands);
        return true;
      });
      return owned ? { ok: true, version } : { ok: false, reason: 'fenced' };
    } catch (error) {
      const detail = diskTrouble(error);
      if (detail === null) throw error;
      return { ok: false, reason: 'unavailable', detail };
    }
  }

  async since(lessonId: LessonId, version: number): Promise<readonly StoredEvent[]> {
    const rows = await reading(() =>
      this.#db
        .selectFrom('events')
        .select(['version', 'at', 'actor', 'type', 'schema', 'payload'])
        .where('lesson', '=', lessonId)
        .where('version', '>', version)
        .orderBy('version')
        .execute(),
    );
    return rows.map(({ version, at, actor, type, schema, payload }) => {
      return { version, at, actor: JSON.parse(actor) as Viewer, event: upcast(type, schema, JSON.parse(payload)) };
    });
  }

  async outcomesOf(lessonId: LessonId, commandIds: readonly string[]): Promise<ReadonlyMap<string, CommandOutcome>> {
    if (commandIds.length === 0) return new Map();
    const rows = await reading(() =>
      this.#db
        .selectFrom('commands')
        .select(['id', 'hash', 'version'])
        .where('lesson', '=', lessonId)
        .where('id', 'in', commandIds)
        .execute(),
    );
    return new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
  }

  async unfinished(at: number): Promise<readonly LessonId[]> {
    const rows = await reading(() =>
      this.#db
        .selectFrom('lesson_owners')
        .select('lesson')
        .where('ended', '=', 0)
        .where('version', '>', 0)
        .where('last_at', '>=', at)
        .execute(),
    );
    return rows.map(({ lesson }) => lesson);
  }
}

/** Moves the lesson to its new version; false when it is no longer this owner's, or stands elsewhere. */
async function advance(trx: Transaction<EventTables>, append: Append, version: number): Promise<boolean> {
  const { lessonId, epoch, expectedVersion, entries } = append;
  const ends = entries.some(({ events }) => events.some(({ type }) => type === 'lesson.ended'));
  const { numUpdatedRows } = await trx
    .updateTable('lesson_owners')
    .set({ version, last_at: entries.at(-1)?.at ?? 0, ...(ends && { ended: 1 }) })
    .where('lesson', '=', lessonId)
    .where('epoch', '=', epoch)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function insertAll(
  trx: Transaction<EventTables>,
  table: 'events' | 'commands',
  rows: readonly (EventRow | CommandRow)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_PER_INSERT) as EventRow[])
      .execute();
  }
}

function rowsOf({ lessonId: lesson, expectedVersion, entries }: Append) {
  const events: EventRow[] = [];
  const commands: CommandRow[] = [];
  for (const { at, actor, command, events: happened } of entries) {
    for (const event of happened) {
      const { type } = event;
      events.push({
        lesson,
        version: expectedVersion + events.length + 1,
        at,
        type,
        schema: schemaOf(type),
        payload: JSON.stringify(event),
        actor: JSON.stringify(actor),
        command_id: command?.id ?? null,
      });
    }
    if (command) commands.push({ lesson, ...command, version: expectedVersion + events.length });
  }
  return { events, commands };
}
