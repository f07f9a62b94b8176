import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogueMigrations } from './store/catalogue-migrations.ts';
import { openCatalogue } from './store/catalogue-stores.ts';
import { openDatabase } from './store/database.ts';
import { eventMigrations } from './store/event-tables.ts';
import { newDeviceKey } from './testing/classroom.ts';
import { FakeScreen } from './testing/fake-screen.ts';
import { sampleLesson } from './testing/sample-lesson.ts';
import { until } from './testing/until.ts';

interface Message {
  readonly type: string;
  readonly message?: string;
  readonly links?: readonly { readonly label: string; readonly url: string }[];
}

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-main-'));
  mkdirSync(join(folder, 'client'));
  writeFileSync(join(folder, 'client', 's.html'), '<title>同课</title>');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the real program and waits for its first word to the launcher. */
async function start(
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; said: Message }> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TONGKE_DATA: join(folder, 'data'),
      TONGKE_BIND: '127.0.0.1',
      TONGKE_HTTP_PORT: String(port),
      TONGKE_CLIENT_DIR: join(folder, 'client'),
      TONGKE_SFU_URL: 'http://127.0.0.1:9',
      TONGKE_SFU_SECRET: '0123456789abcdef',
      TONGKE_LOG: 'silent',
      ...env,
    },
  });
  children.push(child);
  const said = await new Promise<Message>((resolve) => child.once('message', (message) => resolve(message as Message)));
  return { child, said };
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const exited = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

test('[RS7] killed in the middle of a question and started again: same question, same answers, same countdown', async () => {
  const database = openDatabase(join(folder, 'tongke.db'), [...catalogueMigrations, ...eventMigrations]);
  const { lessonId, sessionToken, boardToken, seatIds } = await sampleLesson(openCatalogue(database), Date.now());
  await database.close();
  mkdirSync(join(folder, 'data'));
  const port = await freePort();
  const env = { TONGKE_DATA: folder };
  const url = `http://localhost:${port}`;
  const first = await start(port, env);
  const lead = new FakeScreen({ url, credentials: { as: 'lead', lessonId }, cookie: sessionToken });
  const board = new FakeScreen({ url, credentials: { as: 'board', token: boardToken } });
  expect(await lead.hello()).toMatchObject({ ok: true });
  expect(await board.hello()).toMatchObject({ ok: true });
  await lead.do({ type: 'lesson.start' });
  const [room] = Object.values(board.view?.classrooms ?? {}).filter(({ ticket }) => ticket !== '');
  const deviceKey = newDeviceKey();
  const by = { kind: 'ticket', ticket: room?.ticket ?? '' } as const;
  const pupil = new FakeScreen({ url, credentials: { as: 'tablet', deviceKey, by } });
  expect(await pupil.hello()).toMatchObject({ ok: true });
  await pupil.do({ type: 'seat.claim', seatId: seatIds[0] ?? '' });
  await until('the tablet is a pupil', () => pupil.viewer?.role === 'pupil');
  const choices = [
    { key: 'A' as const, text: '一' },
    { key: 'B' as const, text: '二' },
  ];
  await lead.do({ ...UNPREPARED, task: { kind: 'single', choices, correct: 'A' }, seconds: 300 });
  await until('the question is there', () => pupil.view?.round?.kind === 'question');
  const roundId = pupil.view?.round?.roundId ?? '';
  const answer = { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'B' } } as const;
  const answered = await pupil.do(answer, 'the-answer');
  expect(answered).toMatchObject({ ok: true });
  const screens = [lead, board, pupil];
  await until(
    'the answer is seen',
    () => lead.view?.round?.kind === 'question' && !!lead.view.round.answers[seatIds[0] ?? ''],
  );
  const before = lead.view?.round;

  first.child.kill('SIGKILL');
  await until('the links are lost', () => screens.every(({ socket }) => !socket.connected));
  await start(port, env);
  pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId } };
  for (const screen of screens) expect(await screen.hello()).toMatchObject({ ok: true, joined: { kind: 'events' } });

  expect(lead.view?.round).toEqual(before);
  expect(await pupil.do(answer, 'the-answer')).toEqual(answered);
  expect(await pupil.do({ ...answer, answer: { kind: 'single', choice: 'A' } })).toMatchObject({ ok: true });
  await until('the changed answer is seen', () => {
    const { round } = lead.view ?? {};
    const given = round?.kind === 'question' ? round.answers[seatIds[0] ?? '']?.answer : null;
    return given?.kind === 'single' && given.choice === 'A';
  });
  for (const screen of screens) screen.close();
}, 30_000);

test('at first start it offers the administrator’s link, and stops when asked', async () => {
  const port = await freePort();
  const { child, said } = await start(port);
  expect(said.type).toBe('ready');
  expect(said.links?.map(({ url }) => new URL(url).pathname)).toEqual(['/setup', '/teach', '/board', '/s']);
  const ended = exited(child);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 15_000);

test('a port in use is said in a plain sentence', async () => {
  const port = await freePort();
  const blocker = createServer().listen(port, '127.0.0.1');
  const { child, said } = await start(port);
  expect(said).toEqual({
    type: 'failed',
    message: `Port ${port} is in use. Close the program that uses it, or choose another one with --http-port.`,
  });
  if (child.exitCode === null) expect(await exited(child)).toBe(1);
  await new Promise((resolve) => blocker.close(resolve));
}, 15_000);

test('an unreadable certificate and a broken database are said in a plain sentence', async () => {
  const tls = { TONGKE_TLS_CERT: join(folder, 'no.pem'), TONGKE_TLS_KEY: join(folder, 'no.pem') };
  const certificate = await start(await freePort(), tls);
  expect(certificate.said.message).toMatch(/^The certificate file .*no\.pem cannot be read \(ENOENT\)\./);
  writeFileSync(
    join(folder, 'tongke.db'),
    'no database at all, and longer than a header of one hundred bytes'.repeat(4),
  );
  const database = await start(await freePort(), { TONGKE_DATA: folder });
  expect(database.said.message).toContain('the file is no database');
}, 15_000);
