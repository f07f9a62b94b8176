import { type ApiRoute, ROUTE_ACCESS } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

type Ask = { readonly id?: string; readonly body?: unknown; readonly file?: Uint8Array };

/**
 * How each route can be asked about another school. `object`: it names something of that school, so it is refused.
 * `own`: it names nothing, so it may only show and touch the own school. `secret`: whoever has the secret may; no school is named.
 */
type Case =
  | { readonly kind: 'object'; readonly ask: (other: SampleSchool, pairing: string, pin: string) => readonly Ask[] }
  | { readonly kind: 'own'; readonly body?: unknown; readonly more?: Ask }
  | { readonly kind: 'secret' };

const object = (ask: (other: SampleSchool, pairing: string, pin: string) => Ask | readonly Ask[]): Case => ({
  kind: 'object',
  ask: (other, pairing, pin) => [ask(other, pairing, pin)].flat(),
});
const own = (body?: unknown, more: Ask = {}): Case => ({ kind: 'own', body, more });
const SECRET: Case = { kind: 'secret' };
const token = 'x'.repeat(43);
const roster = new TextEncoder().encode('姓名,学号\n小强,1\n');
const lesson = { title: '课', plannedAt: 1, classroomIds: [] };
const question = {
  subject: '',
  grade: null,
  points: [],
  prompt: '?',
  picture: null,
  task: { kind: 'true-false', correct: true },
  explanation: '',
  readSeconds: 0,
  seconds: 30,
};
const bank = new TextEncoder().encode('题型,题目\n判断,天是蓝的\n');

/** A new route is a type error here until somebody says whose object it touches. */
const CASES: Readonly<Record<ApiRoute, Case>> = {
  'POST /api/setup': SECRET,
  'POST /api/sign-in': SECRET,
  'POST /api/sign-out': own(),
  'GET /api/me': own(),
  'GET /api/sessions': own(),
  'DELETE /api/sessions/:id': object(({ teacher, admin }) => [{ id: teacher.sessionId }, { id: admin.sessionId }]),
  'POST /api/invites': own({ role: 'teacher' }),
  'POST /api/invites/look': SECRET,
  'POST /api/invites/accept': SECRET,
  'POST /api/sign-in-links': object(({ teacher }) => ({ body: { accountId: teacher.accountId } })),
  'GET /api/links': own(),
  'DELETE /api/links/:id': object(({ linkId }) => ({ id: linkId })),
  'GET /api/accounts': own(),
  'DELETE /api/accounts/:id': object(({ teacher }) => ({ id: teacher.accountId })),
  'GET /api/schools': own(),
  'POST /api/schools': own({ name: '新学校' }),
  'GET /api/school': own(),
  'PATCH /api/school': own({ name: '改名', numbersOnly: true }),
  'GET /api/school/changes': own(),
  'GET /api/pairings': own(),
  'POST /api/pairings': own(),
  'POST /api/pairings/accept': own({ token }),
  'PATCH /api/pairings/:id': object((_, pairing) => ({ id: pairing, body: { givenNames: true } })),
  'DELETE /api/pairings/:id': object((_, pairing) => ({ id: pairing })),
  'GET /api/classrooms': own(),
  'POST /api/classrooms': own({ name: '新班' }),
  'PATCH /api/classrooms/:id': object(({ classroomId }) => ({ id: classroomId, body: { name: '改名' } })),
  'DELETE /api/classrooms/:id': object(({ classroomId }) => ({ id: classroomId })),
  'GET /api/classrooms/:id/roster': object(({ classroomId }) => ({ id: classroomId })),
  'PUT /api/classrooms/:id/roster': object(({ classroomId }) => ({ id: classroomId, file: roster })),
  'DELETE /api/pupils/:id': object(({ seatId }) => ({ id: seatId })),
  'GET /api/lessons': own(),
  'POST /api/lessons': object(({ classroomId, teacher }) => [
    { body: { ...lesson, classroomIds: [classroomId] } },
    { body: { ...lesson, ownClassroomId: classroomId } },
    { body: { ...lesson, classroomIds: [classroomId], leadId: teacher.accountId } },
  ]),
  'DELETE /api/lessons/:id': object(({ lessonId }) => ({ id: lessonId })),
  'GET /api/questions': own(),
  'POST /api/questions': own(question),
  'PUT /api/questions/:id': object(({ questionId }) => ({ id: questionId, body: question })),
  'GET /api/questions/file/:id': own(undefined, { id: 'json' }),
  'POST /api/questions/import': own(undefined, { file: bank }),
  'GET /api/lessons/:id/questions': object(({ lessonId }) => ({ id: lessonId })),
  'PUT /api/lessons/:id/questions': object(({ lessonId }) => ({ id: lessonId, body: { questionIds: [] } })),
  'GET /api/lessons/:id/seconds': object(({ lessonId }) => ({ id: lessonId })),
  'PUT /api/lessons/:id/seconds': object(({ lessonId, teacher }) => [
    { id: lessonId, body: { accountIds: [] } },
    { id: mine.lessonId, body: { accountIds: [teacher.accountId] } },
  ]),
  'DELETE /api/questions/:id': object(({ questionId }) => ({ id: questionId })),
  'POST /api/boards/pin': SECRET,
  'POST /api/boards/claim': SECRET,
  'POST /api/boards/pair': object(({ classroomId }, _, pin) => ({ body: { pin, classroomId } })),
  'GET /api/boards': own(),
  'DELETE /api/boards/:id': object(({ board }) => ({ id: board.deviceId })),
  'POST /api/phones/link': own(),
  'POST /api/phones/pair': SECRET,
  'GET /api/phones': own(),
  'DELETE /api/phones/:id': object(({ phone }) => ({ id: phone.deviceId })),
  'POST /api/blobs': own(),
  'GET /api/blobs/:id': object(({ picture }) => ({ id: picture })),
  'POST /api/photos/:id': SECRET,
  'POST /api/works/:id': SECRET,
  'GET /api/decks': own(),
  'POST /api/decks': own({ title: '分数', files: [9] }),
  'PUT /api/decks/:id/file': object(({ deckId }) => ({ id: deckId, file: bank })),
  'PATCH /api/decks/:id': object(({ deckId }) => ({ id: deckId, body: { title: '改名' } })),
  'DELETE /api/decks/:id': object(({ deckId }) => ({ id: deckId })),
  'PUT /api/decks/:id/pins': object(({ deckId }) => ({ id: deckId, body: { page: 1, questionIds: [] } })),
  'GET /api/decks/:id/pages': object(({ deckId }) => ({ id: deckId })),
  'POST /api/lessons/:id/branches': SECRET,
  'GET /api/lessons/:id/pack': object(({ lessonId }) => ({ id: lessonId })),
  'GET /api/self-test': own(),
  'POST /api/self-test': own(undefined, { file: roster }),
  'GET /api/alerts': own(),
};
const ROUTES = Object.keys(ROUTE_ACCESS) as ApiRoute[];
const PEOPLE = ['admin', 'teacher', 'assistant'] as const;

