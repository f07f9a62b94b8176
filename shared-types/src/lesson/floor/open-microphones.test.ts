import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../protocol/commands.ts';
import type { Actor } from '../../roles.ts';
import { board, LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { LEAD_GRACE_MS, turnOverAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import { mayPublish, mayWatch } from '../media-rules.ts';
import { MOST_TURNS } from './floor.ts';

const ROOMS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];

/** A running lesson of seven rooms that are all here, and the own class. */
function manyRooms(): LessonDriver {
  const lesson = new LessonDriver(2, [...ROOMS, 'own'].map(planned));
  for (const classroomId of ROOMS) lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
  lesson.do(LEAD, { type: 'lesson.start' });
  return lesson;
}

function planned(classroomId: string) {
  const seats = [1, 2].map((number) => ({ seatId: `${classroomId}-s${number}`, number }));
  const own = classroomId === 'own';
  return { classroomId, schoolId: 'city', name: classroomId, own, cameraAllowed: true, givenNames: false, seats };
}

type Step = (lesson: LessonDriver) => void;

const room = fc.constantFrom(...ROOMS, 'own');
const seconds = fc.constantFrom(5, 60, null);
const ask = (make: fc.Arbitrary<readonly [Actor, Command]>): fc.Arbitrary<Step> =>
  make.map(
    ([actor, command]) =>
      (lesson) =>
        void lesson.do(actor, command),
  );
const endOwn: fc.Arbitrary<Step> = fc.tuple(room, fc.nat(5)).map(([classroomId, index]) => (lesson) => {
  const { turnId } = lesson.state.floor.turns[index] ?? { turnId: 'none' };
  lesson.do(board(classroomId), { type: 'turn.end', turnId });
});

function ofTurn(type: 'turn.accept' | 'turn.take'): fc.Arbitrary<Step> {
  return fc.tuple(room, fc.nat(5)).map(([classroomId, index]) => (lesson) => {
    const { turnId } = lesson.state.floor.turns[index] ?? { turnId: 'none' };
    const seatId = `${classroomId}-s1`;
    lesson.do(board(classroomId), type === 'turn.take' ? { type, turnId, seatId } : { type, turnId });
  });
}

/** What teachers and boards do with the floor, who comes and goes, and time. */
const floorSteps: fc.Arbitrary<Step> = fc.oneof(
  ask(
    fc
      .tuple(room, fc.boolean(), seconds, fc.boolean(), fc.boolean())
      .map(([classroomId, one, s, anyone, listen]) => [
        LEAD,
        { type: 'turn.give', classroomId, seatId: one ? `${classroomId}-s1` : null, seconds: s, anyone, listen },
      ]),
  ),
  ask(
    fc
      .tuple(
        fc.constantFrom('dialogue' as const, 'panel' as const, 'round-robin' as const),
        fc.array(room, { maxLength: 8 }),
        seconds,
      )
      .map(([mode, classroomIds, s]) => [LEAD, { type: 'floor.open', mode, classroomIds, seconds: s }]),
  ),
  ask(fc.constant([LEAD, { type: 'floor.clear' }])),
  ask(seconds.map((s) => [LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: s }])),
  ask(fc.tuple(room, fc.boolean()).map(([id, waits]) => [board(id), { type: 'microphone.set', waits }])),
  ask(room.map((classroomId) => [board(classroomId), { type: 'classroom.leave' }])),
  ask(room.map((classroomId) => [board(classroomId), { type: 'board.ready' }])),
  endOwn,
  ofTurn('turn.accept'),
  ofTurn('turn.take'),
  room.map(
    (classroomId): Step =>
      (lesson) => {
        lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId }, cause: 'link' });
      },
  ),
  room.map(
    (classroomId): Step =>
      (lesson) => {
        lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
      },
  ),
  fc.constantFrom(1, 4_000, 5_000, 10_000, 60_000).map(
    (ms): Step =>
      (lesson) =>
        lesson.wait(ms),
  ),
);

/** The rooms whose microphones may be open, now or then. */
function openRooms(lesson: LessonDriver, now = lesson.now): string[] {
  return ROOMS.filter((classroomId) => mayPublish(lesson.state, classroomId, 'microphone', now) === null);
}

/** The turns that were given and have not ended, by the log alone. */
function runningTurns(log: readonly LessonEvent[]): string[] {
  const running = new Map<string, string>();
  for (const event of log) {
    if (event.type === 'turn.given') running.set(event.turnId, event.classroomId);
    if (event.type === 'turn.ended') running.delete(event.turnId);
  }
  return [...running.values()];
}

test('[FL13] [FL2] never more microphones are open than the manner allows, one a room, and none after its turn', () => {
  fc.assert(
    fc.property(fc.array(floorSteps, { minLength: 5, maxLength: 60 }), (steps) => {
      const lesson = manyRooms();
      for (const step of steps) {
        step(lesson);
        const { mode, turns } = lesson.state.floor;
        const open = openRooms(lesson);
        expect(turns.length).toBeLessThanOrEqual(MOST_TURNS[mode]);
        expect(open.length).toBeLessThanOrEqual(MOST_TURNS[mode]);
        expect(new Set(turns.map(({ classroomId }) => classroomId)).size).toBe(turns.length);
        const running = runningTurns(lesson.log);
        expect(turns.map(({ classroomId }) => classroomId)).toEqual(running);
        for (const classroomId of open) expect(running).toContain(classroomId);
        for (const turn of turns) {
          expect(turnOverAt(turn)).toBeGreaterThan(lesson.now);
          const voice = { trackId: 'v', peerId: turn.classroomId, source: 'microphone' } as const;
          const heard = ROOMS.filter((peerId) => mayWatch(lesson.state, peerId, voice));
          if (turn.listen || turn.acceptBy !== null) expect(heard).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

const leadSteps: fc.Arbitrary<Step> = fc.boolean().map((comes) => (lesson) => {
  const peer = { kind: 'lead' } as const;
  lesson.server(comes ? { type: 'peer.came', peer } : { type: 'peer.went', peer, cause: 'link' });
});

test('[LD1] whatever happens, no microphone is open 10 s after the lead teacher went', () => {
  const any = fc.oneof({ weight: 6, arbitrary: floorSteps }, { weight: 1, arbitrary: leadSteps });
  fc.assert(
    fc.property(fc.array(any, { minLength: 5, maxLength: 60 }), (steps) => {
      const lesson = manyRooms();
      lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
      const asked = lesson.do.bind(lesson);
      // Who is away asks for nothing.
      lesson.do = (actor, command) =>
        actor.role === 'lead' && !lesson.state.leadOnline ? null : asked(actor, command);
      for (const step of steps) {
        step(lesson);
        const { leadAwaySince } = lesson.state;
        if (leadAwaySince === null) continue;
        // Also where the alarm has not gone off yet.
        expect(openRooms(lesson, leadAwaySince + LEAD_GRACE_MS)).toEqual([]);
        if (lesson.now >= leadAwaySince + LEAD_GRACE_MS) {
          expect(openRooms(lesson)).toEqual([]);
          expect(lesson.state.floor).toMatchObject({ turns: [], queue: [] });
        }
      }
    }),
    { numRuns: 300 },
  );
});
