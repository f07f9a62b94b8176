import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD_PACKAGES, ensurePackages } from './build-packages.mjs';
import { buildWorker } from './build-worker.mjs';
import { emptied } from './emptied.mjs';
import { libsrtpSource } from './libsrtp-source.mjs';
import { CACHE } from './paths.mjs';
import { withLock } from './with-lock.mjs';
import { keepWorker, trustedWorker } from './worker-cache.mjs';
import { workerKey } from './worker-key.mjs';

/**
 * The worker as the plain recipe makes it, with nothing that is there for speed: what the shipped one is measured against.
 * UNTUNED_WORKER_BIN names a finished one; else it is built once, into the same cache.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<string>} its path
 */
export async function untunedWorker({ log }) {
  if (process.env.UNTUNED_WORKER_BIN) return process.env.UNTUNED_WORKER_BIN;
  const folder = join(CACHE, `${await workerKey()}-untuned`);
  const work = `${folder}.work`;
  const lock = `${folder}.lock`;
  return withLock(lock, { onWait: () => log(`waiting for another build (it holds ${lock})`) }, async () => {
    const ready = await trustedWorker(folder);
    if (ready) return ready;
    await ensurePackages(BUILD_PACKAGES, { log });
    const libsrtp = await libsrtpSource(join(CACHE, 'sources'), log);
    log('building the untuned worker to measure against (about 8 minutes on 2 cores, once)');
    try {
      const built = await buildWorker({ work: await emptied(work), libsrtp, tuned: false, log });
      return await keepWorker(folder, built, { origin: 'untuned build', passed: 'not tested: for measuring only' });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}
