import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_LESSON, evolve, nextDeadline } from '@tongke/shared-types';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { eventMigrations } from './event-tables.ts';
import { MemoryEventStore } from './memory-event-store.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { schemaOf, upcast } from './upcast.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongke-events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

eventStoreContract('the memory store', async () => new MemoryEventStore());
eventStoreContract('the SQLite store', async () => new SqliteEventStore(openDatabase(':memory:', eventMigrations)));

const hello = (id: string) => ({
  at: 1,
  actor: { role: 'server' } as const,
  command: { id, hash: 'h' },
  events: [{ type: 'board.went' as const, classroomId: 'r1', at: 1, cause: 'x'.repeat(3000) }],
});

test('[RS5] a full disk is a value, writes nothing, and is over when there is space again', async () => {
  const database = openDatabase(join(folder, 'full.db'), eventMigrations);
  const store = new SqliteEventStore(database);
  const epoch = await store.own('l1');
  await sql`PRAGMA max_page_count = 20`.execute(database.kysely);
  let version = 0;
  for (;;) {
    const result = await store.append({
      lessonId: 'l1',
      expectedVersion: version,
      epoch,
      entries: [hello(`c${version}`)],
    });
    if (!result.ok) {
      expect(result).toEqual({ ok: false, reason: 'unavailable', detail: 'the disk is full' });
      break;
    }
    version = result.version;
  }
  expect(await store.since('l1', 0)).toHaveLength(version);
  expect(await store.outcomesOf('l1', [`c${version}`])).toEqual(new Map());
  await sql`PRAGMA max_page_count = 2000`.execute(database.kysely);
  const again = { lessonId: 'l1', expectedVersion: version, epoch, entries: [hello('more')] };
  expect(await store.append(again)).toEqual({ ok: true, version: version + 1 });
  await database.close();
});

test('[RS1] a log outlives the process that wrote it', async () => {
  const path = join(folder, 'kept.db');
  const one = openDatabase(path, eventMigrations);
  const first = new SqliteEventStore(one);
  const epoch = await first.own('l1');
  await first.append({ lessonId: 'l1', expectedVersion: 0, epoch, entries: [hello('c1')] });
  await one.close();
  const two = openDatabase(path, eventMigrations);
  const second = new SqliteEventStore(two);
  expect(await second.own('l1')).toBe(epoch + 1);
  expect(await second.since('l1', 0)).toHaveLength(1);
  await two.close();
});

test('a question of the first schema is today one with one right choice', () => {
  const opened = { roundId: 'q', prompt: '?', correct: 'A', at: 1, closesAt: 9 };
  const choices = [
    { key: 'A', text: '一' },
    { key: 'B', text: '二' },
  ];
  expect(upcast('question.opened', 1, { type: 'question.opened', ...opened, choices })).toEqual({
    type: 'question.opened',
    roundId: 'q',
    prompt: '?',
    task: { kind: 'single', choices, correct: 'A' },
    picture: null,
    explanation: '',
    onTablet: 'question',
    at: 1,
    opensAt: 1,
    closesAt: 9,
    takesUntil: 1_509,
  });
  const given = { type: 'answer.given', roundId: 'q', classroomId: 'r1', seatId: 's1', at: 2, source: 'tablet' };
  expect(upcast('answer.given', 1, { ...given, choice: 'A', answered: 1 })).toEqual({
    ...given,
    answer: { kind: 'single', choice: 'A' },
    answered: 1,
  });
  const closed = { type: 'question.closed', roundId: 'q', at: 10 };
  expect(upcast('question.closed', 1, closed)).toEqual({ ...closed, expected: {} });
  const revealed = { type: 'question.revealed', roundId: 'q', at: 11, correct: 'A' };
  expect(upcast('question.revealed', 1, { ...revealed, tally: { r1: { A: 2, B: 1 }, r2: {} } })).toEqual({
    ...revealed,
    rooms: {
      r1: { expected: 3, answered: 3, right: 2, counts: { A: 2, B: 1 } },
      r2: { expected: 0, answered: 0, right: 0, counts: {} },
    },
    groups: [],
    others: 0,
  });
});

test('a hand of the first schema gave no reason', () => {
  const raised = { type: 'hand.raised', classroomId: 'r1', seatId: 's1', number: 7, at: 2 };
  expect(upcast('hand.raised', 1, raised)).toEqual({ ...raised, reason: null });
});

test('a turn of the first schema had an end, opened at once and was heard by all', () => {
  const turn = {
    type: 'turn.given',
    turnId: 't',
    classroomId: 'r1',
    seatId: null,
    number: null,
    at: 1_000,
    endsAt: 61_000,
  };
  expect(upcast('turn.given', 1, turn)).toEqual({ ...turn, anyone: false, listen: false, seconds: 60, acceptBy: null });
});

test('an old event is lifted to the shape of today, step by step', () => {
  const upcasters = {
    'classroom.left': [
      (old: Readonly<Record<string, unknown>>) => ({ ...old, classroomId: old.room }),
      (old: Readonly<Record<string, unknown>>) => ({ ...old, at: 7 }),
    ],
  };
  expect(schemaOf('classroom.left', upcasters)).toBe(3);
  const today = { type: 'classroom.left', classroomId: 'r1', at: 7 };
  expect(upcast('classroom.left', 1, { type: 'classroom.left', room: 'r1' }, upcasters)).toEqual(today);
  expect(upcast('classroom.left', 3, today, upcasters)).toEqual(today);
  expect(() => upcast('classroom.left', 1, { type: 'classroom.left' })).toThrow();
});

test('a buzzer round from before presses were measured reads as one that was decided by arrival', () => {
  const seat = { classroomId: 'r1', seatId: 's1', number: 7 };
  const log = [
    { type: 'buzzer.opened', roundId: 'b', at: 1_000, closesAt: 21_000 },
    { type: 'buzzer.pressed', roundId: 'b', ...seat, at: 2_000, decidesAt: 2_400 },
    { type: 'buzzer.decided', roundId: 'b', order: [{ ...seat, at: 2_000 }], at: 2_400, point: 's1' },
  ];
  const state = log.map((old) => upcast(old.type, 1, old)).reduce(evolve, EMPTY_LESSON);
  expect(state.round).toMatchObject({ phase: 'decided', order: [{ place: 1, entrant: { kind: 'seat', ...seat } }] });
  expect([state.scores, state.wins]).toEqual([{ s1: 1 }, { r1: 1 }]);
  expect(schemaOf('buzzer.pressed')).toBe(2);
  const unfinished = log
    .slice(0, 2)
    .map((old) => upcast(old.type, 1, old))
    .reduce(evolve, EMPTY_LESSON);
  expect(nextDeadline(unfinished)).toBe(1_500);
});
