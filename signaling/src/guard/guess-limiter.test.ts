import { beforeEach, expect, test } from 'vitest';
import { GuessLimiter } from './guess-limiter.ts';

let now = 0;
let alerts: number[] = [];
let limiter: GuessLimiter;

beforeEach(() => {
  now = 1_000_000;
  alerts = [];
  limiter = new GuessLimiter({ now: () => now, alert: (value) => alerts.push(value) });
});

const wrong = (times: number, connection: string, account?: string) => {
  for (let time = 0; time < times; time += 1) limiter.wrong({ connection, ...(account && { account }) });
};

test('[AC5] the eighth wrong guess of a connection pauses it, and it alone, for a minute', () => {
  wrong(7, 'a');
  expect(limiter.before({ connection: 'a' })).toBe(0);
  wrong(1, 'a');
  expect(limiter.before({ connection: 'a' })).toBe('refuse');
  expect(limiter.before({ connection: 'b' })).toBe(0);
  now += 60_001;
  expect(limiter.before({ connection: 'a' })).toBe(0);
});

test('[AC5] an account is paused on every connection it comes by', () => {
  wrong(4, 'a', 'teacher');
  wrong(4, 'b', 'teacher');
  expect(limiter.before({ connection: 'c', account: 'teacher' })).toBe('refuse');
  expect(limiter.before({ connection: 'c', account: 'another' })).toBe(0);
});

test('[AC5] more than 30 a minute on the server slow every entry down and alert once', () => {
  for (let guesser = 0; guesser < 30; guesser += 1) wrong(1, `c${guesser}`);
  expect(limiter.before({ connection: 'somebody' })).toBe(0);
  expect(alerts).toEqual([]);
  wrong(3, 'last');
  expect(limiter.before({ connection: 'somebody' })).toBe(2_000);
  expect(alerts).toEqual([31]);
  now += 60_001;
  expect(limiter.before({ connection: 'somebody' })).toBe(0);
  for (let guesser = 0; guesser < 31; guesser += 1) wrong(1, `d${guesser}`);
  expect(alerts).toEqual([31, 31]);
});
