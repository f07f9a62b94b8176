import { readdirSync } from 'node:fs';
import { EMPTY_LESSON, type LessonState, refuse } from '@tongke/shared-types';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LessonWindow } from '../blobs/lesson-window.ts';
import { makePdf, SCRIPT } from '../decks/testing/make-pdf.ts';
import { makePptx } from '../decks/testing/make-pptx.ts';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

// What converts has the lowest priority: on a busy machine it waits for all others.
vi.setConfig({ testTimeout: 180_000 });

let web: TestWeb;
let school: SampleSchool;
let states: LessonState[];
beforeEach(async () => {
  states = [];
  const lessons: LessonWindow = { seatOf: async () => refuse('seat/none'), states: () => states };
  web = await startTestWeb({ lessons });
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
  await web.catalogue.decks.remove(school.deckId);
});
afterEach(() => web.close());
afterAll(() => vi.resetConfig());

interface Deck {
  readonly deckId: string;
  readonly status: string;
  readonly received: number;
  readonly [field: string]: unknown;
}

async function begin(title: string, ...files: readonly number[]): Promise<Deck> {
  const { json } = await web.ask('POST /api/decks', { session: school.teacher.session, body: { title, files } });
  return json.deck as Deck;
}

async function send(deckId: string, file: Uint8Array, from = 0, all = file.length) {
  const headers = { 'content-range': `bytes ${from}-${from + file.length - 1}/${all}` };
  return web.ask('PUT /api/decks/:id/file', { session: school.teacher.session, id: deckId, file, headers });
}

const list = async (session = school.teacher.session, body?: object) =>
  (await web.ask('GET /api/decks', { session, ...(body && { body }) })).json as { decks: Deck[]; office: boolean };

async function uploaded(title: string, file: Buffer): Promise<Deck> {
  const { deckId } = await begin(title, file.length);
  await send(deckId, file);
  await web.decks.settled();
  return (await list()).decks.find((deck) => deck.deckId === deckId) as Deck;
}

const lessonWith = (deckId: string): LessonState => {
  const { lessonId, schoolId, classroomId, teacher } = school;
  const classroom = { classroomId, schoolId, seats: {}, tablets: {} } as unknown as LessonState['classrooms'][string];
  const slide = { deckId, title: '', pages: 2, page: 1, shown: true };
  return {
    ...EMPTY_LESSON,
    ...{
      lessonId,
      schoolId,
      leadId: teacher.accountId,
      phase: 'live',
      classrooms: { [classroomId]: classroom },
      slide,
    },
  };
};

const pdf = makePdf([{ text: '认识分数' }, { text: '二分之一' }]);

test('[DK1] a deck comes in pieces, some of them twice, goes on where it stopped, and becomes pages', async () => {
  const { deckId, status } = await begin('分数', pdf.length);
  expect(status).toBe('uploading');
  const half = Math.floor(pdf.length / 2);
  const piece = (from: number, to: number) => send(deckId, pdf.subarray(from, to), from, pdf.length);
  expect((await piece(0, half)).json.deck).toMatchObject({ received: half });
  expect((await piece(0, half)).json.deck).toMatchObject({ received: half });
  expect((await piece(half + 5, pdf.length)).json).toEqual({ ok: false, reason: 'malformed' });
  expect((await piece(half - 3, pdf.length)).json.deck).toMatchObject({ received: pdf.length, status: 'waiting' });
  await web.decks.settled();
  const { decks } = await list();
  expect(decks).toMatchObject([
    { deckId, title: '分数', status: 'ready', pages: 2, done: 2, problem: null, empty: [] },
  ]);
  expect((await piece(0, half)).json.deck).toMatchObject({ status: 'ready' });
});

test('[DK1] an upload that nobody finishes within a day goes, and its bytes with it', async () => {
  const { deckId } = await begin('分数', 1_000);
  await send(deckId, new Uint8Array(10), 0, 1_000);
  await web.decks.resume();
  expect(readdirSync(web.uploadDir)).toEqual([deckId]);
  web.clock.advance(86_400_000);
  await web.decks.resume();
  expect(readdirSync(web.uploadDir)).toEqual([]);
  expect((await list()).decks).toEqual([]);
});

test('[DK1] more than 200 MB, a longer piece, or more than the disk has is refused before it is sent', async () => {
  const ask = (files: readonly number[]) =>
    web.ask('POST /api/decks', { session: school.teacher.session, body: { title: '大', files } });
  expect((await ask([200_000_001])).json).toMatchObject({ reason: 'malformed', fields: ['files'] });
  expect((await ask([100_000_000, 100_000_001])).json).toMatchObject({ reason: 'malformed' });
  const { deckId } = await begin('大', 2_000_000);
  expect((await send(deckId, new Uint8Array(1_000_001), 0, 2_000_000)).json).toMatchObject({ reason: 'too-large' });
});

test('[DK2] what is refused says why, and nothing of it is kept', async () => {
  expect(await uploaded('脚本', makePdf([{ text: '一' }], { catalog: SCRIPT }))).toMatchObject({
    ...{ status: 'refused', problem: 'deck/script', pages: null },
  });
  const { decks, office } = await list();
  expect(office).toBe(false);
  expect(decks).toHaveLength(1);
  expect(await uploaded('演示', makePptx([{}]))).toMatchObject({ status: 'refused', problem: 'deck/no-office' });
  expect(readdirSync(web.blobDir)).toEqual([]);
  expect(readdirSync(web.uploadDir)).toEqual([]);
});

