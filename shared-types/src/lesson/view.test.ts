import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../protocol/commands.ts';
import type { Actor, Viewer } from '../roles.ts';
import { board, guest, LEAD, LessonDriver, pupil, roomOf } from '../testing/lesson-driver.ts';
import { CHOICES } from './choices.ts';
import type { PreparedClassroom, ServerCommand } from './decide/server-command.ts';
import { lessonEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { EMPTY_LESSON, type LessonState } from './state.ts';
import { viewFor } from './view.ts';
import { visibleTo } from './visible.ts';

const SEATS = ['r1-s1', 'r1-s2', 'r2-s1', 'own-s1'];
const VIEWERS: readonly Viewer[] = [
  { role: 'server' },
  LEAD,
  board('r1'),
  { role: 'phone', classroomId: 'r2', deviceId: 'p' },
  pupil('r1-s1'),
  pupil('r2-s1'),
  guest('r1', 'd9'),
];
const ACTORS: readonly Actor[] = [
  LEAD,
  board('r1'),
  board('r2'),
  ...SEATS.map(pupil),
  ...SEATS.flatMap((seatId) => [guest(roomOf(seatId), `device-${seatId}`), guest(roomOf(seatId), 'other')]),
];

type Step =
  | { readonly kind: 'command'; readonly actor: Actor; readonly make: (state: LessonState) => Command }
  | { readonly kind: 'server'; readonly command: ServerCommand }
  | { readonly kind: 'catalogue'; readonly classroomId: string; readonly change: Partial<PreparedClassroom> | null }
  | { readonly kind: 'wait'; readonly ms: number };

const choices = CHOICES.map((key) => ({ key, text: key }));
const roundOf = ({ round }: LessonState) => round?.roundId ?? 'none';

const seatId = fc.constantFrom(...SEATS);
const room = fc.constantFrom('r1', 'r2', 'own');
const make: fc.Arbitrary<(state: LessonState) => Command> = fc.oneof(
  fc.constantFrom(
    () => ({ type: 'lesson.start' }) as const,
    () => ({ type: 'buzzer.open', seconds: 5 }) as const,
    () => ({ type: 'hands.clear' }) as const,
    () => ({ type: 'hand.raise' }) as const,
    () => ({ type: 'hand.lower' }) as const,
    () => ({ type: 'door.open' }) as const,
    () => ({ type: 'door.close' }) as const,
    () => ({ type: 'room.reset' }) as const,
    () => ({ type: 'board.ready' }) as const,
    () => ({ type: 'camera.cover' }) as const,
    () => ({ type: 'camera.uncover' }) as const,
    () => ({ type: 'camera.report', camera: 'busy' }) as const,
    () => ({ type: 'classroom.leave' }) as const,
    () => ({ type: 'seat.leave' }) as const,
    (state: LessonState) => (state.hands.length > 1 ? { type: 'lesson.end' } : { type: 'hand.raise' }) as Command,
    () => ({ type: 'question.open', prompt: '?', choices, correct: 'C', seconds: 5 }) as const,
    (state: LessonState) => ({ type: 'question.reveal', roundId: roundOf(state) }) as const,
    (state: LessonState) => ({ type: 'round.close', roundId: roundOf(state) }) as const,
    (state: LessonState) => ({ type: 'round.dismiss', roundId: roundOf(state) }) as const,
    (state: LessonState) => ({ type: 'buzzer.press', roundId: roundOf(state) }) as const,
    (state: LessonState) => ({ type: 'turn.end', turnId: state.turn?.turnId ?? 'none' }) as const,
  ),
  fc.constantFrom(...CHOICES).map(
    (choice) =>
      (state: LessonState): Command => ({
        type: 'answer.give',
        roundId: roundOf(state),
        choice,
      }),
  ),
  fc.nat(2).map(
    (n) =>
      (state: LessonState): Command => ({ type: 'handcount.set', roundId: roundOf(state), counts: { A: n } }),
  ),
  seatId.map((id) => ({ classrooms }: LessonState): Command => {
    const at = classrooms[roomOf(id)]?.seats[id]?.request?.at ?? 0;
    return { type: 'seat.allow', seatId: id, at };
  }),
  fc.tuple(fc.constantFrom('seat.claim', 'seat.request', 'seat.release', 'seat.deny'), seatId).map(
    ([type, id]) =>
      (): Command => ({ type, seatId: id }),
  ),
  fc.tuple(room, fc.option(seatId)).map(
    ([classroomId, seat]) =>
      (): Command => ({
        type: 'turn.give',
        classroomId,
        seatId: seat,
        seconds: 5,
      }),
  ),
);
const peer = fc.oneof(
  fc.constant({ kind: 'lead' } as const),
  room.map((classroomId) => ({ kind: 'board', classroomId }) as const),
  seatId.map((id) => ({ kind: 'seat', classroomId: roomOf(id), seatId: id }) as const),
);
const server: fc.Arbitrary<ServerCommand> = fc.oneof(
  peer.map((p) => ({ type: 'peer.came', peer: p }) as const),
  peer.map((p) => ({ type: 'peer.went', peer: p, cause: 'x' }) as const),
  room.map((peerId) => ({ type: 'track.publish', trackId: `t-${peerId}`, peerId, source: 'camera' }) as const),
  room.map((peerId) => ({ type: 'track.close', trackId: `t-${peerId}`, cause: 'x' }) as const),
  fc
    .nat(9)
    .map((n) => ({ type: 'seat.register', classroomId: 'r1', seats: [{ seatId: `r1-n${n}`, number: n }] }) as const),
);
const change: fc.Arbitrary<Partial<PreparedClassroom> | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.record({ cameraAllowed: fc.boolean(), givenNames: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...SEATS, 'r1-n1'), fc.nat(9)), { maxLength: 3 })
      .map((seats) => ({ seats: [...new Map(seats)].map(([id, number]) => ({ seatId: id, number })) })),
  },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      actor: fc.oneof(fc.constant(LEAD), fc.constantFrom(board('r1'), board('r2')), fc.constantFrom(...ACTORS)),
      make,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('server' as const), command: server }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(7_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('catalogue' as const), classroomId: room, change }) },
);
const scenario = (minLength: number, maxLength: number) =>
  fc.record({ steps: fc.array(step, { minLength, maxLength }), live: fc.boolean() });

