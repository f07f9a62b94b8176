import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const MINUTE = 60_000;
let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '一小', web.clock.now());
});
afterEach(() => web.close());

async function unpaired(): Promise<{ readonly pin: string; readonly claim: string }> {
  const { json } = await web.ask('POST /api/boards/pin');
  return { pin: String(json.pin), claim: String(json.claim) };
}
const pair = (pin: string) =>
  web.ask('POST /api/boards/pair', {
    session: school.assistant.session,
    body: { pin, classroomId: school.classroomId },
  });

test('[CT8] a PIN works once: the board that showed it becomes the classroom’s', async () => {
  const { pin, claim } = await unpaired();
  const ask = () => web.ask('POST /api/boards/claim', { body: { claim } });
  expect(await ask()).toMatchObject({ json: { ok: true, status: 'pending' } });
  expect(await pair(pin)).toMatchObject({ json: { ok: true, board: { classroomId: school.classroomId } } });
  expect(await pair(pin)).toMatchObject({ status: 403, json: { reason: 'pin/wrong' } });
  const claimed = await ask();
  expect(claimed).toMatchObject({ json: { status: 'paired', classroom: { classroomId: school.classroomId } } });
  expect(await web.catalogue.devices.byToken(String(claimed.json.token))).toMatchObject({ kind: 'board' });
  expect(await ask()).toMatchObject({ json: { reason: 'link/expired' } });
});

test('[CT8] a board whose answer was lost asks again and gets a token, until one is used or five minutes are over', async () => {
  const { pin, claim } = await unpaired();
  const ask = async () => (await web.ask('POST /api/boards/claim', { body: { claim } })).json;
  web.clock.advance(5 * MINUTE - 1);
  await pair(pin);
  web.clock.advance(MINUTE);
  const lost = await ask();
  const { token } = await ask();
  expect(await web.catalogue.devices.byToken(String(lost.token))).toBeNull();
  const boards = () => web.ask('GET /api/boards', { session: school.admin.session });
  expect((await boards()).json.boards).toHaveLength(2);
  expect((await web.ask('GET /api/phones', { board: String(token) })).json.ok).toBe(true);
  expect((await ask()).reason).toBe('link/expired');

  const other = await unpaired();
  await pair(other.pin);
  web.clock.advance(5 * MINUTE);
  expect((await web.ask('POST /api/boards/claim', { body: { claim: other.claim } })).json.reason).toBe('link/expired');
});

test('[CT8] a board that is unpaired before it used its token does not come back by its claim', async () => {
  const { pin, claim } = await unpaired();
  await pair(pin);
  const { boardId } = (await web.ask('POST /api/boards/claim', { body: { claim } })).json;
  await web.ask('DELETE /api/boards/:id', { session: school.admin.session, id: String(boardId) });
  expect((await web.ask('POST /api/boards/claim', { body: { claim } })).json.reason).toBe('link/expired');
});

test('[CT8] a PIN is worthless after five minutes', async () => {
  const { pin } = await unpaired();
  web.clock.advance(5 * MINUTE);
  expect(await pair(pin)).toMatchObject({ json: { reason: 'pin/wrong' } });
});

test('[HT4] [AC5] wrong PINs pause an account on whatever connection, and never a school’s address', async () => {
  const { pin } = await unpaired();
  for (let time = 0; time < 8; time += 1) await pair('000000');
  expect(await pair(pin)).toMatchObject({ status: 429, json: { reason: 'code/slow-down' } });
  const neighbour = await web.ask('POST /api/boards/pair', {
    session: school.teacher.session,
    body: { pin, classroomId: school.classroomId },
  });
  expect(neighbour).toMatchObject({ status: 200, json: { ok: true } });
  web.clock.advance(MINUTE + 1);
  expect((await pair(pin)).json.reason).not.toBe('code/slow-down');
});

test('[AC7] a phone paired by scanning has the board’s classroom, is listed there, and goes at one tap', async () => {
  const { token: board, deviceId } = school.board;
  const link = await web.ask('POST /api/phones/link', { board });
  const secret = new URL(String(link.json.url)).hash.slice(1);
  const paired = await web.ask('POST /api/phones/pair', { body: { token: secret } });
  expect(paired).toMatchObject({ json: { ok: true, classroom: { classroomId: school.classroomId } } });
  expect(await web.ask('POST /api/phones/pair', { body: { token: secret } })).toMatchObject({
    json: { reason: 'link/used' },
  });
  const phoneId = String(paired.json.phoneId);
  expect((await web.ask('GET /api/phones', { board })).json.phones).toEqual(
    expect.arrayContaining([expect.objectContaining({ phoneId })]),
  );
  expect(await web.ask('DELETE /api/phones/:id', { board, id: phoneId })).toMatchObject({ status: 200 });
  expect(web.revoked).toEqual([{ kind: 'device', id: phoneId }]);
  expect(await web.catalogue.devices.byToken(String(paired.json.token))).toBeNull();
  const gone = await web.ask('DELETE /api/boards/:id', { session: school.admin.session, id: deviceId });
  expect(gone.status).toBe(200);
  expect(await web.ask('GET /api/phones', { board })).toMatchObject({ status: 401, json: { reason: 'board/removed' } });
});
