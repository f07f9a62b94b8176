import { EMPTY_LESSON, type LessonPack, type LessonState, MOST_ACTS, refuse } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;
let state: LessonState;
const PAGE = { text: '', notes: '秘密', animated: false };

beforeEach(async () => {
  web = await startTestWeb({ lessons: { seatOf: async () => refuse('seat/none'), states: () => [state] } });
  const { catalogue, clock, blobs } = web;
  school = await sampleSchool(catalogue, '甲', clock.now());
  const { deckId, lessonId, classroomId, schoolId, teacher, questionId, picture } = school;
  for (const page of [1, 2]) {
    await blobs.keep([Buffer.alloc(100 * page, page), Buffer.alloc(10 * page, page)], async ([large, small]) =>
      catalogue.decks.addPage(deckId, { page, large: large ?? null, small: small ?? null, ...PAGE }),
    );
  }
  await catalogue.decks.ready(deckId, 2);
  await catalogue.decks.pin(deckId, 2, [questionId]);
  const { questionId: other } = await catalogue.questions.add(
    teacher,
    {
      ...{ subject: '', grade: null, points: [], prompt: '排一排', picture, explanation: '因为' },
      task: {
        kind: 'order',
        items: [
          { key: 'A', text: '一' },
          { key: 'B', text: '二' },
        ],
        correct: ['A', 'B'],
      },
      ...{ readSeconds: 5, seconds: 30 },
    },
    clock.now(),
  );
  await catalogue.lessonQuestions.replace(lessonId, [other, questionId]);
  const classroom = { classroomId, schoolId, seats: {}, tablets: {} } as unknown as LessonState['classrooms'][string];
  const slide = { deckId, title: '', pages: 2, page: 1, shown: true };
  const classrooms = { [classroomId]: classroom };
  state = { ...EMPTY_LESSON, lessonId, schoolId, leadId: teacher.accountId, classrooms, slide };
});
afterEach(() => web.close());

const packFor = async (board = school.board.token) =>
  web.ask('GET /api/lessons/:id/pack', { board, id: school.lessonId });

test('[PK2] [PK3] a board reads the pack of its lesson: pages with their sizes, questions without answers, the steps', async () => {
  const pack = (await packFor()).json.pack as LessonPack;
  expect(pack.pages.map(({ large, small }) => [large?.bytes, small?.bytes])).toEqual([
    [100, 10],
    [200, 20],
  ]);
  const [pinned, other] = pack.questions;
  expect(pack.steps).toEqual([
    { kind: 'page', page: 1 },
    { kind: 'page', page: 2 },
    { kind: 'question', questionId: pinned?.questionId, page: 2 },
    { kind: 'question', questionId: other?.questionId, page: null },
  ]);
  expect(pinned?.questionId).toBe(school.questionId);
  expect(other?.task).toEqual({
    kind: 'order',
    items: [
      { key: 'A', text: '二' },
      { key: 'B', text: '一' },
    ],
    correct: null,
  });
  expect(JSON.stringify(pack)).not.toMatch(/因为|秘密|"correct":[^n]/);
  expect((await packFor(school.phone.token)).json.pack).toEqual(pack);
});

test('[PK2] nobody else reads it, and nobody after the end', async () => {
  const there = await sampleSchool(web.catalogue, '乙', web.clock.now());
  expect((await packFor(there.board.token)).json).toEqual({ ok: false, reason: 'not-allowed' });
  const { session } = school.teacher;
  const asked = await web.ask('GET /api/lessons/:id/pack', { session, id: school.lessonId });
  expect(asked.json).toEqual({ ok: false, reason: 'not-allowed' });
  state = { ...state, phase: 'ended' };
  expect((await packFor()).json).toEqual({ ok: false, reason: 'not-allowed' });
});

test('[PK3] a board may fetch the pictures of its questions; another school’s may not', async () => {
  const there = await sampleSchool(web.catalogue, '乙', web.clock.now());
  const see = async (board: string) => (await web.ask('GET /api/blobs/:id', { board, id: school.picture })).json.reason;
  // Allowed, and no file has this made-up name.
  expect(await see(school.board.token)).toBe('not-found');
  expect(await see(there.board.token)).toBe('not-allowed');
});

test('[BR4] a board hands in the branch of its own classroom; a log that is none is refused', async () => {
  const merged: unknown[] = [];
  await web.close();
  web = await startTestWeb({
    branches: {
      merge: async (...branch) => {
        merged.push(branch);
        return { ok: true, version: 1 };
      },
    },
  });
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
  const body = { branchId: 'b1', cutAt: 1, from: 2, to: 3, slide: null, entries: [] };
  const { token: board } = school.board;
  const hand = (asked: object) => web.ask('POST /api/lessons/:id/branches', { id: school.lessonId, ...asked });
  expect((await hand({ board, body })).json).toEqual({ ok: true });
  expect(merged).toEqual([[school.lessonId, school.classroomId, body]]);
  const act = { type: 'lesson.end' };
  const wrong = { ...body, entries: [{ n: 1, at: 1, act }] };
  expect((await hand({ board, body: wrong })).json).toMatchObject({ ok: false, reason: 'malformed' });
  expect((await hand({ board: school.phone.token, body })).json).toMatchObject({ ok: false });
  expect((await hand({ session: school.teacher.session, body })).json).toMatchObject({ ok: false });
  expect(merged).toHaveLength(1);
  // As long as a class with tablets makes it.
  const answer = { kind: 'text', text: '分'.repeat(50) } as const;
  const given = { type: 'answer.give', roundId: 'b1-1', answer } as const;
  const entries = Array.from({ length: MOST_ACTS }, (_, at) => ({ n: at + 1, at: 1, act: given, seatId: 's1' }));
  expect((await hand({ board, body: { ...body, branchId: 'b2', entries } })).json).toEqual({ ok: true });
  expect((await hand({ board, body: { ...body, entries: [...entries, ...entries] } })).json).toMatchObject({
    ok: false,
  });
});
