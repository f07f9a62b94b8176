import { mkdir, readFile, statfs } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { isSample } from './demo/is-sample.ts';
import { openDemo } from './demo/open-demo.ts';
import { GuessLimiter } from './guard/guess-limiter.ts';
import { Revocations } from './guard/revocations.ts';
import { createHttp } from './http/create-http.ts';
import { firstStartToken } from './http/first-start.ts';
import { type LessonSide, openLessonSide } from './lesson-side.ts';
import type { Log } from './log.ts';
import { connectSfu } from './media/sfu-link.ts';
import { type Origins, originsOf } from './origins.ts';
import { systemClock } from './room/clock.ts';
import { catalogueMigrations } from './store/catalogue-migrations.ts';
import { openCatalogue } from './store/catalogue-stores.ts';
import { openDatabase } from './store/database.ts';
import { eventMigrations } from './store/event-tables.ts';
import { sqliteCatalogue } from './store/sqlite-catalogue.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';

interface Link {
  readonly label: string;
  readonly url: string;
}

export interface Signaling {
  /** What the launcher prints, and the address for its QR code. */
  readonly links: readonly Link[];
  readonly qr: string;
  readonly origins: Origins;
  close(): Promise<void>;
}

/** Starts everything that signaling is. Rejects with the error that `startFailure` puts into words, with nothing left open. */
export async function runSignaling(config: Config, log: Log): Promise<Signaling> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(config, log, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(config: Config, log: Log, closing: (() => unknown)[]): Promise<Omit<Signaling, 'close'>> {
  const { dataDir, httpPort, httpsPort, bind, tls, clientDir, caFile } = config;
  const now = () => systemClock.now();
  await mkdir(dataDir, { recursive: true });
  const database = openDatabase(join(dataDir, 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  closing.push(() => database.close());
  const catalogue = openCatalogue(database);
  const revocations = new Revocations();
  const guesses = new GuessLimiter({ now, alert: (value) => void raise(value) });
  const origins = originsOf(config, { http: httpPort, https: tls ? httpsPort : null });
  const certificate = tls && {
    port: httpsPort,
    cert: await readFile(tls.certFile, 'utf8'),
    key: await readFile(tls.keyFile, 'utf8'),
  };
  let lessons: LessonSide | null = null;
  const servers = await createHttp(
    {
      catalogue,
      revocations,
      guesses,
      now,
      log,
      staffOrigin: origins.staff,
      clientDir,
      caFile,
      freeBytes: () => freeBytes(dataDir),
      wait: (ms) => new Promise((resolve) => void systemClock.after(ms, () => resolve())),
      onClassroomChanged: (classroomId) => lessons?.classroomChanged(classroomId),
    },
    { http: { host: bind, port: httpPort }, https: certificate },
  );
  closing.push(() => servers.close());
  const link = connectSfu({ url: config.sfuUrl, secret: config.sfuSecret, log });
  lessons = await openLessonSide({
    servers: servers.https ? [servers.http, servers.https] : [servers.http],
    store: new SqliteEventStore(database),
    catalogue: sqliteCatalogue(catalogue, now),
    link,
    guesses,
    revocations,
    addresses: origins.addresses,
    clock: systemClock,
    log,
  });
  closing.push(() => lessons?.close());
  const { port } = servers.http.address() as AddressInfo;
  log.info({ http: port, https: tls ? httpsPort : null }, 'up');
  const demo = config.demo ? await openDemo(catalogue, lessons.registry, demoOrigins(origins, port), now()) : null;
  if (config.demo && !demo)
    log.warn(
      `the sample school goes into an empty folder only, and ${dataDir} has schools of its own: for the sample give another folder with --data`,
    );
  if (!config.demo && (await isSample(catalogue)))
    log.warn(
      `${dataDir} holds the sample school: start with --demo for its links, or give another folder with --data for a school of your own`,
    );
  const links = demo?.links ?? (await linksOf(origins));
  return { links, qr: demo?.qr ?? `${origins.tablets}/s`, origins };

  async function raise(value: number): Promise<void> {
    log.error({ wrongPerMinute: value }, 'many wrong codes: every entry is slowed down; look who is guessing');
    try {
      await catalogue.alerts.raise({ kind: 'wrong-guesses', at: now(), value });
    } catch (error) {
      log.warn({ err: error }, 'an alert could not be kept');
    }
  }

  async function linksOf({ staff, tablets }: Origins): Promise<Link[]> {
    const token = await firstStartToken(catalogue, now());
    return [
      ...(token === null
        ? []
        : [{ label: 'Administrator 管理员 (once, within an hour)', url: `${staff}/setup#${token}` }]),
      { label: 'Lead teacher 主讲教师', url: `${staff}/teach` },
      { label: 'Classroom board 教室大屏', url: `${staff}/board` },
      { label: 'Pupil tablet 学生平板', url: `${tablets}/s` },
    ];
  }
}

/** Both names of this very machine count as secure pages to a browser, and keep their storage apart. */
function demoOrigins({ tablets }: Origins, port: number) {
  return { local: `http://localhost:${port}`, otherLocal: `http://127.0.0.1:${port}`, tablets };
}

/** Bytes left where the database lies; null when the system does not say. */
async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
