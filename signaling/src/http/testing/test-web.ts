import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiRoute, type HttpRefused, refuse } from '@tongke/shared-types';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { BlobDesk } from '../../blobs/blob-desk.ts';
import { openBlobStore } from '../../blobs/blob-store.ts';
import { DeckDesk } from '../../decks/deck-desk.ts';
import { GuessLimiter } from '../../guard/guess-limiter.ts';
import { Revocations, type Revoked } from '../../guard/revocations.ts';
import { SESSION_COOKIE } from '../../guard/session-cookie-name.ts';
import { catalogueMigrations } from '../../store/catalogue-migrations.ts';
import { openCatalogue } from '../../store/catalogue-stores.ts';
import { openDatabase } from '../../store/database.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { buildApp } from '../build-app.ts';
import type { HttpDeps } from '../http-deps.ts';

export interface Asking {
  /** A session's secret. */
  readonly session?: string | undefined;
  /** A tablet's lesson and device key, `LESSON.KEY`. */
  readonly seat?: string | undefined;
  /** A board's secret. */
  readonly board?: string | undefined;
  readonly id?: string;
  readonly body?: unknown;
  /** A file instead of JSON. */
  readonly file?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

/** An answer with its status; fields stay loose, because tests compare whole answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookie: string | undefined;
  /** What came when it was no JSON. */
  readonly bytes: Buffer;
  readonly json: Partial<HttpRefused> & Readonly<Record<string, unknown>>;
}

/** A GET's fields as they stand in an address. */
function queryOf(body: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(body as object).map(([name, value]) => [name, String(value)]));
}

export type TestWeb = Awaited<ReturnType<typeof startTestWeb>>;

const PAGES = ['index', 'teach', 'board', 'screen', 'admin', 'setup', 'pair', 'assist', 's', 'test-device'];

/** The real web side over a database in memory (or at this path), on a clock that stands still. */
export async function startTestWeb(more: Partial<HttpDeps> = {}, path = ':memory:') {
  const clientDir = mkdtempSync(join(tmpdir(), 'tongke-pages-'));
  for (const page of PAGES) writeFileSync(join(clientDir, `${page}.html`), `<title>${page}</title>`);
  const clock = new FakeClock(Date.UTC(2026, 8, 1));
  const database = openDatabase(path, catalogueMigrations);
  const catalogue = openCatalogue(database);
  const revocations = new Revocations();
  const revoked: Revoked[] = [];
  revocations.onRevoked((one) => revoked.push(one));
  const alerts: number[] = [];
  const log = pino({ level: 'silent' });
  const blobDir = mkdtempSync(join(tmpdir(), 'tongke-blobs-'));
  const blobs = new BlobDesk({ store: await openBlobStore(blobDir), catalogue, clock, log });
  const uploadDir = mkdtempSync(join(tmpdir(), 'tongke-uploads-'));
  const openDecks = () => new DeckDesk({ catalogue, blobs, folder: uploadDir, office: async () => null, clock, log });
  const decks = openDecks();
  const deps: HttpDeps = {
    catalogue,
    blobs,
    decks,
    lessons: { seatOf: async () => refuse('lesson/ended'), states: () => [] },
    branches: { merge: async () => refuse('not-found') },
    revocations,
    guesses: new GuessLimiter({ clock, alert: (value) => alerts.push(value) }),
    now: () => clock.now(),
    log,
    staffOrigin: 'https://school.test:8443',
    clientDir,
    caFile: null,
    freeBytes: async () => null,
    ...more,
  };
  const app: FastifyInstance = await buildApp(deps);

  /** Asks a route of the table, as a page of this server on this very machine would. */
  async function ask(route: ApiRoute, asking: Asking = {}): Promise<Answer> {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string];
    const { session, seat, board, id = '', body, file, headers, remoteAddress } = asking;
    const reply = await app.inject({
      method,
      url: path.replace(':id', id),
      ...(method === 'GET' && body !== undefined && { query: queryOf(body) }),
      ...(remoteAddress !== undefined && { remoteAddress }),
      headers: {
        host: 'localhost:8080',
        ...(method !== 'GET' && { origin: 'http://localhost:8080' }),
        ...(session !== undefined && { cookie: `${SESSION_COOKIE}=${session}` }),
        ...(board !== undefined && { authorization: `Bearer ${board}` }),
        ...(seat !== undefined && { authorization: `Seat ${seat}` }),
        ...(file && { 'content-type': 'text/csv' }),
        ...headers,
      },
      ...(file
        ? { payload: Buffer.from(file) }
        : method !== 'GET' && body !== undefined && { payload: body as object }),
    });
    const json = String(reply.headers['content-type']).startsWith('application/json') ? reply.json() : {};
    const cookie = reply.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
    return { status: reply.statusCode, headers: reply.headers, cookie, json, bytes: reply.rawPayload };
  }

  /** Every row of every table, for "nothing has changed"; when somebody was last seen does not count. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`.execute(database.kysely);
    const found: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      found[name] = (await sql`SELECT * FROM ${sql.table(name)}`.execute(database.kysely)).rows;
    }
    return found;
  }

  /** From now on the disk has no page left; or it has again. */
  async function fillDisk(full: boolean): Promise<void> {
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database.kysely);
    const pages = full ? (rows[0]?.page_count ?? 0) : 1_000_000;
    await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(database.kysely);
  }

  async function close(): Promise<void> {
    await app.close();
    decks.close();
    await decks.settled();
    blobs.close();
    await database.close();
    for (const folder of [clientDir, blobDir, uploadDir]) rmSync(folder, { recursive: true, force: true });
  }

  return {
    app,
    blobDir,
    blobs,
    decks,
    uploadDir,
    reopenDecks: openDecks,
    catalogue,
    clientDir,
    clock,
    revoked,
    alerts,
    ask,
    everything,
    fillDisk,
    close,
  };
}
