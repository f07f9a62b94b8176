import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
    for (let times = 0; times < 7; times += 1) await guess(session);
  }
  expect(web.alerts).toEqual([31]);
  web.waits.length = 0;
  const pin = String((await web.ask('POST /api/boards/pin')).json.pin);
  expect((await guess(school.admin.session, pin)).json.ok).toBe(true);
  expect(web.waits).toEqual([2_000]);
});

test('[AC5] connections are counted and addresses are not', async () => {
  await web.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = web.app.server.address() as AddressInfo;
  const body = JSON.stringify({ token: 'x'.repeat(43) });
  const over = (agent: Agent) =>
    new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const sent = request({ agent, port, path: '/api/sign-in', method: 'POST', headers }, (reply) => {
        let text = '';
        reply.on('data', (part) => {
          text += part;
        });
        reply.on('end', () => resolve(JSON.parse(text).reason));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const [one, two] = [new Agent({ keepAlive: true, maxSockets: 1 }), new Agent({ keepAlive: true, maxSockets: 1 })];
  for (let n = 0; n < 8; n += 1) expect(await over(one)).toBe('code/wrong');
  expect(await over(one)).toBe('code/slow-down');
  expect(await over(two)).toBe('code/wrong');
  one.destroy();
  two.destroy();
});

test('alerts reach administrators for a week, and a disk that is nearly full is one', async () => {
  await web.catalogue.alerts.raise({ kind: 'wrong-guesses', at: web.clock.now(), value: 31 });
  const alerts = async () => (await web.ask('GET /api/alerts', { session: school.admin.session })).json.alerts;
  expect(await alerts()).toEqual([{ kind: 'wrong-guesses', at: web.clock.now(), value: 31 }]);
  web.clock.advance(8 * 24 * 3_600_000);
  expect(await alerts()).toEqual([]);
});