let web: TestWeb;
let mine: SampleSchool;
let other: SampleSchool;
/** Between the other school and a third one. */
let pairing: string;
let pin: string;

beforeEach(async () => {
  web = await startTestWeb();
  const now = web.clock.now();
  mine = await sampleSchool(web.catalogue, '甲校', now);
  other = await sampleSchool(web.catalogue, '乙校', now);
  const third = await sampleSchool(web.catalogue, '丙校', now);
  await web.catalogue.pairings.add(other.schoolId, third.schoolId, now);
  pairing = (await web.catalogue.pairings.ofSchool(other.schoolId))[0]?.pairingId ?? '';
  pin = String((await web.ask('POST /api/boards/pin', { body: {} })).json.pin);
});
afterEach(() => web.close());

/** The credentials of everybody of the own school whom the table lets in. */
function allowed(route: ApiRoute): { readonly who: string; readonly session?: string; readonly board?: string }[] {
  const access = ROUTE_ACCESS[route];
  if (access === 'anyone' || access === 'seat') return [];
  const board = { who: 'board', board: mine.board.token };
  if (access === 'board') return [board];
  if (access === 'viewer') return [board, ...PEOPLE.map((role) => ({ who: role, session: mine[role].session }))];
  return PEOPLE.filter((role) => access.includes(role)).map((role) => ({ who: role, session: mine[role].session }));
}

test('every route of the table is asked here, and no other', () => {
  expect(Object.keys(CASES).sort()).toEqual([...ROUTES].sort());
});

/** What a pairing opens to the partner, and nothing else: which classrooms there are, and planning a lesson with them. */
const OPENED: Partial<
  Record<ApiRoute, (of: SampleSchool) => { readonly asks: number; readonly shows: readonly string[] }>