test('[DK3] what was being made into pages when the server stopped begins anew', async () => {
  const { deckId } = await begin('分数', pdf.length);
  await send(deckId, pdf);
  web.decks.close();
  await web.decks.settled();
  expect((await list()).decks[0]?.status).not.toBe('ready');
  const again = web.reopenDecks();
  await again.resume();
  await again.settled();
  expect((await list()).decks).toMatchObject([{ deckId, status: 'ready', pages: 2, done: 2 }]);
});

test('[DK6] a deck is found by its title and by what stands on its pages, renamed and removed, by its teacher alone', async () => {
  const { deckId } = await uploaded('课件', pdf);
  expect((await list(undefined, { text: '二分之一' })).decks).toMatchObject([{ deckId, found: [2] }]);
  expect((await list(undefined, { text: '课件' })).decks).toMatchObject([{ deckId, found: [] }]);
  expect((await list(undefined, { text: '三分之一' })).decks).toEqual([]);
  const { session } = school.teacher;
  const rename = { id: deckId, body: { title: '分数的初步认识' } };
  expect((await web.ask('PATCH /api/decks/:id', { session, ...rename })).json.deck).toMatchObject(rename.body);
  for (const other of [school.admin.session]) {
    expect((await list(other)).decks).toEqual([]);
    for (const route of ['PATCH /api/decks/:id', 'DELETE /api/decks/:id', 'GET /api/decks/:id/pages'] as const) {
      const { body, ...what } = rename;
      const asked = { session: other, ...what, ...(route.startsWith('PATCH') && { body }) };
      expect((await web.ask(route, asked)).json).toMatchObject({ reason: 'not-allowed' });
    }
  }
  states = [lessonWith(deckId)];
  expect((await web.ask('DELETE /api/decks/:id', { session, id: deckId })).json).toMatchObject({
    reason: 'still-in-use',
  });
  states = [];
  expect((await web.ask('DELETE /api/decks/:id', { session, id: deckId })).json).toEqual({ ok: true });
  await web.blobs.sweep();
  expect(readdirSync(web.blobDir)).toEqual([]);
});

test('[PG5] pages are for their teacher, and for the boards of a lesson that has the deck; notes for the teacher alone', async () => {
  const { deckId } = await uploaded('课件', pdf);
  const board = school.board.token;
  const asBoard = () => web.ask('GET /api/decks/:id/pages', { board, id: deckId });
  const { session } = school.teacher;
  const mine = (await web.ask('GET /api/decks/:id/pages', { session, id: deckId })).json.pages as { large: string }[];
  expect(mine[1]).toMatchObject({ own: { text: '二分之一', notes: '', animated: false, questions: [] } });
  const large = mine[0]?.large ?? '';
  const picture = () => web.ask('GET /api/blobs/:id', { board, id: large });
  expect((await asBoard()).json).toMatchObject({ reason: 'not-allowed' });
  expect((await picture()).json).toMatchObject({ reason: 'not-allowed' });
  states = [lessonWith(deckId)];
  expect(Object.keys(((await asBoard()).json.pages as object[])[0] ?? {})).toEqual(['large', 'small']);
  const { status, headers, bytes } = await picture();
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'image/webp',
    'private, max-age=86400',
  ]);
  expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
  await web.blobs.sweep();
  expect((await picture()).status).toBe(200);
});

test('[PG5] [LD6] a second teacher of the lesson reads its pages, without the notes; a colleague who was not named does not', async () => {
  const { deckId } = await uploaded('课件', pdf);
  const { session, accountId } = await school.person('teacher');
  const pages = () => web.ask('GET /api/decks/:id/pages', { session, id: deckId });
  states = [lessonWith(deckId)];
  expect((await pages()).json).toMatchObject({ reason: 'not-allowed' });
  states = [{ ...lessonWith(deckId), seconds: { [accountId]: { online: true } } }];
  const [first] = (await pages()).json.pages as { large: string }[];
  expect(Object.keys(first ?? {})).toEqual(['large', 'small']);
  expect((await web.ask('GET /api/blobs/:id', { session, id: first?.large ?? '' })).status).toBe(200);
  states = [];
  expect((await pages()).json).toMatchObject({ reason: 'not-allowed' });
});

test('[PG6] questions of the own bank are pinned to a page, and go with the bank', async () => {
  const { deckId } = await uploaded('课件', pdf);
  const { session } = school.teacher;
  const pin = (body: object) => web.ask('PUT /api/decks/:id/pins', { session, id: deckId, body });
  const pinned = async () => {
    const { json } = await web.ask('GET /api/decks/:id/pages', { session, id: deckId });
    return (json.pages as { own: { questions: { questionId: string; prompt: string }[] } }[]).map(({ own }) =>
      own.questions.map(({ prompt }) => prompt),
    );
  };
  const { questionId } = school;
  expect((await pin({ page: 2, questionIds: [questionId] })).json).toEqual({ ok: true });
  expect(await pinned()).toEqual([[], ['1/2 + 1/2 = ？']]);
  expect((await pin({ page: 3, questionIds: [] })).json).toMatchObject({ reason: 'deck/no-such-page' });
  const other = await sampleSchool(web.catalogue, '乙', web.clock.now());
  expect((await pin({ page: 1, questionIds: [other.questionId] })).json).toMatchObject({ reason: 'not-allowed' });
  await web.catalogue.questions.remove(questionId);
  expect(await pinned()).toEqual([[], []]);
});
