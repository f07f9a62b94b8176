import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

describe('parseOptions', () => {
  it('takes nothing and leaves every default to the settings', () => {
    expect(parseOptions([], {})).toEqual({ options: { help: false, demo: false, dev: false, adminLink: false } });
  });

  it('reads every flag', () => {
    const argv =
      '--demo --host class.example.org --cert a.pem --key b.pem --http-port 80 --https-port=443 --data /srv/tongke --admin-link';
    expect(parseOptions(argv.split(' '), { TONGKE_HTTP_PORT: '81', TONGKE_TLS_CERT: 'c.pem' })).toEqual({
      options: {
        help: false,
        demo: true,
        dev: false,
        adminLink: true,
        host: 'class.example.org',
        cert: 'a.pem',
        key: 'b.pem',
        httpPort: 80,
        httpsPort: 443,
        data: '/srv/tongke',
      },
    });
  });

  it('takes from the environment what the flags leave open', () => {
    const env = {
      TONGKE_DEMO: '1',
      TONGKE_HOST: 'class.example.org',
      TONGKE_TLS_CERT: 'a.pem',
      TONGKE_TLS_KEY: 'b.pem',
      TONGKE_HTTP_PORT: '80',
      TONGKE_HTTPS_PORT: '',
      TONGKE_SFU_PORT: '5000',
      TONGKE_DATA: '/srv/tongke',
    };
    expect(parseOptions(['--data', '/srv/other'], env)).toEqual({
      options: {
        help: false,
        demo: true,
        dev: false,
        adminLink: false,
        host: 'class.example.org',
        cert: 'a.pem',
        key: 'b.pem',
        httpPort: 80,
        sfuPort: 5000,
        data: '/srv/other',
      },
    });
  });

  it.each([
    [{ TONGKE_HTTP_PORT: 'abc' }, 'TONGKE_HTTP_PORT needs a number from 1 to 65535, not "abc".'],
    [{ TONGKE_SFU_PORT: '70000' }, 'TONGKE_SFU_PORT needs a number from 1 to 65535, not "70000".'],
    [{ TONGKE_MEDIA_PORT: '-1' }, 'TONGKE_MEDIA_PORT needs a number from 0 to 65535, not "-1".'],
    [{ TONGKE_TABLET_PORT: 'x' }, 'TONGKE_TABLET_PORT needs a number from 0 to 65535, not "x".'],
    [{ TONGKE_WORKERS: 'all' }, 'TONGKE_WORKERS needs a number from 1 to 256, not "all".'],
    [{ TONGKE_HOST: 'http://x/' }, 'TONGKE_HOST needs a name such as class.example.org, not "http://x/".'],
    [{ TONGKE_TLS_KEY: 'b.pem' }, 'TONGKE_TLS_CERT and TONGKE_TLS_KEY go together: give both files or neither.'],
  ])('answers the variables %j with a plain sentence', (env, problem) => {
    expect(parseOptions([], env)).toEqual({ problem });
  });

  it.each([
    [['--http-port', '0'], '--http-port needs a number from 1 to 65535, not "0".'],
    [['--https-port', '8x'], '--https-port needs a number from 1 to 65535, not "8x".'],
    [['--http-port', '9000', '--https-port', '9000'], '--http-port and --https-port must differ.'],
    [['--cert', 'a.pem'], '--cert and --key go together: give both files or neither.'],
    [['--host', 'http://x/'], '--host needs a name such as class.example.org, not "http://x/".'],
    [['--data', ''], '--data needs a folder.'],
    [['--demmo'], 'Unknown option \'--demmo\'. "npm start -- --help" lists the options.'],
  ])('answers %j with a plain sentence', (argv, problem) => {
    expect(parseOptions(argv, {})).toEqual({ problem });
  });
});
