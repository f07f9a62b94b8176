import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

describe('parseOptions', () => {
  it('takes nothing and leaves every default to the settings', () => {
    expect(parseOptions([])).toEqual({ options: { help: false, demo: false, dev: false } });
  });

  it('reads every flag', () => {
    const argv =
      '--demo --host class.example.org --cert a.pem --key b.pem --http-port 80 --https-port=443 --data /srv/tongke';
    expect(parseOptions(argv.split(' '))).toEqual({
      options: {
        help: false,
        demo: true,
        dev: false,
        host: 'class.example.org',
        cert: 'a.pem',
        key: 'b.pem',
        httpPort: 80,
        httpsPort: 443,
        data: '/srv/tongke',
      },
    });
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
    expect(parseOptions(argv)).toEqual({ problem });
  });
});
