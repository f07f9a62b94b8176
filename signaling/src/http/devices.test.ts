import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const MINUTE = 60_000;
let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(() => web.close());

async function shownPin(): Promise<{ pin: string; claim: string }> {
  const { json } = await web.ask('POST /api/boards/pin');
  return { pin: String(json.pin), claim: String(json.claim) };
}
const enter = (pin: string, session = school.assistant.session, classroomId = school.classroomId) =>
  web.ask('POST /api/boards/pair', { session, body: { pin, classroomId } });
const secretOf = (url: unknown) => new URL(String(url)).hash.slice(1);

test('[CT8] another school enters a PIN only as the lead teacher of a lesson that joins the classroom', async () => {
  const city = await sampleSchool(web.catalogue, '乙', web.clock.now());
  const { pin } = await shownPin();
  expect((await enter(pin, city.teacher.session)).json.reason).toBe('not-allowed');
  const { schoolId, classroomId } = school;
  const classrooms = [{ classroomId, schoolId, own: false }];
  const plannedAt = web.clock.now();
  const lesson = { schoolId: city.schoolId, leadId: city.teacher.accountId, title: '课', plannedAt, classrooms };
  await web.catalogue.lessons.add(lesson, plannedAt);
  expect((await enter(pin, city.admin.session)).json.reason).toBe('not-allowed');
  expect((await enter(pin, city.teacher.session)).json.ok).toBe(true);
});

test('[CT8] the lead teacher enters a PIN from 30 minutes before the lesson until its end', async () => {
  const city = await sampleSchool(web.catalogue, '乙', web.clock.now());
  const { schoolId, classroomId } = school;
  const classrooms = [{ classroomId, schoolId, own: false }];
  const plannedAt = web.clock.now() + 31 * MINUTE;
  const lesson = { schoolId: city.schoolId, leadId: city.teacher.accountId, title: '课', plannedAt, classrooms };
  const lessonId = await web.catalogue.lessons.add(lesson, web.clock.now());
  const tried = async () => (await enter((await shownPin()).pin, city.teacher.session)).json.reason ?? 'paired';
  expect(await tried()).toBe('not-allowed');
  web.clock.advance(MINUTE);
  expect(await tried()).toBe('paired');
  await web.catalogue.lessons.mark(lessonId, { startedAt: web.clock.now() });
  expect(await tried()).toBe('paired');
  await web.catalogue.lessons.mark(lessonId, { endedAt: web.clock.now() });
  expect(await tried()).toBe('not-allowed');
});

test('[CT8] [AC7] what a partner’s people paired goes with the pairing, and nothing else does', async () => {
  const city = await sampleSchool(web.catalogue, '乙', web.clock.now());
  await web.catalogue.pairings.add(city.schoolId, school.schoolId, web.clock.now());
  const pairing = (await web.catalogue.pairings.ofSchool(school.schoolId))[0]?.pairingId ?? '';
  const { schoolId, classroomId } = school;
  const classrooms = [{ classroomId, schoolId, own: false }];
  const plannedAt = web.clock.now();
  const lesson = { schoolId: city.schoolId, leadId: city.teacher.accountId, title: '课', plannedAt, classrooms };
  await web.catalogue.lessons.add(lesson, plannedAt);
  const [theirs, ours, waiting] = [await shownPin(), await shownPin(), await shownPin()];
  await enter(theirs.pin, city.teacher.session);
  await enter(ours.pin);
  await enter(waiting.pin, city.teacher.session);
  const claim = async (of: string) => (await web.ask('POST /api/boards/claim', { body: { claim: of } })).json;
  const [foreign, own] = [await claim(theirs.claim), await claim(ours.claim)];
  expect((await web.ask('DELETE /api/pairings/:id', { session: school.admin.session, id: pairing })).json.ok).toBe(
    true,
  );
  expect(web.revoked).toEqual([{ kind: 'device', id: foreign.boardId }]);
  expect(await web.catalogue.devices.byToken(String(foreign.token))).toBeNull();
  expect(await web.catalogue.devices.byToken(String(own.token))).toMatchObject({ kind: 'board' });
  expect((await claim(waiting.claim)).reason).toBe('link/expired');
});

test('[AC7] a board that is removed takes its phones along, and all are told at once', async () => {
  const { deviceId, token } = school.board;
  expect((await web.ask('DELETE /api/boards/:id', { session: school.teacher.session, id: deviceId })).status).toBe(200);
  expect(web.revoked).toEqual([
    { kind: 'device', id: deviceId },
    { kind: 'device', id: school.phone.deviceId },
  ]);
  expect(await web.catalogue.devices.byToken(school.phone.token)).toBeNull();
  expect(await web.ask('GET /api/phones', { board: token })).toMatchObject({ json: { reason: 'board/removed' } });
});

test('an assistant’s phone is paired by the board’s code, once and within ten minutes, and sent away by the board', async () => {
  const board = school.board.token;
  const { json: link } = await web.ask('POST /api/phones/link', { board });
  const pair = (token: string) => web.ask('POST /api/phones/pair', { body: { token } });
  const { json: phone } = await pair(secretOf(link.url));
  expect(phone).toMatchObject({ ok: true, classroom: { classroomId: school.classroomId } });
  expect(await web.catalogue.devices.byToken(String(phone.token))).toMatchObject({
    kind: 'phone',
    classroomId: school.classroomId,
    boardId: school.board.deviceId,
  });
  expect(await pair(secretOf(link.url))).toMatchObject({ status: 410, json: { reason: 'link/used' } });
  const late = secretOf((await web.ask('POST /api/phones/link', { board })).json.url);
  web.clock.advance(10 * MINUTE);
  expect((await pair(late)).json.reason).toBe('link/expired');
  const id = String(phone.phoneId);
  expect((await web.ask('DELETE /api/phones/:id', { board, id })).status).toBe(200);
  expect(web.revoked).toEqual([{ kind: 'device', id }]);
  expect(await web.catalogue.devices.byToken(String(phone.token))).toBeNull();
});

test('[HT5] a phone has no say over the board’s phones', async () => {
  const answer = await web.ask('POST /api/phones/link', { board: school.phone.token });
  expect(answer).toMatchObject({ status: 401, json: { reason: 'board/removed' } });
});
