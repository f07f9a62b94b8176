import { chmod, writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../bootstrap/run-command.mjs';

/** How long a server may stay silent, at the start and in the middle. */
const PATIENCE_MS = 10_000;

/**
 * The name of the official prebuilt archive for a machine.
 * @param {{ version: string, platform: string, arch: string, kernel: string }} machine  `kernel` as os.release() gives it
 */
export function assetName({ version, platform, arch, kernel }) {
  const suffix = platform === 'linux' ? `-kernel${kernel.split('.')[0]}` : '';
  return `mediasoup-worker-${version}-${platform}-${arch}${suffix}.tgz`;
}

/**
 * Reads a body to its end, giving up when nothing has come for `patienceMs`.
 * @param {string} url @param {number} patienceMs
 */
async function fetchPatiently(url, patienceMs) {
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(new Error('no answer')), patienceMs);
  try {
    const response = await fetch(url, { signal: giveUp.signal });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`.trim());
    const chunks = [];
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp.abort(new Error('the download stalled')), patienceMs);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Fetches mediasoup's official prebuilt worker into a folder.
 * @param {{ folder: string, version: string, log: (line: string) => void, base?: string, patienceMs?: number }} job
 * @returns {Promise<string | undefined>} the program's path, or nothing where there is none to be had
 */
export async function downloadWorker({ folder, version, log, base, patienceMs = PATIENCE_MS }) {
  const site =
    base ??
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ??
    'https://github.com/versatica/mediasoup/releases/download';
  const name = assetName({ version, platform: process.platform, arch: process.arch, kernel: release() });
  try {
    const archive = join(folder, name);
    await writeFile(archive, await fetchPatiently(`${site}/${version}/${name}`, patienceMs));
    const { code } = await runCommand('tar', ['xzf', archive, '-C', folder, 'mediasoup-worker']);
    if (code !== 0) throw new Error('the archive is damaged');
    const program = join(folder, 'mediasoup-worker');
    await chmod(program, 0o755);
    return program;
  } catch (error) {
    const cause = /** @type {Error & { cause?: { code?: string } }} */ (error);
    log(`no prebuilt worker (${cause.cause?.code ?? cause.message})`);
    return undefined;
  }
}
