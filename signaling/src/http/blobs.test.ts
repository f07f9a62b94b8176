import { readdirSync } from 'node:fs';
import { EMPTY_LESSON, type LessonState, type Refused, refuse } from '@tongke/shared-types';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BlobDesk } from '../blobs/blob-desk.ts';
import type { LessonWindow } from '../blobs/lesson-window.ts';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

const KEY = 'k'.repeat(22);
const OTHER = 'o'.repeat(22);
const SHARED = 's'.repeat(22);
/** Plain HTTP from a tablet somewhere in the school. */
const PLAIN = { remoteAddress: '10.0.0.7', headers: { host: 'school.test:8080', origin: 'http://school.test:8080' } };

let png: Buffer;
let web: TestWeb;
let school: SampleSchool;
let state: LessonState;
beforeAll(async () => {
  png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#35c' } })
    .png()
    .toBuffer();
});
beforeEach(async () => {
  const lessons: LessonWindow = { seatOf: async (...seat) => seatOf(...seat), states: () => [state] };
  web = await startTestWeb({ lessons });
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
  state = lesson();
});
afterEach(() => web.close());

function seatOf(lessonId: string, key: string, named: readonly string[]): Awaited<ReturnType<LessonWindow['seatOf']>> {
  if (lessonId !== school.lessonId) return refuse('lesson/ended');
  const { classroomId } = school;
  if (key === SHARED) return { actor: { role: 'shared', classroomId, tabletId: 't' }, state, seatIds: named };
  if (key !== KEY && key !== OTHER) return refuse('seat/none');
  const seatId = key === KEY ? school.seatId : 'another-seat';
  return { actor: { role: 'pupil', classroomId, seatId }, state, seatIds: [seatId] };
}

/** A running lesson of the school, with a photo question. */
function lesson(): LessonState {
  const { lessonId, schoolId, classroomId, teacher } = school;
  const now = web.clock.now();
  const classroom = { classroomId, schoolId, seats: {}, tablets: {} } as unknown as LessonState['classrooms'][string];
  return {
    ...EMPTY_LESSON,
    ...{ lessonId, schoolId, leadId: teacher.accountId, phase: 'live', classrooms: { [classroomId]: classroom } },
    round: {
      ...{
        kind: 'question',
        roundId: 'round-1',
        task: { kind: 'photo', correct: null },
        prompt: '拍下来',
        picture: null,
      },
      ...{
        explanation: '',
        onTablet: 'question',
        phase: 'open',
        answers: {},
        answered: {},
        handCounts: {},
        expected: null,
      },
      ...{
        openedAt: now,
        opensAt: now,
        closesAt: now + 60_000,
        takesUntil: now + 61_500,
        tally: null,
        groups: [],
        others: 0,
        shown: [],
      },
    } as LessonState['round'],
  };
}
/** The photo becomes the answer of the sample school's first seat; `shown` to all when the teacher shows it. */
function answer(photo: string, shown: boolean): void {
  const { classroomId, seatId } = school;
  const given = { kind: 'photo', photo } as const;
  if (state.round?.kind !== 'question') throw new Error('no question');
  const answers = { [seatId]: { classroomId, answer: given, at: 1, source: 'tablet' } } as const;
  const all = shown ? [{ by: 'seat', classroomId, seatId, number: 1, answer: given, right: null } as const] : [];
  state = { ...state, round: { ...state.round, answers, shown: all } };
}

const seat = (key = KEY) => `${school.lessonId}.${key}`;
const send = (key = KEY, { id = 'round-1', file = png as Uint8Array, headers = {} } = {}) =>
  web.ask('POST /api/photos/:id', { id, seat: seat(key), file, ...PLAIN, headers: { ...PLAIN.headers, ...headers } });
const see = (id: string, who: { session?: string; board?: string; seat?: string }, more = {}) =>
  web.ask('GET /api/blobs/:id', { id, ...who, ...more });
const files = () => readdirSync(web.blobDir);
const bring = async (file: Uint8Array, session = school.teacher.session) =>
  (await web.ask('POST /api/blobs', { session, file })).json as Partial<Refused> & { hash?: string };

test('[BL1] [BL2] a teacher’s picture is kept re-encoded under its hash; the same again is the same', async () => {
  const { hash = '' } = await bring(png);
  expect(await bring(png)).toEqual({ ok: true, hash });
  const shown = await see(hash, { session: school.teacher.session });
  expect(shown.headers['content-type']).toBe('image/jpeg');
  expect(shown.headers['cache-control']).toBe('private, max-age=86400');
  expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
  expect(files()).toEqual([hash]);
});

