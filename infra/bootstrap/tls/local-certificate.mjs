import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPrivateAddress } from '../net/is-private-address.mjs';
import { constraintsOf, issueCa, issueServer } from './issue.mjs';
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

/**
 * Keeps a local CA and a server certificate in a folder, and renews either only where it must: each new CA sends somebody to every board.
 * The CA is bound to the first name and to private addresses. Of the further names the certificate takes only private addresses, for
 * a public one that comes and goes would bind the CA too.
 * @param {{ dir: string, names: string[], now: number }} wish  the name for links first
 * @returns {Promise<{ cert: string, key: string, ca: string, replaced: boolean, news: string }>} paths of PEM files, whether boards must
 *   be given a new CA in place of another one, and what happened in words
 */
export async function localCertificate({ dir, names, now }) {
  const path = (/** @type {string} */ name) => join(dir, name);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const all = [...new Set([...ALWAYS, ...names.filter((name, index) => index === 0 || isPrivateAddress(name))])];
  const [cert, caKey] = [await read(path('ca.crt')), await read(path('ca.key'))];
  let news = 'certificate up to date';

  const constraints = await constraintsOf(cert);
  const caReason = caKey === undefined ? 'there is none yet' : renewCa(cert, { names: all, constraints, now });
  /** @type {import('./issue.mjs').Pair} */
  let ca = { cert: cert ?? '', key: caKey ?? '' };
  if (caReason) {
    news = `new local CA, for ${caReason}`;
    ca = await issueCa(
      all.filter((name) => name === 'localhost' || (name === names[0] && !isPrivateAddress(name))),
      now,
    );
    await write(path('ca.key'), ca.key);
    await write(path('ca.crt'), ca.cert, 0o644);
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
  const replaced = Boolean(caReason && cert);
  return { cert: path('server.crt'), key: path('server.key'), ca: path('ca.crt'), replaced, news };
}
