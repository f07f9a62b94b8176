import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startFailure } from './start-failure.ts';

const read = readConfig({
  TONGKE_DATA: '/data',
  TONGKE_CLIENT_DIR: '/client',
  TONGKE_SFU_SECRET: '0123456789abcdef',
  TONGKE_TLS_CERT: '/cert.pem',
  TONGKE_TLS_KEY: '/key.pem',
});
if (!read.ok) throw new Error(read.message);
const { config } = read;
const said = (fields: object) => startFailure(Object.assign(new Error('no'), fields), config);

test.for([
  [{ code: 'EADDRINUSE', port: 8080 }, 'Port 8080 is in use', '--http-port'],
  [{ code: 'EADDRINUSE', port: 8443 }, 'Port 8443 is in use', '--https-port'],
  [{ code: 'EACCES', syscall: 'listen', port: 443 }, 'may not open port 443', '--https-port'],
  [{ code: 'ENOENT', path: '/key.pem' }, '/key.pem cannot be read', '--key'],
  [{ code: 'ERR_OSSL_PEM_NO_START_LINE' }, 'not usable', '--cert and --key'],
  [{ code: 'ENOSPC' }, '/data is full', 'Make room'],
  [{ code: 'EACCES', path: '/data/tongke.db' }, 'The folder /data cannot be used', '--data'],
] as const)('a start that fails with %o says what is wrong and what to do', ([fields, what, todo]) => {
  expect(said(fields)).toContain(what);
  expect(said(fields)).toContain(todo);
});