test('[BL1] what is no picture, or too large, is refused with a sentence, and nothing is kept', async () => {
  const before = await web.everything();
  expect(await bring(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
    ok: false,
    reason: 'blob/no-image',
  });
  expect((await bring(new Uint8Array(5_000_001))).reason).toBe('blob/too-large');
  expect((await send(KEY, { file: new Uint8Array(6_000_001) })).json.reason).toBe('blob/too-large');
  expect((await send(KEY, { file: Buffer.from('GIF89a') })).json.reason).toBe('blob/no-image');
  expect(await web.ask('POST /api/blobs', { session: school.teacher.session, body: {} })).toMatchObject({
    status: 400,
  });
  expect(await web.everything()).toEqual(before);
  expect(files()).toEqual([]);
});

test('[BL3] when too many files are in hand the next one is told to come again, before it is read', async () => {
  const claimed = { 'content-length': '5900000' };
  const waiting = Array.from({ length: 12 }, () => send(KEY, { headers: claimed }));
  const reasons = (await Promise.all(waiting)).map(({ json }) => json.reason);
  expect(reasons.filter((reason) => reason === 'busy-try-again')).toHaveLength(2);
  expect((await send()).json.reason).not.toBe('busy-try-again');
});

test('[BL4] a seated tablet sends a photo over plain HTTP, and nobody else does', async () => {
  const { hash } = (await send()).json;
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const before = await web.everything();
  for (const [key, reason] of [
    [`${school.lessonId}.${'x'.repeat(22)}`, 'seat/none'],
    [`elsewhere.${KEY}`, 'lesson/ended'],
    ['nonsense', 'not-signed-in'],
  ] as const) {
    const answer = await web.ask('POST /api/photos/:id', { id: 'round-1', seat: key, file: png, ...PLAIN });
    expect(answer.json).toEqual({ ok: false, reason });
  }
  const { session } = school.teacher;
  expect(await web.ask('POST /api/photos/:id', { id: 'round-1', session, file: png })).toMatchObject({ status: 401 });
  const evil = await send(KEY, { headers: { origin: 'https://evil.test' } });
  expect(evil.json.reason).toBe('not-allowed');
  expect(await web.everything()).toEqual(before);
});

test('[BL4] only for a photo question that is open, in a lesson that runs', async () => {
  const { round } = state;
  if (round?.kind !== 'question') throw new Error('no question');
  const reasonIn = async (changed: Partial<LessonState>, id = 'round-1') => {
    state = { ...lesson(), ...changed };
    return (await send(KEY, { id })).json.reason;
  };
  expect(await reasonIn({}, 'round-0')).toBe('round/other');
  expect(await reasonIn({ round: { ...round, task: { kind: 'true-false', correct: null } } })).toBe('round/other');
  expect(await reasonIn({ round: { ...round, phase: 'closed' } })).toBe('round/closed');
  expect(await reasonIn({ round: { ...round, takesUntil: web.clock.now() - 1 } })).toBe('round/closed');
  expect(await reasonIn({ round: null })).toBe('round/none');
  expect(await reasonIn({ phase: 'ended' })).toBe('lesson/ended');
  expect(files()).toEqual([]);
});

test('[BL4] a seat may try six times at once, then once in ten seconds; its neighbour has its own allowance', async () => {
  for (let n = 0; n < 6; n += 1) expect((await send()).status).toBe(200);
  expect((await send()).json.reason).toBe('too-many-requests');
  expect((await send(OTHER)).status).toBe(200);
  web.clock.advance(10_000);
  expect((await send()).status).toBe(200);
  expect((await send()).json.reason).toBe('too-many-requests');
});

test('[BL4] a tablet that is handed round sends for the children that it names', async () => {
  expect((await send(SHARED)).json.reason).toBe('seat/unknown');
  const { hash } = (await send(SHARED, { headers: { 'x-seats': `${school.seatId},another-seat` } })).json;
  const seats = (await web.catalogue.photos.byHash(String(hash))).map(({ seatId }) => seatId);
  expect(new Set(seats)).toEqual(new Set([school.seatId, 'another-seat']));
});

