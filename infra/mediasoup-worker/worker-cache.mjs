import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PROGRAM = 'mediasoup-worker';
const RECORD = 'passed.json';

/** @param {string} file */
async function sha256(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/**
 * The worker in a cache folder, where its record says that this very file passed its test.
 * @param {string} folder
 * @returns {Promise<string | undefined>}
 */
export async function trustedWorker(folder) {
  try {
    const program = join(folder, PROGRAM);
    const record = JSON.parse(await readFile(join(folder, RECORD), 'utf8'));
    return record.sha256 === (await sha256(program)) ? program : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a worker came from, by the record beside it, and its hash.
 * @param {string} program
 * @returns {Promise<{ origin: string, sha256: string }>} `unknown` where no record speaks of this very file
 */
export async function originOf(program) {
  const hash = await sha256(program);
  const record = await readFile(join(dirname(program), RECORD), 'utf8').then(JSON.parse, () => undefined);
  return { origin: record?.sha256 === hash ? record.origin : 'unknown', sha256: hash };
}

/**
 * Puts a tested worker into the cache with its record. The folder appears in one move, so a cut leaves nothing half trusted.
 * @param {string} folder  replaced where it exists
 * @param {string} program  on the same file system
 * @param {{ origin: string, passed: unknown }} record  where it came from and what its test said
 */
export async function keepWorker(folder, program, record) {
  const fresh = `${folder}.fresh-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const hash = await sha256(program);
  await rename(program, join(fresh, PROGRAM));
  await chmod(join(fresh, PROGRAM), 0o755);
  await writeFile(
    join(fresh, RECORD),
    `${JSON.stringify({ sha256: hash, date: new Date().toISOString(), ...record }, null, 2)}\n`,
  );
  await mkdir(dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return join(folder, PROGRAM);
}
