import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param {string} text  a process id */
function isAlive(text) {
  try {
    process.kill(Number(text), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
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
  await writeFile(mine, String(process.pid));
  let waited = false;
  // A link appears with its content in one step, so nobody ever reads an empty lock.
  while (
    !(await link(mine, file).then(
      () => true,
      () => false,
    ))
  ) {
    const holder = await readFile(file, 'utf8').catch(() => undefined);
    if (holder !== undefined && !isAlive(holder)) await rm(file, { force: true });
    else {
      if (!waited) onWait();
      waited = true;
      await sleep(pollMs);
    }
  }
  try {
    return await work();
  } finally {
    await Promise.all([rm(file, { force: true }), rm(mine, { force: true })]);
  }
}
