import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { MediaPortInUse } from './media/media-port-in-use.ts';
import { startFailure } from './start-failure.ts';

const env = { TONGKE_SFU_SECRET: 'sixteen-letters-at-least', MEDIASOUP_WORKER_BIN: '/usr/lib/worker' };

function config(more: Record<string, string> = {}) {
  const read = readConfig({ ...env, ...more });
  if (!read.ok) throw new Error(read.message);
  return read.config;
}

describe('settings', () => {
  test('have defaults for all but the secret and the worker', () => {
    expect(config()).toMatchObject({
      controlPort: 4440,
      bind: '127.0.0.1',
      mediaPort: 44_400,
      tabletPort: 44_399,
      logLevel: 'info',
    });
    expect(config().mediaAddresses).toEqual(['127.0.0.1']);
    expect(config().workers).toBeGreaterThan(0);
  });

  test('read a list of addresses, each once', () => {
    const { mediaAddresses } = config({ TONGKE_MEDIA_IPS: '127.0.0.1, 10.0.0.7,127.0.0.1' });
    expect(mediaAddresses).toEqual(['127.0.0.1', '10.0.0.7']);
  });

  test.each([
    [{ TONGKE_SFU_SECRET: 'short' }, 'TONGKE_SFU_SECRET must have 16 characters or more.'],
    [{ TONGKE_MEDIA_IPS: '10.0.0.7=a' }, 'TONGKE_MEDIA_IPS must be a comma list of IPv4 addresses.'],
    [{ TONGKE_MEDIA_IPS: 'school.example' }, 'TONGKE_MEDIA_IPS must be a comma list of IPv4 addresses.'],
    [{ TONGKE_MEDIA_PORT: '65535', TONGKE_WORKERS: '2' }, 'TONGKE_MEDIA_PORT leaves too few ports above it'],
    [{ TONGKE_WORKERS: 'many' }, 'TONGKE_WORKERS'],
    [{ TONGKE_TABLET_PORT: '44401', TONGKE_WORKERS: '2' }, 'TONGKE_TABLET_PORT is a port of the media workers.'],
  ])('name the one that is wrong: %j', (wrong, sentence) => {
    expect(readConfig({ ...env, ...wrong })).toEqual({ ok: false, message: expect.stringContaining(sentence) });
  });

  test('name the one that is missing', () => {
    const read = readConfig({ TONGKE_SFU_SECRET: env.TONGKE_SFU_SECRET });
    expect(read).toEqual({ ok: false, message: expect.stringContaining('MEDIASOUP_WORKER_BIN is missing') });
  });
});

describe('a server that does not start says what to mend', () => {
  test.each([
    [new MediaPortInUse(44_401), 'Media port 44401 is in use.'],
    [new MediaPortInUse(44_399), 'set TONGKE_TABLET_PORT to another port'],
    [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'Port 4440 is in use.'],
    [new Error('spawn /usr/lib/worker ENOENT'), 'The media worker /usr/lib/worker cannot be run'],
    [new Error('something else'), 'The media server does not start: something else'],
  ])('%s', (error, sentence) => {
    expect(startFailure(error, config())).toContain(sentence);
  });
});
