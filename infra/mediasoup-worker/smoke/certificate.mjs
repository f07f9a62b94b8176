import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../bootstrap/run-command.mjs';

/**
 * Makes a self-signed certificate for one test, as a browser does for one connection.
 * @returns {Promise<{ cert: string, key: string, fingerprint: string, remove: () => Promise<void> }>} two PEM files
 */
export async function makeCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'tongke-smoke-'));
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  const kind = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=smoke',
  ];
  const { code, output } = await runCommand('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert]);
  if (code !== 0) throw new Error(`openssl req: ${output.trim()}`);
  const fingerprint = new X509Certificate(await readFile(cert)).fingerprint256;
  return { cert, key, fingerprint, remove: () => rm(folder, { recursive: true, force: true }) };
}
