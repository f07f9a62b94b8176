import { access, constants, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { BUILD_PACKAGES, ensurePackages, missingOf } from './build-packages.mjs';
import { buildWorker } from './build-worker.mjs';
import { chooseWorker } from './choose-worker.mjs';
import { downloadWorker } from './download-worker.mjs';
import { emptied } from './emptied.mjs';
import { libsrtpSource } from './libsrtp-source.mjs';
import { CACHE } from './paths.mjs';
import { smokeTest } from './smoke-test.mjs';
import { starts } from './starts.mjs';
import { withLock } from './with-lock.mjs';
import { keepWorker, trustedWorker } from './worker-cache.mjs';
import { mediasoupVersion, workerKey } from './worker-key.mjs';

/** @param {string} program  what the user named; not ours to test */
async function givenWorker(program) {
  const runs = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (runs) return resolve(program);
  throw new PlainError(`MEDIASOUP_WORKER_BIN names ${program}, which is not a program that can be run.`);
}

/**
 * Finds mediasoup's worker program, or makes one: MEDIASOUP_WORKER_BIN, the cache, the official download, a local build.
 * @param {{ log: (line: string) => void, later?: string[] }} options  `log` gets a line for every long step; `later` are packages that
 *   the machine lacks for further steps: where somebody must install packages before a build, they are named together
 * @returns {Promise<string>} its path; a PlainError says what the user can do
 */
export async function resolveWorker({ log, later = [] }) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) return givenWorker(given);

  // Its version is part of the key, and the test shakes hands with it.
  if ((await runCommand('openssl', ['version'])).code !== 0)
    await ensurePackages(['openssl'], { log, later: [...(await missingOf(BUILD_PACKAGES)), ...later] });
  const folder = join(CACHE, await workerKey());
  const work = `${folder}.work`;
  const lock = `${folder}.lock`;
  return chooseWorker({
    log,
    async cached() {
      const worker = await trustedWorker(folder);
      if (!worker || (await starts(worker))) return worker;
      log('the cached worker does not start on this machine any more; making another');
      return undefined;
    },
    alone: (job) =>
      withLock(
        lock,
        { onWait: () => log(`waiting for another start that is making the worker (it holds ${lock})`) },
        () => job().finally(() => rm(work, { recursive: true, force: true })),
      ),
    download: async () => downloadWorker({ folder: await emptied(work), version: await mediasoupVersion(), log }),
    async build() {
      await ensurePackages(BUILD_PACKAGES, { log, later });
      const libsrtp = await libsrtpSource(join(CACHE, 'sources'), log);
      log('building the worker from source (about 8 minutes on 2 cores, once)');
      return buildWorker({ work: await emptied(work), libsrtp, tuned: true, log });
    },
    test(candidate) {
      log('testing a handshake and every SRTP profile');
      return smokeTest(candidate);
    },
    keep: (candidate, record) => keepWorker(folder, candidate, record),
  });
}
