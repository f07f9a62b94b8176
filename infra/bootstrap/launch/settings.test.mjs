import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banner } from './banner.mjs';
import { keepSecret } from './keep-secret.mjs';
import { dataFolder, settings } from './settings.mjs';

const options = { help: false, demo: false, dev: false, adminLink: false };
const facts = {
  data: '/srv/data',
  host: '192.168.1.7',
  media: ['127.0.0.1', '192.168.1.7'],
  tls: { cert: '/c', key: '/k', ca: '/ca' },
  worker: '/w',
  secret: 's',
  clientDir: '/dist',
  cores: 4,
};

describe('settings', () => {
  it('fills in every default of the table', () => {
    const { signaling, sfu } = settings(options, {}, facts);
    expect(signaling).toEqual({
      TONGKE_DATA: '/srv/data',
      TONGKE_HTTP_PORT: '8080',
      TONGKE_HTTPS_PORT: '8443',
      TONGKE_HOST: '192.168.1.7',
      TONGKE_HOST_NAMED: '0',
      TONGKE_TLS_CERT: '/c',
      TONGKE_TLS_KEY: '/k',
      TONGKE_CA_FILE: '/ca',
      TONGKE_CLIENT_DIR: '/dist',
      TONGKE_SFU_URL: 'http://127.0.0.1:4440',
      TONGKE_SFU_SECRET: 's',
      TONGKE_TURN_URL: '',
      TONGKE_TURN_SECRET: '',
      TONGKE_LOG: 'info',
      TONGKE_DEMO: '0',
      TONGKE_ADMIN_LINK: '0',
    });
    expect(sfu).toEqual({
      TONGKE_SFU_PORT: '4440',
      TONGKE_SFU_SECRET: 's',
      MEDIASOUP_WORKER_BIN: '/w',
      TONGKE_MEDIA_PORT: '44400',
      TONGKE_TABLET_PORT: '44399',
      TONGKE_MEDIA_IPS: '127.0.0.1,192.168.1.7',
      TONGKE_WORKERS: '4',
      TONGKE_LOG: 'info',
    });
  });

  it('passes options on, and lets a variable win over a default', () => {
    const env = { TONGKE_WORKERS: '1', TONGKE_MEDIA_PORT: '', TONGKE_CLIENT_DIR: 'pages', TONGKE_CA_FILE: 'ca.pem' };
    const asked = { ...options, demo: true, adminLink: true, host: 'x.example.org', httpPort: 80, sfuPort: 5000 };
    const { signaling, sfu } = settings(asked, env, facts);
    expect(signaling).toMatchObject({
      TONGKE_HTTP_PORT: '80',
      TONGKE_HOST_NAMED: '1',
      TONGKE_SFU_URL: 'http://127.0.0.1:5000',
      TONGKE_CLIENT_DIR: resolve('pages'),
      TONGKE_CA_FILE: resolve('ca.pem'),
      TONGKE_DEMO: '1',
      TONGKE_ADMIN_LINK: '1',
    });
    expect(sfu).toMatchObject({ TONGKE_SFU_PORT: '5000', TONGKE_WORKERS: '1', TONGKE_MEDIA_PORT: '44400' });
  });
});

describe('dataFolder', () => {
  it('keeps the sample school apart from a school of one’s own, unless a folder is named', () => {
    expect(dataFolder(options)).toMatch(/\/data$/);
    expect(dataFolder({ ...options, demo: true })).toMatch(/\/data-demo$/);
    expect(dataFolder({ ...options, demo: true, data: '/srv/b' })).toBe('/srv/b');
  });
});

describe('keepSecret', () => {
  it('makes one secret and keeps it to this user', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'tongke-secret-'));
    const path = join(dir, 'data', 'sfu-secret');
    const secret = await keepSecret(path);
    expect(secret).toHaveLength(43);
    expect(await keepSecret(path)).toBe(secret);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await rm(dir, { recursive: true });
  });
});

describe('banner', () => {
  it('prints each link and a QR code of the address', async () => {
    const text = await banner({
      links: [{ label: 'Lead teacher', url: 'https://192.168.1.7:8443/teach' }],
      note: 'On another computer write …',
      qr: 'http://192.168.1.7:8080/s',
    });
    expect(text).toContain('Lead teacher  https://192.168.1.7:8443/teach');
    expect(text).toContain('\n  On another computer write …\n');
    expect(text).toContain('http://192.168.1.7:8080/s');
    expect(text).toMatch(/[▀▄█]{10}/);
  });
});
