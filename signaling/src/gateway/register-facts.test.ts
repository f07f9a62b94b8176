import type { LessonEvent } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

const MINUTE = 60_000;

let clock: FakeClock;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

interface Presence {
  readonly from: number;
  readonly to: number;
  readonly cause: string;
}

/** What a register would say, read from the log and from nothing else. Times are minutes after the plan. */
function readRegister(log: readonly LessonEvent[]) {
  const facts = { start: 0, end: 0, present: {} as Record<string, Presence[]>, turns: [] as object[] };
  const here = new Map<string, number>();
  let planned = 0;
  const minutes = (at: number) => (at - planned) / MINUTE;
  const went = (who: string, at: number, cause: string) => {
    const from = here.get(who);
    if (from === undefined) return;
    here.delete(who);
    facts.present[who] = [...(facts.present[who] ?? []), { from, to: minutes(at), cause }];
  };
  let turn: { readonly turnId: string; readonly room: string; readonly at: number } | null = null;
  for (const event of log) {
    if (event.type === 'lesson.prepared') planned = event.plannedAt;
    if (event.type === 'lesson.started') facts.start = minutes(event.at);
    if (event.type === 'lead.came') here.set('lead', minutes(event.at));
    if (event.type === 'lead.went') went('lead', event.at, event.cause);
    if (event.type === 'board.came') here.set(event.classroomId, minutes(event.at));
    if (event.type === 'board.went') went(event.classroomId, event.at, event.cause);
    if (event.type === 'seat.taken' || event.type === 'seat.came') here.set(event.seatId, minutes(event.at));
    if (event.type === 'seat.went') went(event.seatId, event.at, event.cause);
    if (event.type === 'turn.given') turn = { turnId: event.turnId, room: event.classroomId, at: event.at };
    if (event.type === 'turn.ended' && turn?.turnId === event.turnId) {
      facts.turns.push({ room: turn.room, seconds: (event.at - turn.at) / 1_000, cause: event.cause });
    }
    if (event.type === 'lesson.ended') {
      facts.end = minutes(event.at);
      for (const who of [...here.keys()]) went(who, event.at, 'end');
    }
  }
  return facts;
}

test('[LS8] [RO8] the log alone tells the register when the lesson was, who was there, what cut whom off, and who spoke for how long', async () => {
  const lead = await classroom.lead();
  const { room } = classroom;
  const online = (id: string) => room.state.classrooms[id]?.board.online === true;
  const r1 = await classroom.board('r1');
  clock.advance(2 * MINUTE);
  const r2 = await classroom.board('r2');
  clock.advance(MINUTE);
  expect(await lead.do({ type: 'lesson.start' })).toMatchObject({ ok: true });
  const pupil = await classroom.pupil('r1-s1');
  await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
  clock.advance(20_000);
  await lead.do({ type: 'turn.end', turnId: room.state.floor.turns[0]?.turnId ?? '' });
  clock.advance(100_000);
  r2.cut();
  await until('r2 is gone', () => !online('r2'));
  clock.advance(3 * MINUTE);
  await r2.hello();
  await until('r2 is back', () => online('r2'));
  await lead.do({ type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 60 });
  clock.advance(60_000);
  await until('the turn is over', () => room.state.floor.turns.length === 0);
  pupil.close();
  await until('the pupil is gone', () => room.state.classrooms.r1?.seats['r1-s1']?.online === false);
  clock.advance(MINUTE);
  r1.close();
  await until('r1 is gone', () => !online('r1'));
  clock.advance(MINUTE);
  expect(await lead.do({ type: 'lesson.end' })).toMatchObject({ ok: true });
  const facts = readRegister((await classroom.store.since('l1', 0)).map(({ event }) => event));
  expect(facts).toEqual({
    start: 3,
    end: 11,
    present: {
      lead: [{ from: 0, to: 11, cause: 'end' }],
      r1: [{ from: 0, to: 10, cause: 'client namespace disconnect' }],
      r2: [
        { from: 2, to: 5, cause: 'transport close' },
        { from: 8, to: 11, cause: 'end' },
      ],
      'r1-s1': [{ from: 3, to: 9, cause: 'client namespace disconnect' }],
    },
    turns: [
      { room: 'r1', seconds: 20, cause: 'teacher' },
      { room: 'r2', seconds: 60, cause: 'time' },
    ],
  });
});
