import { EMPTY_LESSON, SELF_TEST_BYTES } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;
const file = new Uint8Array(SELF_TEST_BYTES.up).fill(7);

beforeEach(async () => {
  const actor = { role: 'pupil', classroomId: 'c', seatId: 's' } as const;
  const seatOf = async () => ({ actor, state: EMPTY_LESSON, seatIds: ['s'] });
  web = await startTestWeb({ lessons: { seatOf, states: () => [] } });
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(() => web.close());

test('[ST3] a board and a teacher fetch and send the bytes of a self-test, and nothing of it is kept', async () => {
  const before = await web.everything();
  for (const who of [{ board: school.board.token }, { session: school.teacher.session }]) {
    const down = await web.ask('GET /api/self-test', who);
    expect(down).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(down.bytes).toHaveLength(SELF_TEST_BYTES.down);
    expect(await web.ask('POST /api/self-test', { ...who, file })).toMatchObject({ status: 200, json: { ok: true } });
  }
  expect(await web.everything()).toEqual(before);
});

test('[ST3] more bytes than a test has, and anything but a file, are refused', async () => {
  const { session } = school.teacher;
  const large = new Uint8Array(SELF_TEST_BYTES.up + 1);
  const tooLarge = { status: 413, json: { ok: false, reason: 'too-large' } };
  expect(await web.ask('POST /api/self-test', { session, file: large })).toMatchObject(tooLarge);
  const malformed = { ok: false, reason: 'malformed' };
  expect((await web.ask('POST /api/self-test', { session, body: { bytes: 5 } })).json).toMatchObject(malformed);
});

test('[ST3] each device and account has an allowance of its own', async () => {
  const { session } = school.teacher;
  const asks = async (who: object) => (await web.ask('GET /api/self-test', who)).status;
  for (let n = 0; n < 10; n += 1) expect(await asks({ session })).toBe(200);
  const refused = await web.ask('GET /api/self-test', { session });
  expect(refused).toMatchObject({ status: 429, json: { ok: false, reason: 'too-many-requests' } });
  expect(await asks({ board: school.board.token })).toBe(200);
  web.clock.advance(20_000);
  expect(await asks({ session })).toBe(200);
});

test('[ST3] a tablet’s seat tests nothing', async () => {
  const seat = `${school.lessonId}.${'k'.repeat(22)}`;
  const refused = { status: 403, json: { ok: false, reason: 'not-allowed' } };
  expect(await web.ask('GET /api/self-test', { seat })).toMatchObject(refused);
  expect(await web.ask('POST /api/self-test', { seat, file })).toMatchObject(refused);
});
