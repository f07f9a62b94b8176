import { refuse } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { GuessLimiter } from './guess-limiter.ts';

let clock: FakeClock;
let alerts: number[];
let limiter: GuessLimiter;

beforeEach(() => {
  clock = new FakeClock();
  alerts = [];
  limiter = new GuessLimiter({ clock, alert: (value) => alerts.push(value) });
});

const SLOW_DOWN = refuse('code/slow-down');
/** Tries a code that is wrong, or one that is right. */
const guess = (connection: string, { account, answer = 'wrong' }: { account?: string; answer?: string } = {}) =>
  limiter.try(
    { connection, ...(account && { account }) },
    () => answer,
    (found) => found === 'wrong',
  );
const wrong = async (times: number, connection: string, account?: string) => {
  for (let time = 0; time < times; time += 1) await guess(connection, account === undefined ? {} : { account });
};
const turns = () => new Promise((resolve) => setImmediate(resolve));
/** More than 30 wrong ones within a second: slow mode begins. */
const attack = async () => {
  for (let guesser = 0; guesser < 31; guesser += 1) await wrong(1, `c${guesser}`);
};

test('[AC5] the eighth wrong guess of a connection pauses it, and it alone, for a minute', async () => {
  await wrong(7, 'a');
  expect(await guess('a')).toBe('wrong');
  expect(await guess('a', { answer: 'right' })).toEqual(SLOW_DOWN);
  expect(await guess('b', { answer: 'right' })).toBe('right');
  clock.advance(60_001);
  expect(await guess('a', { answer: 'right' })).toBe('right');
});

test('[AC5] an account is paused on every connection it comes by', async () => {
  await wrong(4, 'a', 'teacher');
  await wrong(4, 'b', 'teacher');
  expect(await guess('c', { account: 'teacher' })).toEqual(SLOW_DOWN);
  expect(await guess('c', { account: 'another' })).toBe('wrong');
});

test('[AC5] guesses of one connection that come all at once are looked at one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => guess('a')));
  expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(8);
});

test('[AC5] in slow mode two codes a second are looked up on the whole server, and who finds no place is told to wait', async () => {
  await attack();
  let looked = 0;
  const answers: unknown[] = [];
  const many = Array.from({ length: 160 }, async (_, n) => {
    answers.push(
      await limiter.try(
        { connection: `d${n}` },
        () => {
          looked += 1;
          return 'wrong';
        },
        () => true,
      ),
    );
  });
  await turns();
  expect(looked).toBe(1);
  for (let second = 1; second <= 2; second += 1) {
    for (let half = 0; half < 2; half += 1) {
      clock.advance(500);
      await turns();
    }
    expect(looked).toBe(1 + 2 * second);
  }
  for (let more = 0; more < 40; more += 1) {
    clock.advance(500);
    await turns();
  }
  await Promise.all(many);
  expect(looked).toBeLessThan(12);
  expect(answers.filter((answer) => answer !== 'wrong')).toEqual(Array(160 - looked).fill(SLOW_DOWN));
});

test('[AC5] in slow mode strangers do not fill the places of staff, and who has left takes no turn', async () => {
  await attack();
  void guess('first');
  const strangers = Array.from({ length: 30 }, (_, n) =>
    limiter.try(
      { connection: `s${n}`, isHere: () => false },
      () => 'wrong',
      () => true,
    ),
  );
  const teacher = guess('t', { account: 'teacher', answer: 'right' });
  await turns();
  clock.advance(500);
  expect(await teacher).toBe('right');
  expect(await Promise.all(strangers)).toEqual(Array(30).fill(SLOW_DOWN));
});

test('[AC5] it is a minute after the last wrong ones that entries are quick again', async () => {
  await attack();
  clock.advance(60_001);
  expect(await Promise.all([guess('x', { answer: 'a' }), guess('y', { answer: 'b' })])).toEqual(['a', 'b']);
});

test('[AC5] the alert is raised at once, and each minute again with the true count while it goes on', async () => {
  await attack();
  expect(alerts).toEqual([31]);
  for (let half = 0; half < 119; half += 1) {
    clock.advance(500);
    for (let n = 0; n < 10; n += 1) void guess(`e${half}-${n}`);
    await turns();
  }
  clock.advance(500);
  expect(alerts).toHaveLength(2);
  expect(alerts[1]).toBeGreaterThan(1_000);
  for (let more = 0; more < 20; more += 1) {
    clock.advance(500);
    await turns();
  }
  clock.advance(180_000);
  const raised = alerts.length;
  await attack();
  expect(alerts.slice(raised)).toEqual([31]);
  clock.advance(180_000);
  expect(alerts.slice(raised)).toEqual([31]);
});
