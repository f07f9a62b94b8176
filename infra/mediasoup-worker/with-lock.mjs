import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processId } from './process-id.mjs';

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;

/** @param {string} from @param {string} file @returns {Promise<boolean>} whether the file is this link now */
async function linked(from, file) {
  try {
    // A link appears with its content in one step, so nobody ever reads an empty lock.
    await link(from, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether a lock was left behind. This very process holds none while it asks for one, so its own number is an earlier process's.
 * @param {string} holder
 */
async function isStale(holder) {
  const pid = Number(holder.split(' ')[0]);
  return !Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid || (await processId(pid)) !== holder;
}

/**
 * Takes a stale lock away in one move, and gives it back where another process had put its own there meanwhile.
 * @param {string} file @param {string} stale  what it held
 */
async function takeAway(file, stale) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await linked(aside, file);
  await rm(aside, { force: true });
}

/**
 * Runs the work while holding a lock file that names this process; waits for another holder, and takes over from a dead one.
 * @template T
 * @param {string} file
 * @param {{ onWait: () => void, pollMs?: number }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, { onWait, pollMs = 500 }, work) {
  await mkdir(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, (await processId(process.pid)) ?? '');
  try {
    let waited = false;
    while (!(await linked(mine, file))) {
      const holder = await readFile(file, 'utf8').catch(() => undefined);
      if (holder === undefined) continue;
      if (await isStale(holder)) await takeAway(file, holder);
      else {
        if (!waited) onWait();
        waited = true;
        await sleep(pollMs);
      }
    }
  } catch (error) {
    await rm(mine, { force: true });
    throw error;
  }
  try {
    return await work();
  } finally {
    await Promise.all([rm(file, { force: true }), rm(mine, { force: true })]);
  }
}