> = {
  'GET /api/classrooms': ({ schoolId, name, classroomId }) => ({ asks: 0, shows: [schoolId, name, classroomId] }),
  'GET /api/pairings': ({ schoolId, name }) => ({ asks: 0, shows: [schoolId, name] }),
  'POST /api/lessons': () => ({ asks: 1, shows: [] }),
};

for (const route of ROUTES)
  for (const paired of [false, true]) {
    const found = CASES[route];
    const another = paired ? 'a paired school' : 'another school';
    const pairUp = async () => {
      if (paired) await web.catalogue.pairings.add(mine.schoolId, other.schoolId, web.clock.now());
      return paired ? OPENED[route]?.(other) : undefined;
    };

    if (found.kind === 'object') {
      test(`[HT3] ${route}: an object of ${another} is not-allowed, and nothing changes`, async () => {
        const opened = await pairUp();
        const before = await web.everything();
        const people = allowed(route);
        expect(people).not.toEqual([]);
        for (const { who, ...credentials } of people) {
          for (const ask of found.ask(other, pairing, pin).slice(opened?.asks ?? 0)) {
            const { status, json } = await web.ask(route, { ...credentials, ...ask });
            expect({ who, status, json }).toEqual({ who, status: 403, json: { ok: false, reason: 'not-allowed' } });
          }
        }
        expect(await web.everything()).toEqual(before);
        expect(web.revoked).toEqual([]);
      });
    }

    if (found.kind === 'own') {
      test(`[HT3] ${route}: shows and touches the own school only, beside ${another}`, async () => {
        const opened = await pairUp();
        const ofOther = async () =>
          Object.values(await web.everything())
            .flat()
            .filter((row) => JSON.stringify(row).includes(other.schoolId));
        const before = await ofOther();
        for (const { who: _, ...credentials } of allowed(route)) {
          const { json, bytes } = await web.ask(route, { ...credentials, body: found.body, ...found.more });
          const text = `${JSON.stringify(json)}${bytes}`;
          const { schoolId, name, classroomId, board, lessonId, linkId } = other;
          for (const foreign of [schoolId, name, classroomId, board.deviceId, lessonId, linkId])
            if (!opened?.shows.includes(foreign)) expect(text).not.toContain(foreign);
        }
        expect(await ofOther()).toEqual(before);
      });
    }
  }

for (const route of ROUTES) {
  const found = CASES[route];
  if (ROUTE_ACCESS[route] !== 'anyone') {
    const ask = (): Ask => (found.kind === 'object' ? (found.ask(mine, pairing, pin)[0] ?? {}) : bodyOf(found));

    test(`[HT5] ${route}: without a session it is refused not-signed-in, and nothing changes`, async () => {
      const before = await web.everything();
      const refused = { ok: false, reason: 'not-signed-in' };
      expect(await web.ask(route, ask())).toMatchObject({ status: 401, json: refused });
      const forged = await web.ask(route, { ...ask(), session: token });
      expect(forged).toMatchObject({ status: 401, json: refused });
      expect(await web.everything()).toEqual(before);
    });

    test(`[HT5] ${route}: with the wrong role it is refused not-allowed, and nothing changes`, async () => {
      const before = await web.everything();
      const access = ROUTE_ACCESS[route];
      for (const role of PEOPLE.filter((one) => Array.isArray(access) && !access.includes(one))) {
        const { status, json } = await web.ask(route, { ...ask(), session: mine[role].session });
        expect({ role, status, json }).toEqual({ role, status: 403, json: { ok: false, reason: 'not-allowed' } });
      }
      expect(await web.everything()).toEqual(before);
    });

    test(`[HT2] ${route}: a page of another site changes nothing`, async () => {
      if (route.startsWith('GET ')) return;
      const before = await web.everything();
      for (const { who: _, ...credentials } of allowed(route)) {
        const answer = await web.ask(route, { ...credentials, ...ask(), headers: { origin: 'https://evil.test' } });
        expect(answer).toMatchObject({ status: 403, json: { ok: false, reason: 'not-allowed' } });
      }
      expect(await web.everything()).toEqual(before);
    });
  }
}

function bodyOf(found: Case): Ask {
  return found.kind === 'own' ? { ...(found.body !== undefined && { body: found.body }), ...found.more } : {};
}
