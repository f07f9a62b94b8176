import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueCa, issueServer } from './issue.mjs';
import { renewCa, renewServer } from './verdicts.mjs';

/** Names that every server answers to. */
const ALWAYS = ['localhost', '127.0.0.1', '::1'];

/** @param {string} path */
const read = (path) => readFile(path, 'utf8').catch(() => undefined);

/** @param {string} path @param {string} text @param {number} [mode] */
async function write(path, text, mode = 0o600) {
  await writeFile(`${path}.new`, text, { mode });
  await rename(`${path}.new`, path);
}

/** A private address is permitted by its range; only other names bind the CA. @param {string[]} names */
function binding(names) {
  return names.filter((name) => !/^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.|^::1$/.test(name));
}

/**
 * Keeps a local CA and a server certificate for `names` in a folder, and renews either only where it must.
 * @param {{ dir: string, names: string[], now: number }} wish
 * @returns {Promise<{ cert: string, key: string, ca: string, news: string }>} paths of PEM files, and what happened in words
 */
export async function localCertificate({ dir, names, now }) {
  const path = (/** @type {string} */ name) => join(dir, name);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const all = [...new Set([...ALWAYS, ...names])];
  const bound = binding(all);
  const permitted = JSON.parse((await read(path('ca.names.json'))) ?? '[]');
  const [cert, caKey] = [await read(path('ca.crt')), await read(path('ca.key'))];
  let news = 'certificate up to date';

  const caReason = caKey === undefined ? 'there is none yet' : renewCa(cert, { names: bound, permitted, now });
  /** @type {import('./issue.mjs').Pair} */
  let ca = { cert: cert ?? '', key: caKey ?? '' };
  if (caReason) {
    news = `new local CA, for ${caReason}`;
    ca = await issueCa(bound, now);
    await write(path('ca.key'), ca.key);
    await write(path('ca.crt'), ca.cert, 0o644);
    await write(path('ca.names.json'), JSON.stringify(bound), 0o644);
  }
  const key = await read(path('server.key'));
  const chain = key === undefined ? undefined : await read(path('server.crt'));
  const reason = renewServer(chain, { caPem: ca.cert, names: all, now });
  if (reason) {
    if (!caReason) news = `new certificate, for ${reason}`;
    const server = await issueServer(ca, all, now);
    await write(path('server.key'), server.key);
    await write(path('server.crt'), `${server.cert.trim()}\n`, 0o644);
  }
  return { cert: path('server.crt'), key: path('server.key'), ca: path('ca.crt'), news };
}
