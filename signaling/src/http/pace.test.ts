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

/** Posts over one connection that is kept, and answers what the server said. */
async function connection() {
  if (!web.app.server.listening) await web.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = web.app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = (path: string, body: object) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const sent = request({ agent, port, path, method: 'POST', headers }, async (reply) => {
        resolve(JSON.parse(Buffer.concat(await reply.toArray()).toString()));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  return { post, close: () => agent.destroy() };
}

test('[AC6] one connection has an allowance, and its neighbour at the same address another', async () => {
  const [one, two] = [await connection(), await connection()];
  const claim = { claim: 'x'.repeat(43) };
  const answers = [];
  for (let n = 0; n < 101; n += 1) answers.push(await one.post('/api/boards/claim', claim));
  expect(answers.at(99)?.reason).toBe('link/expired');
  expect(answers.at(100)?.reason).toBe('too-many-requests');
  expect((await two.post('/api/boards/claim', claim)).reason).toBe('link/expired');
  web.clock.advance(1_000);
  expect((await one.post('/api/boards/claim', claim)).reason).toBe('link/expired');
  one.close();
  two.close();
});

test('[AC6] all strangers share a budget, and a flood of them leaves staff and boards their own', async () => {
  const body = { claim: 'x'.repeat(43) };
  const reasons: unknown[] = [];
  for (let n = 0; n < 1_010; n += 1) reasons.push((await web.ask('POST /api/boards/claim', { body })).json.reason);
  expect(reasons.filter((reason) => reason === 'too-many-requests')).toHaveLength(10);
  expect((await web.ask('GET /api/me', { session: school.teacher.session })).json.ok).toBe(true);
  expect((await web.ask('GET /api/phones', { board: school.board.token })).json.ok).toBe(true);
});

test('[CT8] one connection shows three PINs: a fourth takes the place of its first', async () => {
  const stranger = await connection();
  const opened = [];
  for (let n = 0; n < 4; n += 1) opened.push(await stranger.post('/api/boards/pin', {}));
  const states = [];
  for (const { claim } of opened) states.push(await stranger.post('/api/boards/claim', { claim }));
  expect(states.map(({ reason, status }) => reason ?? status)).toEqual([
    'link/expired',
    'pending',
    'pending',
    'pending',
  ]);
  stranger.close();
});

test('[CT8] when too many boards wait, those that ask no more give way to one that comes', async () => {
  const pin = () => web.ask('POST /api/boards/pin');
  const { claim } = (await pin()).json;
  const asked = () => web.ask('POST /api/boards/claim', { body: { claim } });
  for (let n = 1; n < 500; n += 1) await pin();
  expect((await pin()).json.reason).toBe('busy-try-again');
  web.clock.advance(8_000);
  expect((await asked()).json.status).toBe('pending');
  web.clock.advance(2_000);
  expect((await pin()).json.ok).toBe(true);
  expect((await asked()).json.status).toBe('pending');
});