test('[BL5] a photo is for its teacher and its own seat; a board sees it once it was shown, and a hash opens nothing', async () => {
  const hash = String((await send()).json.hash);
  answer(hash, false);
  const { teacher, admin, assistant, board, phone } = school;
  const stranger = await sampleSchool(web.catalogue, '乙', web.clock.now());
  const looks = async () => ({
    teacher: (await see(hash, { session: teacher.session })).status,
    admin: (await see(hash, { session: admin.session })).status,
    assistant: (await see(hash, { session: assistant.session })).status,
    board: (await see(hash, { board: board.token })).status,
    phone: (await see(hash, { board: phone.token })).status,
    own: (await see(hash, { seat: seat() }, PLAIN)).status,
    neighbour: (await see(hash, { seat: seat(OTHER) }, PLAIN)).status,
    otherBoard: (await see(hash, { board: stranger.board.token })).status,
    otherTeacher: (await see(hash, { session: stranger.teacher.session })).status,
  });
  const hidden = { admin: 403, assistant: 403, otherBoard: 403, otherTeacher: 403 };
  expect(await looks()).toEqual({ teacher: 200, own: 200, board: 403, phone: 403, neighbour: 403, ...hidden });
  answer(hash, true);
  expect(await looks()).toMatchObject({ teacher: 200, own: 200, board: 200, phone: 200, ...hidden });
  state = { ...state, round: null };
  expect(await looks()).toEqual({ teacher: 200, own: 200, board: 403, phone: 403, neighbour: 403, ...hidden });
  expect((await see(hash, { seat: seat() }, PLAIN)).headers['cache-control']).toBe('no-store');
  expect((await see(hash, {})).status).toBe(401);
  for (const id of ['0'.repeat(64), 'x', '..%2f..%2fetc%2fpasswd'])
    expect((await see(id, { session: teacher.session })).status).toBeGreaterThanOrEqual(400);
});

test('[BL5] a question’s picture is for the school’s teachers, and for everybody whose lesson shows it', async () => {
  const { hash = '' } = await bring(png);
  const { admin, assistant, board } = school;
  const stranger = await sampleSchool(web.catalogue, '乙', web.clock.now());
  const looks = async () => [
    (await see(hash, { session: admin.session })).status,
    (await see(hash, { session: assistant.session })).status,
    (await see(hash, { session: stranger.teacher.session })).status,
    (await see(hash, { board: board.token })).status,
    (await see(hash, { seat: seat(OTHER) }, PLAIN)).status,
  ];
  expect(await looks()).toEqual([200, 403, 403, 403, 403]);
  if (state.round?.kind !== 'question') throw new Error('no question');
  state = { ...state, round: { ...state.round, picture: hash } };
  expect(await looks()).toEqual([200, 403, 403, 200, 200]);
});

test('[HT1] over plain HTTP neither a session nor a board opens anything', async () => {
  const { hash = '' } = await bring(png);
  const refused = { status: 403, json: { reason: 'insecure-page' } };
  expect(await see(hash, { session: school.teacher.session }, PLAIN)).toMatchObject(refused);
  expect(await see(hash, { board: school.board.token }, PLAIN)).toMatchObject(refused);
  expect(await web.ask('POST /api/blobs', { session: school.teacher.session, file: png, ...PLAIN })).toMatchObject(
    refused,
  );
});

test('[BL6] a photo goes when its school’s days have passed', async () => {
  await web.ask('PATCH /api/school', { session: school.admin.session, body: { photoDays: 7 } });
  const hash = String((await send()).json.hash);
  web.clock.advance(7 * 86_400_000 - 1);
  await web.blobs.sweep();
  expect(files()).toEqual([hash]);
  web.clock.advance(1);
  await web.blobs.sweep();
  expect(files()).toEqual([]);
  expect(await web.catalogue.photos.byHash(hash)).toEqual([]);
});

test('[BL6] a photo goes at once when its child is erased, and stays when the roster only changes', async () => {
  const { session } = school.admin;
  const hash = String((await send()).json.hash);
  const { name, number } = (await web.catalogue.rosters.bySeat(school.seatId)) ?? {};
  const file = Buffer.from(`${name},${number}\n新同学,9\n`);
  await web.ask('PUT /api/classrooms/:id/roster', { session, id: school.classroomId, file });
  expect(files()).toEqual([hash]);
  await web.ask('DELETE /api/pupils/:id', { session, id: school.seatId });
  expect(files()).toEqual([]);
});

test('[BL6] a picture that no question uses goes after a day; one that is used stays', async () => {
  const other = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const { hash: used = '' } = await bring(png);
  await bring(other);
  const question = {
    ...{ subject: '', grade: null, points: [], prompt: '', picture: used, task: { kind: 'photo', correct: null } },
    ...{ explanation: '', readSeconds: 0, seconds: 60 },
  };
  const { session } = school.teacher;
  const { json } = await web.ask('POST /api/questions', { session, body: question });
  const { questionId: id } = json.question as { questionId: string };
  web.clock.advance(86_400_000);
  await web.blobs.sweep();
  expect(files()).toEqual([used]);
  await web.ask('DELETE /api/questions/:id', { session, id });
  await web.blobs.sweep();
  expect(files()).toEqual([used]);
  web.clock.advance(86_400_000);
  await web.blobs.sweep();
  expect(files()).toEqual([]);
});

