import { readFile, statfs } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { refuse } from '@tongke/shared-types';
import { BlobDesk } from './blobs/blob-desk.ts';
import { openBlobStore } from './blobs/blob-store.ts';
import { branchDesk } from './branches/branch-desk.ts';
import type { Config } from './config.ts';
import { DeckDesk } from './decks/deck-desk.ts';
import { findOffice } from './decks/find-office.ts';
import { isSample } from './demo/is-sample.ts';
import { GuessLimiter } from './guard/guess-limiter.ts';
import { Revocations } from './guard/revocations.ts';
import { createHttp } from './http/create-http.ts';
import { type LessonSide, openLessonSide } from './lesson-side.ts';
import type { Log } from './log.ts';
import { connectSfu } from './media/sfu-link.ts';
import { type Origins, originsOf } from './origins.ts';
import { systemClock } from './room/clock.ts';
import { demoStartLinks, type StartLinks, startLinks } from './start-links.ts';
import { catalogueMigrations } from './store/catalogue-migrations.ts';
import { openCatalogue } from './store/catalogue-stores.ts';
import { openDatabase } from './store/database.ts';
import { eventMigrations } from './store/event-tables.ts';
import { privateFolder } from './store/private-folder.ts';
import { sqliteCatalogue } from './store/sqlite-catalogue.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';
import { turnsFromLogs } from './store/turns-from-logs.ts';

export interface Signaling extends StartLinks {
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
  if (!(await privateFolder(dataDir)))
    log.warn(
      `other users of this machine can look into ${dataDir}, where children's names are: give a folder of its own with --data`,
    );
  const database = openDatabase(join(dataDir, 'tongke.db'), [
    ...catalogueMigrations,
    ...eventMigrations,
    turnsFromLogs,
  ]);
  closing.push(() => database.close());
  const catalogue = openCatalogue(database);
  const timetable = sqliteCatalogue(catalogue, now);
  const store = await openBlobStore(join(dataDir, 'blobs'));
  const blobs = new BlobDesk({ store, catalogue, clock: systemClock, log });
  closing.push(() => blobs.close());
  const decks = new DeckDesk({
    ...{ catalogue, blobs, clock: systemClock, log },
    folder: join(dataDir, 'uploads'),
    office: () => findOffice(config.office, process.env.PATH ?? ''),
  });
  closing.push(() => decks.close());
  await decks.resume();
  await blobs.sweepHourly();
  const revocations = new Revocations();
  const guesses = new GuessLimiter({ clock: systemClock, alert: (value) => void raise(value) });
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
      blobs,
      decks,
      lessons: {
        seatOf: async (...seat) => lessons?.window.seatOf(...seat) ?? refuse('busy-try-again'),
        states: () => lessons?.window.states() ?? [],
      },
      branches: {
        merge: async (...branch) => {
          if (!lessons) return refuse('busy-try-again');
          const { registry } = lessons;
          return branchDesk({ registry, timetable, questions: catalogue.questions }).merge(...branch);
        },
      },
      revocations,
      guesses,
      now,
      log,
      staffOrigin: origins.staff,
      clientDir,
      caFile,
      freeBytes: () => freeBytes(dataDir),
      onClassroomChanged: (classroomId) => lessons?.classroomChanged(classroomId),
      onSchoolChanged: (schoolId) => lessons?.schoolChanged(schoolId),
      onLessonChanged: (lessonId) => lessons?.lessonChanged(lessonId),
    },
    { http: { host: bind, port: httpPort }, https: certificate },
  );
  closing.push(() => servers.close());
  const link = connectSfu({ url: config.sfuUrl, secret: config.sfuSecret, log });
  lessons = await openLessonSide({
    servers: servers.https ? [servers.http, servers.https] : [servers.http],
    store: new SqliteEventStore(database),
    catalogue: timetable,
    link,
    guesses,
    revocations,
    addresses: origins.addresses,
    turn: config.turn,
    clock: systemClock,
    log,
  });
  closing.push(() => lessons?.close());
  const { port } = servers.http.address() as AddressInfo;
  log.info({ http: port, https: tls ? httpsPort : null }, 'up');
  const situation = { catalogue, origins, port, now: now() };
  const demo = config.demo ? await demoStartLinks(config, situation, lessons.registry) : null;
  if (config.demo && !demo)
    log.warn(
      `the sample school goes into an empty folder only, and ${dataDir} has schools of its own: for the sample give another folder with --data`,
    );
  if (!config.demo && (await isSample(catalogue)))
    log.warn(
      `${dataDir} holds the sample school: start with --demo for its links, or give another folder with --data for a school of your own`,
    );
  return { ...(demo ?? (await startLinks(config, situation))), origins };

  async function raise(value: number): Promise<void> {
    log.error({ wrongPerMinute: value }, 'many wrong codes: every entry is slowed down; look who is guessing');
    try {
      await catalogue.alerts.raise({ kind: 'wrong-guesses', at: now(), value });
    } catch (error) {
      log.warn({ err: error }, 'an alert could not be kept');
    }
  }
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
