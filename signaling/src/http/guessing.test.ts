import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../testing/until.ts';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(() => web.close());

const guess = (session: string, pin = '000000') =>
  web.ask('POST /api/boards/pair', { session, body: { pin, classroomId: school.classroomId } });

test('[HT4] [AC5] one account is paused after eight wrong PINs, at once and also when they come together', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => guess(school.teacher.session)));
  const reasons = answers.map(({ json }) => json.reason);
  expect(reasons.filter((reason) => reason === 'pin/wrong')).toHaveLength(8);
  expect(reasons.filter((reason) => reason === 'code/slow-down')).toHaveLength(12);
  expect((await guess(school.assistant.session)).json.reason).toBe('pin/wrong');
});

test('[HT4] [AC5] more than 30 wrong ones of many people slow every entry and alert; a right one still works', async () => {
  for (let n = 0; n < 5; n += 1) {
    const { session } = await school.person('teacher');
    for (let times = 0; times < 6; times += 1) await guess(session);
  }
  expect(web.alerts).toEqual([]);
  await guess(school.teacher.session);
  expect(web.alerts).toEqual([31]);
  const pin = String((await web.ask('POST /api/boards/pin')).json.pin);
  expect((await guess(school.admin.session)).json.reason).toBe('pin/wrong');
  const right = guess(school.admin.session, pin);
  let answered = false;
  void right.then(() => {
    answered = true;
  });
  await until('it waits for its turn', () => web.clock.waiting === 2);
  expect(answered).toBe(false);
  web.clock.advance(500);
  expect((await right).json.ok).toBe(true);
});

test('[HT4] a link has 256 random bits: a wrong one is an old one, is no guess, and waits for nobody', async () => {
  const token = 'x'.repeat(43);
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => web.ask('POST /api/sign-in', { body: { token } })),
  );
  expect(new Set(answers.map(({ json }) => json.reason))).toEqual(new Set(['link/unknown']));
  expect(web.alerts).toEqual([]);
});

test('alerts reach administrators for a week, and a disk that is nearly full is one', async () => {
  await web.catalogue.alerts.raise({ kind: 'wrong-guesses', at: web.clock.now(), value: 31 });
  const alerts = async () => (await web.ask('GET /api/alerts', { session: school.admin.session })).json.alerts;
  expect(await alerts()).toEqual([{ kind: 'wrong-guesses', at: web.clock.now(), value: 31 }]);
  web.clock.advance(8 * 24 * 3_600_000);
  expect(await alerts()).toEqual([]);
});
