import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueServer } from './issue.mjs';
import { localCertificate } from './local-certificate.mjs';

const DAY = 86_400_000;
const now = Date.now();
let dir;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongke-tls-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const make = (names, at = now) => localCertificate({ dir, names, now: at });

/** The error of one HTTPS request to a server with this pair, or undefined where the client was content. */
async function visit({ cert, key, ca, servername, host = '127.0.0.1' }) {
  const server = createServer({ cert, key }, (_request, response) => response.end('hello'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await new Promise((resolve) => {
      const { port } = server.address();
      request({ host, port, ca, servername, agent: false }, (response) =>
        response.resume().on('end', () => resolve(undefined)),
      )
        .on('error', (error) => resolve(`${error.code} ${error.message}`))
        .end();
    });
  } finally {
    server.close();
  }
}

describe('localCertificate', () => {
  it('makes a CA and a certificate that a client which trusts the CA accepts, by name and by address', async () => {
    const made = await make(['class.example.org', '192.168.1.7']);
    const [cert, key, ca] = await Promise.all([made.cert, made.key, made.ca].map((path) => readFile(path, 'utf8')));
    expect(await visit({ cert, key, ca })).toBeUndefined();
    expect(await visit({ cert, key, ca, servername: 'class.example.org' })).toBeUndefined();
    expect(await visit({ cert, key, ca, servername: 'bank.example.org' })).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await visit({ cert, key })).toContain('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('keeps keys to this user, and the server certificate within 398 days', async () => {
    const made = await make(['192.168.1.7']);
    expect((await stat(join(dir, 'ca.key'))).mode & 0o777).toBe(0o600);
    expect((await stat(made.key)).mode & 0o777).toBe(0o600);
    const leaf = new X509Certificate(await readFile(made.cert));
    const ca = new X509Certificate(await readFile(made.ca));
    const days = (certificate) => (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / DAY;
    expect(days(leaf)).toBeLessThanOrEqual(398);
    expect(Math.round(days(ca) / 365)).toBe(10);
    expect(ca.ca).toBe(true);
    expect(leaf.checkIP('192.168.1.7')).toBeTruthy();
    expect(leaf.checkIP('::1')).toBeTruthy();
  });

  it('makes a CA that cannot vouch for a name it was not made for', async () => {
    await make(['192.168.1.7']);
    const [cert, key] = await Promise.all(['ca.crt', 'ca.key'].map((name) => readFile(join(dir, name), 'utf8')));
    const forged = await issueServer({ cert, key }, ['bank.example.org', '127.0.0.1'], now);
    expect(await visit({ ...forged, ca: cert, servername: 'bank.example.org' })).toContain(
      'permitted subtree violation',
    );
  });

  it('changes nothing while all is in order', async () => {
    const first = await make(['192.168.1.7']);
    const before = await readFile(first.cert, 'utf8');
    const second = await make(['192.168.1.7'], now + 300 * DAY);
    expect(second.news).toBe('certificate up to date');
    expect(await readFile(second.cert, 'utf8')).toBe(before);
  });

  it('renews the certificate less than 30 days before its end, under the same CA', async () => {
    const first = await make(['192.168.1.7']);
    const ca = await readFile(first.ca, 'utf8');
    const second = await make(['192.168.1.7'], now + 367 * DAY);
    expect(second.news).toBe('new certificate, for it expires soon');
    expect(await readFile(second.ca, 'utf8')).toBe(ca);
  });

  it.each(['10.1.2.3', '100.101.102.103'])('names the new private address %s without a new CA', async (address) => {
    const first = await make(['192.168.1.7']);
    const ca = await readFile(first.ca, 'utf8');
    const second = await make([address]);
    expect(second.news).toBe(`new certificate, for it does not name ${address}`);
    expect(second.replaced).toBe(false);
    expect(await readFile(second.ca, 'utf8')).toBe(ca);
    const [cert, key] = await Promise.all([second.cert, second.key].map((path) => readFile(path, 'utf8')));
    expect(await visit({ cert, key, ca })).toBeUndefined();
  });

  it('leaves a public address out that is not the name for links, and keeps the CA when it comes or goes', async () => {
    const first = await make(['192.168.1.7', '203.0.113.9']);
    const ca = await readFile(first.ca, 'utf8');
    expect(new X509Certificate(await readFile(first.cert)).checkIP('203.0.113.9')).toBeUndefined();
    expect((await make(['192.168.1.7', '203.0.113.10'])).news).toBe('certificate up to date');
    expect(await readFile(first.ca, 'utf8')).toBe(ca);
  });

  it('keeps a CA made for a host name when the server is started without it, and for a name below it', async () => {
    const first = await make(['class.example.org', '192.168.1.7']);
    const ca = await readFile(first.ca, 'utf8');
    await make(['192.168.1.7']);
    expect(await readFile(first.ca, 'utf8')).toBe(ca);
    const below = await make(['One.Class.example.org', '192.168.1.7']);
    expect(await readFile(below.ca, 'utf8')).toBe(ca);
    const [cert, key] = await Promise.all([below.cert, below.key].map((path) => readFile(path, 'utf8')));
    expect(await visit({ cert, key, ca, servername: 'one.class.example.org' })).toBeUndefined();
  });

  it('makes a new CA for a host name or a public address that the old one may not speak for, and says that it replaced one', async () => {
    expect((await make(['192.168.1.7'])).replaced).toBe(false);
    const named = await make(['class.example.org', '192.168.1.7']);
    expect(named.news).toBe('new local CA, for it may not speak for class.example.org');
    expect(named.replaced).toBe(true);
    const [cert, key, ca] = await Promise.all([named.cert, named.key, named.ca].map((path) => readFile(path, 'utf8')));
    expect(await visit({ cert, key, ca, servername: 'class.example.org' })).toBeUndefined();
    expect((await make(['203.0.113.9', '192.168.1.7'])).news).toBe(
      'new local CA, for it may not speak for 203.0.113.9',
    );
  });

  it('makes a new CA before the old one ends', async () => {
    await make(['192.168.1.7']);
    expect((await make(['192.168.1.7'], now + 3_300 * DAY)).news).toBe('new local CA, for it expires soon');
  });

  it('mends a certificate file that is damaged', async () => {
    const first = await make(['192.168.1.7']);
    await writeFile(first.cert, 'half a fi');
    expect((await make(['192.168.1.7'])).news).toBe('new certificate, for there is none yet');
  });
});
