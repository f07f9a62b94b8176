import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const NEEDED = { TONGKE_DATA: '/data', TONGKE_CLIENT_DIR: '/pages', TONGKE_SFU_SECRET: '0123456789abcdef' };
const turnOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig({ ...NEEDED, ...env });
  return read.ok ? read.config.turn : read.message;
};

test('[RC6] a TURN server is named by its addresses and the secret that it shares', () => {
  expect(turnOf({})).toBeNull();
  expect(turnOf({ TONGKE_TURN_URL: '', TONGKE_TURN_SECRET: '' })).toBeNull();
  const TONGKE_TURN_URL = 'turn:10.0.0.9:3478, turns:turn.example.org:443?transport=tcp';
  expect(turnOf({ TONGKE_TURN_URL, TONGKE_TURN_SECRET: 'north' })).toEqual({
    urls: ['turn:10.0.0.9:3478', 'turns:turn.example.org:443?transport=tcp'],
    secret: 'north',
  });
});

test('[RC6] half a setting, and what is no TURN address, is said in a sentence', () => {
  expect(turnOf({ TONGKE_TURN_URL: 'turn:10.0.0.9' })).toBe('TONGKE_TURN_SECRET and TONGKE_TURN_URL belong together.');
  expect(turnOf({ TONGKE_TURN_SECRET: 'north' })).toBe('TONGKE_TURN_SECRET and TONGKE_TURN_URL belong together.');
  for (const TONGKE_TURN_URL of ['https://turn.example.org', 'turn.example.org:443', 'stun:10.0.0.9']) {
    expect(turnOf({ TONGKE_TURN_URL, TONGKE_TURN_SECRET: 'north' })).toBe(
      'TONGKE_TURN_URL must be a comma list of addresses like turns:turn.example.org:443?transport=tcp.',
    );
  }
});