function run(lesson: LessonDriver, { ...next }: Step): void {
  lesson.now += 1;
  if (next.kind === 'wait') lesson.wait(next.ms);
  else if (next.kind === 'catalogue') {
    if (next.change) lesson.change(next.classroomId, next.change);
    else lesson.prepare(lesson.planned.filter(({ classroomId }) => classroomId !== next.classroomId));
  } else if (next.kind === 'server') lesson.server(next.command);
  else lesson.do(next.actor, next.make(lesson.state));
}

describe('views', () => {
  it('[VW1] folding what a viewer receives gives the view of the state, event by event', () => {
    fc.assert(
      fc.property(scenario(20, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const viewer of VIEWERS) {
          let state = EMPTY_LESSON;
          let view = viewFor(viewer, state);
          for (const event of lesson.log) {
            state = evolve(state, event);
            const seen = visibleTo(viewer, event);
            if (seen) view = evolve(view, seen);
            expect(view, `${viewer.role} after ${event.type}`).toEqual(viewFor(viewer, state));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[VW2] [VW3] [VW4] a board and a stranger’s tablet never hold answers, right answers, devices or foreign tickets', () => {
    fc.assert(
      fc.property(scenario(20, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const viewer of [board('r1'), pupil('r2-s1'), guest('r1', 'd9')]) {
          const view = viewFor(viewer, lesson.state);
          const text = JSON.stringify(view);
          expect(text).not.toContain('device-');
          expect(view.classrooms.own?.ticket ?? '').toBe('');
          if (view.round?.kind === 'question' && view.round.phase !== 'revealed') expect(view.round.correct).toBeNull();
          if (view.round?.kind === 'question' && viewer.role !== 'pupil') expect(view.round.answers).toEqual({});
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the random lessons above reach every kind of event', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(scenario(80, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const { type } of lesson.log) reached.add(type);
      }),
      { numRuns: 2_000, seed: 1 },
    );
    // Made on the way to a viewer, and never part of a log.
    const never = ['answer.counted'];
    expect(lessonEvent.options.map((option) => option.shape.type.value).filter((type) => !reached.has(type))).toEqual(
      never,
    );
  });

  it('a refused command changes nothing at all', () => {
    fc.assert(
      fc.property(scenario(10, 60), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) {
          if (next.kind !== 'command') {
            run(lesson, next);
            continue;
          }
          const { state, log } = lesson;
          const length = log.length;
          const refusal = lesson.do(next.actor, next.make(state));
          if (refusal !== null) {
            expect(lesson.state).toBe(state);
            expect(log).toHaveLength(length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
