import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestPace } from './request-pace.ts';
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

test('[AC6] all strangers share a budget, and a flood of them leaves staff and boards their own', () => {
  const isWithinPace = requestPace(() => 0);
  /** Each over a connection of its own. */
  const asks = (secret: { cookies?: object; headers?: object }) =>
    isWithinPace({ raw: { socket: {} }, cookies: {}, headers: {}, ...secret } as unknown as FastifyRequest);
  const strangers = Array.from({ length: 1_010 }, () => asks({}));
  expect(strangers.filter((within) => !within)).toHaveLength(10);
  expect(asks({ cookies: { tk_session: school.teacher.session } })).toBe(true);
  expect(asks({ headers: { authorization: `Bearer ${school.board.token}` } })).toBe(true);
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
  const claims = [(await pin()).json.claim, (await pin()).json.claim];
  const asked = async (claim: unknown) => (await web.ask('POST /api/boards/claim', { body: { claim } })).json;
  const others = Array.from({ length: 498 }, (_, n) => ({ claimHash: `${n}`, pin: `x${n}`, browser: '' }));
  const expiresAt = web.clock.now() + 60_000;
  const unpaired = { schoolId: null, classroomId: null, boardId: null, pairedBy: null, pairedSchool: null };
  await web.catalogue.db
    .insertInto('boardClaims')
    .values(others.map((other) => ({ ...other, ...unpaired, expiresAt })))
    .execute();
  expect((await pin()).json.reason).toBe('busy-try-again');
  web.clock.advance(8_000);
  expect((await asked(claims[0])).status).toBe('pending');
  web.clock.advance(2_000);
  expect((await pin()).json.ok).toBe(true);
  expect((await asked(claims[0])).status).toBe('pending');
  expect((await asked(claims[1])).reason).toBe('link/expired');
});