test('[BL2] a full disk: a sentence, and neither file nor row', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const store = {
    put: () => Promise.reject(full),
    get: async () => null,
    size: async () => null,
    keepOnly: async () => 0,
  };
  const { catalogue, clock } = web;
  const blobs = new BlobDesk({ store, catalogue, clock, log: pino({ level: 'silent' }) });
  const lessons: LessonWindow = { seatOf: async (...seat) => seatOf(...seat), states: () => [state] };
  const other = await startTestWeb({ lessons, catalogue, blobs });
  const answer = await other.ask('POST /api/photos/:id', { id: 'round-1', seat: seat(), file: png, ...PLAIN });
  expect(answer).toMatchObject({ status: 507, json: { ok: false, reason: 'storage-unavailable' } });
  expect((await web.everything()).photos).toEqual([]);
  await other.close();
});

/** A running lesson that collects works, where the child has the first seat. */
function collecting(open: boolean): void {
  const { classroomId, seatId } = school;
  const classroom = state.classrooms[classroomId];
  if (!classroom) throw new Error('no classroom');
  const seats = { [seatId]: { seatId, number: 1, device: '', online: true, awaySince: null, request: null } };
  state = {
    ...state,
    round: null,
    classrooms: { [classroomId]: { ...classroom, seats } },
    works: { open, tray: [], shown: [] },
  };
}

const work = (seatId: string, key = KEY) =>
  web.ask('POST /api/works/:id', { id: seatId, seat: seat(key), file: png, ...PLAIN });

test('[CA1] a seat sends its own work over plain HTTP while works are collected', async () => {
  const { seatId } = school;
  collecting(false);
  expect(await work(seatId)).toMatchObject({ json: { reason: 'works/closed' } });
  collecting(true);
  expect(await work('another-seat')).toMatchObject({ json: { reason: 'not-allowed' } });
  expect(await work(seatId, SHARED)).toMatchObject({ json: { reason: 'not-allowed' } });
  expect((await work(seatId)).json).toMatchObject({ ok: true });
  for (let nth = 0; nth < 5; nth += 1) await work(seatId);
  expect(await work(seatId)).toMatchObject({ json: { reason: 'too-many-requests' } });
});

test('[CA1] the assistant’s phone sends for a pupil of its own classroom, and staff do not', async () => {
  const { seatId, teacher } = school;
  collecting(false);
  const phone = school.phone.token;
  const ask = (id: string, who: object) => web.ask('POST /api/works/:id', { id, file: png, ...who });
  expect(await ask('nobody', { board: phone })).toMatchObject({ json: { reason: 'seat/unknown' } });
  expect(await ask(seatId, { board: phone })).toMatchObject({ json: { ok: true } });
  expect(await ask(seatId, { session: teacher.session })).toMatchObject({ json: { reason: 'not-allowed' } });
  state = { ...state, phase: 'ended' };
  expect(await ask(seatId, { board: phone })).toMatchObject({ json: { reason: 'no-lesson-now' } });
});

test('[CA3] [CA4] a work is for who may look at it now, and on the boards once it is shown', async () => {
  const { classroomId, seatId } = school;
  collecting(true);
  const hash = String((await work(seatId)).json.hash);
  const board = school.board.token;
  const sees = async () => (await see(hash, { board })).status === 200;
  expect(await sees()).toBe(false);
  const shown = { workId: 'w', classroomId: 'elsewhere', seatId: null, number: null, photo: hash };
  state = { ...state, works: { open: true, tray: [], shown: [shown] } };
  expect(await sees()).toBe(true);
  const lying = { workId: 'w', classroomId, seatId, number: 1, photo: hash, at: 1 };
  state = { ...state, works: { open: true, tray: [lying], shown: [] } };
  expect(await sees()).toBe(true);
});

test('[IK11] [BL5] a picture from the teacher’s camera is for boards while the lesson has it, and for no tablet', async () => {
  const kept = await web.ask('POST /api/blobs', { session: school.teacher.session, file: png });
  const hash = String(kept.json.hash);
  const board = school.board.token;
  expect((await see(hash, { board })).status).toBe(403);
  state = { ...state, papers: { all: [{ paperId: 'p', photo: hash }], shown: null } };
  expect((await see(hash, { board })).status).toBe(200);
  expect((await see(hash, { seat: seat(KEY), ...PLAIN })).status).toBe(403);
});

test('[CA5] works are forgotten when their lesson is over, and no other photos with them', async () => {
  const { seatId, lessonId } = school;
  const photo = String((await send()).json.hash);
  collecting(true);
  await work(seatId);
  await web.blobs.sweep();
  expect((await web.everything()).photos).toHaveLength(2);
  await web.catalogue.lessons.mark(lessonId, { startedAt: 1, endedAt: web.clock.now() });
  await web.blobs.sweep();
  expect((await web.everything()).photos).toMatchObject([{ hash: photo }]);
});
