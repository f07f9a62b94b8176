import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCertificate } from './given-certificate.mjs';
import { issueCa, issueServer } from './issue.mjs';

const now = Date.now();
let dir;
let cert;
let key;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongke-given-'));
  const pair = await issueServer(await issueCa(['class.example.org'], now), ['class.example.org', '192.168.1.7'], now);
  cert = join(dir, 'cert.pem');
  key = join(dir, 'key.pem');
  await writeFile(cert, pair.cert);
  await writeFile(key, pair.key);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('givenCertificate', () => {
  it('accepts a pair that fits the name', async () => {
    expect(await givenCertificate({ cert, key, host: 'class.example.org', now })).toMatchObject({ cert, key });
    expect(await givenCertificate({ cert, key, host: '192.168.1.7', now })).toMatchObject({ cert, key });
  });

  it('says which file cannot be read, or is something else', async () => {
    const missing = join(dir, 'none.pem');
    await expect(givenCertificate({ cert: missing, key, host: 'class.example.org', now })).rejects.toThrow(
      `certificate file ${missing} cannot be read`,
    );
    await expect(givenCertificate({ cert, key: cert, host: 'class.example.org', now })).rejects.toThrow(
      'is not a private key in PEM form',
    );
  });

  it('refuses a key of another certificate, another name, and a past date', async () => {
    const other = await issueCa(['x.example.org'], now);
    const stranger = join(dir, 'stranger.pem');
    await writeFile(stranger, other.key);
    await expect(givenCertificate({ cert, key: stranger, host: 'class.example.org', now })).rejects.toThrow(
      'does not belong to',
    );
    await expect(givenCertificate({ cert, key, host: 'other.example.org', now })).rejects.toThrow(
      'is not for other.example.org',
    );
    await expect(givenCertificate({ cert, key, host: 'class.example.org', now: now + 4e10 })).rejects.toThrow(
      'expired on',
    );
  });
});
