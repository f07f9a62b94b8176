import type { DeckItem, DeckPage, DeckStatus, Refusal } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { Owner } from './catalogue-questions.ts';
import type { CatalogueDb } from './catalogue-tables.ts';
import { QUESTION_COLUMNS, questionsOf } from './question-rows.ts';
import { searchable } from './searchable.ts';

const DAY_MS = 86_400_000;

/** A deck with whose it is. */
export type StoredDeck = Omit<DeckItem, 'found'> & Owner;

export interface NewPage {
  readonly page: number;
  readonly large: string | null;
  readonly small: string | null;
  readonly text: string;
  readonly notes: string;
  readonly animated: boolean;
}

/** [DK6] Each teacher's decks with their pages; the pictures lie in the blob store. */
export function catalogueDecks(db: CatalogueDb) {
  const COLUMNS = [
    ...(['deckId', 'accountId', 'schoolId', 'title', 'status', 'received', 'bytes', 'pages'] as const),
    ...(['problem', 'createdAt'] as const),
  ] as const;
  const all = () => db.selectFrom('decks').select(COLUMNS);
  type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

  async function toItem(row: Row): Promise<StoredDeck> {
    const pages = await db
      .selectFrom('deckPages')
      .select(['page', 'large', 'small', 'animated'])
      .where('deckId', '=', row.deckId)
      .orderBy('page')
      .execute();
    return {
      ...row,
      done: pages.length,
      cover: pages[0]?.small ?? null,
      empty: pages.filter(({ large }) => large === null).map(({ page }) => page),
      animated: pages.filter(({ animated }) => animated === 1).map(({ page }) => page),
    };
  }

  const change = (deckId: string, values: { readonly status: DeckStatus; readonly [column: string]: unknown }) =>
    db.updateTable('decks').set(values).where('deckId', '=', deckId).execute();

  return {
    async add({ accountId, schoolId }: Owner, title: string, files: readonly number[], now: number): Promise<string> {
      const deckId = newId();
      const bytes = files.reduce((sum, size) => sum + size, 0);
      const row = { deckId, accountId, schoolId, title, files: JSON.stringify(files), bytes, createdAt: now };
      await db
        .insertInto('decks')
        .values({ ...row, status: 'uploading', received: 0, pages: null, problem: null })
        .execute();
      return deckId;
    },

    async count(accountId: string): Promise<number> {
      const { count } = await db
        .selectFrom('decks')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow();
      return count;
    },

    /** The newest first. */
    async ofAccount(accountId: string): Promise<StoredDeck[]> {
      const rows = await all().where('accountId', '=', accountId).orderBy('createdAt', 'desc').execute();
      return Promise.all(rows.map(toItem));
    },

    /** The pages of this account's decks on which all these words stand, by deck. */
    async find(accountId: string, text: string): Promise<ReadonlyMap<string, readonly number[]>> {
      let found = db
        .selectFrom('deckPages')
        .innerJoin('decks', 'decks.deckId', 'deckPages.deckId')
        .select(['decks.deckId', 'page'])
        .where('accountId', '=', accountId);
      for (const word of searchable(text).split(/\s+/).filter(Boolean))
        found = found.where((where) => where.eb(where.fn<number>('instr', ['words', where.val(word)]), '>', 0));
      const pages = new Map<string, number[]>();
      for (const { deckId, page } of await found.orderBy('page').execute())
        pages.set(deckId, [...(pages.get(deckId) ?? []), page]);
      return pages;
    },

    async byId(deckId: string): Promise<StoredDeck | null> {
      const row = await all().where('deckId', '=', deckId).executeTakeFirst();
      return row ? toItem(row) : null;
    },

    async rename(deckId: string, title: string): Promise<void> {
      await db.updateTable('decks').set({ title }).where('deckId', '=', deckId).execute();
    },

    async remove(deckId: string): Promise<void> {
      await db.deleteFrom('decks').where('deckId', '=', deckId).execute();
    },

    async received(deckId: string, received: number, status: 'uploading' | 'waiting'): Promise<void> {
      await change(deckId, { status, received });
    },

    /** Begins to make pages, from the first one; answers the sizes of its files, or null when it is gone. */
    async begin(deckId: string): Promise<readonly number[] | null> {
      await db.deleteFrom('deckPages').where('deckId', '=', deckId).execute();
      await change(deckId, { status: 'converting', pages: null, problem: null });
      const row = await db.selectFrom('decks').select('files').where('deckId', '=', deckId).executeTakeFirst();
      return row ? (JSON.parse(row.files) as number[]) : null;
    },

    async willHave(deckId: string, pages: number): Promise<void> {
      await change(deckId, { status: 'converting', pages });
    },

    async addPage(deckId: string, { page, large, small, text, notes, animated }: NewPage): Promise<void> {
      const words = searchable(`${text}\n${notes}`);
      await db.insertInto('deckPages').values({ deckId, page, large, small, text, notes, animated, words }).execute();
    },

    async ready(deckId: string, pages: number): Promise<void> {
      await change(deckId, { status: 'ready', pages });
    },

    async refused(deckId: string, problem: Refusal): Promise<void> {
      await db.deleteFrom('deckPages').where('deckId', '=', deckId).execute();
      await change(deckId, { status: 'refused', problem, pages: null });
    },

    async unfinished(): Promise<{ readonly deckId: string; readonly status: DeckStatus }[]> {
      return db
        .selectFrom('decks')
        .select(['deckId', 'status'])
        .where('status', 'in', ['uploading', 'waiting', 'converting'])
        .orderBy('createdAt')
        .execute();
    },

    /** Uploads that nobody has finished within a day. */
    async forgetUploads(now: number): Promise<void> {
      await db
        .deleteFrom('decks')
        .where('status', '=', 'uploading')
        .where('createdAt', '<=', now - DAY_MS)
        .execute();
    },

    /** What a screen needs to show it, and with `own` what is for its teacher alone. */
    async pages(deckId: string, own: boolean): Promise<DeckPage[]> {
      const rows = await db
        .selectFrom('deckPages')
        .select(['page', 'large', 'small', 'text', 'notes', 'animated'])
        .where('deckId', '=', deckId)
        .orderBy('page')
        .execute();
      if (!own) return rows.map(({ large, small }) => ({ large, small }));
      const pins = await db
        .selectFrom('deckPins')
        .innerJoin('questions', 'questions.questionId', 'deckPins.questionId')
        .select([...QUESTION_COLUMNS, 'page'])
        .where('deckId', '=', deckId)
        .orderBy('position')
        .execute();
      const pinned = await questionsOf(
        db,
        pins.map(({ page: _, ...question }) => question),
      );
      return rows.map(({ page, large, small, text, notes, animated }) => {
        const questions = pinned.filter((_, index) => pins[index]?.page === page);
        return { large, small, own: { text, notes, animated: animated === 1, questions } };
      });
    },

    /** [PG6] Call it inside a transaction. */
    async pin(deckId: string, page: number, questionIds: readonly string[]): Promise<void> {
      await db.deleteFrom('deckPins').where('deckId', '=', deckId).where('page', '=', page).execute();
      if (questionIds.length === 0) return;
      await db
        .insertInto('deckPins')
        .values(questionIds.map((questionId, position) => ({ deckId, page, questionId, position })))
        .execute();
    },

    /** Whether the picture is one of a page of this deck. */
    async holds(deckId: string, hash: string): Promise<boolean> {
      const row = await withPicture(hash).where('decks.deckId', '=', deckId).executeTakeFirst();
      return row !== undefined;
    },

    /** Whether it is one of a page of this account's. */
    async isOfAccount(accountId: string, hash: string): Promise<boolean> {
      const row = await withPicture(hash).where('accountId', '=', accountId).executeTakeFirst();
      return row !== undefined;
    },
  };

  function withPicture(hash: string) {
    return db
      .selectFrom('deckPages')
      .innerJoin('decks', 'decks.deckId', 'deckPages.deckId')
      .select('decks.deckId')
      .where((where) => where.or([where('large', '=', hash), where('small', '=', hash)]))
      .limit(1);
  }
}
