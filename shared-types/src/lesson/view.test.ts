import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../protocol/commands.ts';
import type { Actor, Viewer } from '../roles.ts';
import { WELL_FORMED } from '../testing/hostile.ts';
import { inkMoves } from '../testing/ink-moves.ts';
import { board, guest, LEAD, LessonDriver, pupil, roomOf, second, shared } from '../testing/lesson-driver.ts';
import { questionMoves } from '../testing/question-moves.ts';
import { BUZZER_MODES, type BuzzerRound } from './buzzer/buzzer-state.ts';
import { type Entrant, entrantKey, seatKey } from './buzzer/entrant.ts';
import type { PreparedClassroom, ServerCommand } from './decide/server-command.ts';
import { lessonEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { evolveAll } from './fold.ts';
import { EMPTY_LESSON, type LessonState } from './state.ts';
import { viewFor } from './view.ts';
import { visibleTo } from './visible.ts';
import { WORD_MS } from './words/teachers-word.ts';

const SEATS = ['r1-s1', 'r1-s2', 'r2-s1', 'own-s1'];
const VIEWERS: readonly Viewer[] = [
  { role: 'server' },
  LEAD,
  board('r1'),
  second('t2'),
  { role: 'phone', classroomId: 'r2', deviceId: 'p' },
  pupil('r1-s1'),
  pupil('r2-s1'),
  guest('r1', 'd9'),
  shared('r1', 't1'),
];
const ACTORS: readonly Actor[] = [
  LEAD,
  board('r1'),
  board('r2'),
  ...SEATS.map(pupil),
  ...['r1', 'r2'].flatMap((room) => [shared(room, 't1'), shared(room, 't2')]),
  ...SEATS.flatMap((seatId) => [guest(roomOf(seatId), `device-${seatId}`), guest(roomOf(seatId), 'other')]),
];

type Step =
  | { readonly kind: 'command'; readonly actor: Actor; readonly make: (state: LessonState) => Command }
  | { readonly kind: 'server'; readonly make: (state: LessonState) => ServerCommand }
  | { readonly kind: 'catalogue'; readonly classroomId: string; readonly change: Partial<PreparedClassroom> | null }
  | { readonly kind: 'names'; readonly staffIds: readonly string[] }
  | { readonly kind: 'buzz'; readonly presses: readonly ServerPress[] }
  | { readonly kind: 'wait'; readonly ms: number };
type ServerPress = Extract<ServerCommand, { type: 'press.measured' }>;

const roundOf = ({ round }: LessonState) => round?.roundId ?? 'none';

const turnOf = ({ floor }: LessonState) => floor.turns[0]?.turnId ?? 'none';
const clockMove = ({ clock }: LessonState): Command =>
  clock ? { type: clock.from === null ? 'clock.resume' : 'clock.pause' } : { type: 'clock.start', seconds: 5 };
const floorMoves = fc
  .constantFrom<readonly [Actor, (state: LessonState) => Command]>(
    [board('r1'), () => ({ type: 'microphone.set', waits: true })],
    [LEAD, () => ({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null, anyone: true, listen: true })],
    [LEAD, () => ({ type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', 'r2'], seconds: null })],
    [LEAD, () => ({ type: 'floor.open', mode: 'round-robin', classroomIds: ['r2', 'own', 'r1'], seconds: 5 })],
    [LEAD, () => ({ type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: 5 })],
    [LEAD, () => ({ type: 'name.draw', classroomId: null })],
    [LEAD, () => ({ type: 'draw.clear' })],
    [board('r1'), (state) => ({ type: 'turn.accept', turnId: turnOf(state) })],
    [board('r1'), (state) => ({ type: 'turn.take', turnId: turnOf(state), seatId: 'r1-s1' })],
    [LEAD, (state) => ({ type: 'turn.end', turnId: turnOf(state) })],
    [LEAD, () => ({ type: 'screen.share', style: 'motion' })],
    [board('r1'), () => ({ type: 'screen.share', style: 'detail' })],
    [LEAD, () => ({ type: 'screen.stop' })],
    [LEAD, () => ({ type: 'works.collect', open: true })],
    [LEAD, () => ({ type: 'works.collect', open: false })],
    [pupil('r1-s1'), () => ({ type: 'work.send', photo: 'ab'.repeat(32) })],
    [board('r2'), () => ({ type: 'work.send', photo: 'cd'.repeat(32), seatId: 'r2-s1' })],
    [LEAD, ({ works }) => ({ type: 'work.remove', workId: works.tray[0]?.workId ?? 'none' })],
    [
      LEAD,
      ({ works }) => ({
        type: 'works.show',
        workIds: works.tray.slice(0, 2).map(({ workId }) => workId),
        revealed: works.tray.length > 1,
      }),
    ],
    [LEAD, clockMove],
    [LEAD, clockMove],
    [LEAD, () => ({ type: 'clock.stop' })],
    [LEAD, () => ({ type: 'praise.give', classroomId: 'r1', seatId: 'r1-s1', word: 'great' })],
    [board('r1'), () => ({ type: 'applause.give' })],
    [LEAD, (state) => ({ type: 'buzzer.award', roundId: roundOf(state), give: true })],
    [LEAD, () => ({ type: 'page.turn', page: 2 })],
    [LEAD, ({ slide }) => ({ type: 'slides.show', shown: !slide?.shown })],
    [LEAD, () => ({ type: 'lead.hand', to: 'r1' })],
    [LEAD, () => ({ type: 'lead.take-back' })],
    [board('r2'), () => ({ type: 'lead.take' })],
    [board('r1'), () => ({ type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 5 })],
  )
  .map(([actor, make]) => ({ actor, make }));

const seatId = fc.constantFrom(...SEATS);
const room = fc.constantFrom('r1', 'r2', 'own');
const make: fc.Arbitrary<(state: LessonState) => Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      () => ({ type: 'lesson.start' }) as const,
      (state: LessonState) => ({ type: 'buzzer.award', roundId: roundOf(state), give: true }) as const,
      (state: LessonState) => ({ type: 'buzzer.next', roundId: roundOf(state) }) as const,
      () => ({ type: 'hands.clear' }) as const,
      () => ({ type: 'link.choose', classroomId: 'r1', choice: 'voice' }) as const,
      () => WELL_FORMED['self-test.report'],
      () => WELL_FORMED['pack.report'],
      () => ({ type: 'hand.raise' }) as const,
      () => ({ type: 'hand.raise', reason: 'ask' }) as const,
      () => ({ type: 'hand.raise', reason: 'show' }) as const,
      () => ({ type: 'hand.lower' }) as const,
      () => ({ type: 'word.say', word: 'slower' }) as const,
      () => ({ type: 'word.say', word: 'call-on', seatId: 'r1-s1' }) as const,
      () => ({ type: 'word.say-to', classroomId: 'r1', word: 'quiet' }) as const,
      ({ words }: LessonState) => ({ type: 'word.acknowledge', wordId: words[0]?.wordId ?? 'none' }) as const,
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
      (state: LessonState) => ({ type: 'round.close', roundId: roundOf(state) }) as const,
      (state: LessonState) => ({ type: 'round.dismiss', roundId: roundOf(state) }) as const,
      (state: LessonState) => ({ type: 'buzzer.press', roundId: roundOf(state), shown: 0, pressed: 300 }) as const,
      (state: LessonState) =>
        ({ type: 'buzzer.press', roundId: roundOf(state), shown: null, pressed: 300, zone: 2 }) as const,
      (state: LessonState) =>
        ({ type: 'buzzer.press', roundId: roundOf(state), shown: null, pressed: 300, hand: true }) as const,
      (state: LessonState) => ({ type: 'turn.end', turnId: state.floor.turns[0]?.turnId ?? 'none' }) as const,
    ),
  },
  fc
    .constantFrom(...BUZZER_MODES)
    .map((mode) => (): Command => ({ type: 'buzzer.open', mode, prompt: 'secret', seconds: 5 })),
  questionMoves(SEATS).map(({ make }) => make),
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
  fc.constant({ kind: 'tablet', classroomId: 'r1', tabletId: 't1' } as const),
  fc.constant({ kind: 'lead' } as const),
  room.map((classroomId) => ({ kind: 'board', classroomId }) as const),
  fc.constant({ kind: 'assistant', classroomId: 'r1' } as const),
  fc.constant({ kind: 'assistant', classroomId: 'r1' } as const),
  seatId.map((id) => ({ kind: 'seat', classroomId: roomOf(id), seatId: id }) as const),
  fc.constant({ kind: 'tablet', classroomId: 'r1', tabletId: 't1' } as const),
);
const reported: fc.Arbitrary<ServerCommand> = fc.oneof(
  peer.map((p) => ({ type: 'peer.came', peer: p }) as const),
  peer.map((p) => ({ type: 'peer.went', peer: p, cause: 'x' }) as const),
  fc
    .tuple(fc.constantFrom('r1', 'r2', 'lead'), fc.constantFrom('A', 'D', 'F'), fc.constantFrom('full', 'none'))
    .map(([peerId, down, up]) => ({ type: 'link.report', peerId, down, up }) as const),
  room.map((peerId) => ({ type: 'track.publish', trackId: `t-${peerId}`, peerId, source: 'camera' }) as const),
  room.map((peerId) => ({ type: 'track.close', trackId: `t-${peerId}`, cause: 'x' }) as const),
  fc.constantFrom('d1', 'd2').map((deckId) => ({ type: 'deck.put', deckId, title: '分数', pages: 3 }) as const),
  fc
    .nat(9)
    .map((n) => ({ type: 'seat.register', classroomId: 'r1', seats: [{ seatId: `r1-n${n}`, number: n }] }) as const),
);
const entrant: fc.Arbitrary<Entrant> = fc.oneof(
  {
    weight: 4,
    arbitrary: seatId.map((id) => ({ kind: 'seat', classroomId: roomOf(id), seatId: id, number: 1 }) as const),
  },
  { weight: 1, arbitrary: room.map((classroomId) => ({ kind: 'zone', classroomId, zone: 1 }) as const) },
  { weight: 1, arbitrary: room.map((classroomId) => ({ kind: 'hand', classroomId }) as const) },
);
const press: fc.Arbitrary<ServerPress> = fc.record({
  type: fc.constant('press.measured' as const),
  roundId: fc.constant('none'),
  entrant,
  waited: fc.double({ min: 0, max: 3_000, noNaN: true }),
  claimed: fc.option(fc.double({ min: 0, max: 3_000, noNaN: true })),
  path: fc.constantFrom('data' as const, 'socket' as const),
  early: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const measured: fc.Arbitrary<(state: LessonState) => ServerCommand> = fc.oneof(
  fc.array(fc.tuple(entrant, fc.nat(600), fc.integer({ min: 25, max: 120 }))).map((links) => (state: LessonState) => {
    const measures = links.map(([one, least, slack]) => {
      return { entrant: entrantKey(one), least, slack, alone: false, path: 'both', late: 0 } as const;
    });
    return { type: 'buzzer.start', roundId: roundOf(state), measures } as const;
  }),
  press.map((one) => (state: LessonState) => ({ ...one, roundId: roundOf(state) })),
);
const recalled: fc.Arbitrary<ServerCommand> = fc
  .array(fc.record({ classroomId: room, lessons: fc.integer({ min: 0, max: 3 }), heard: fc.boolean() }), {
    maxLength: 3,
  })
  .chain((rooms) =>
    fc.subarray(SEATS).map((seats) => ({
      type: 'lesson.recall' as const,
      classrooms: rooms.map((one) => ({ ...one, seatIds: seats.filter((id) => roomOf(id) === one.classroomId) })),
    })),
  );
const server = fc.oneof(
  { weight: 3, arbitrary: reported.map((command) => () => command) },
  { weight: 1, arbitrary: recalled.map((command) => () => command) },
  { weight: 6, arbitrary: measured },
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
/** A second teacher: named and not, here and gone, with the lead. */
const t2 = { kind: 'second', staffId: 't2' } as const;
const secondMoves = fc.constantFrom<Step>(
  { kind: 'names', staffIds: ['t2'] },
  { kind: 'names', staffIds: ['t2'] },
  { kind: 'names', staffIds: [] },
  { kind: 'server', make: () => ({ type: 'peer.came', peer: t2 }) },
  { kind: 'server', make: () => ({ type: 'peer.came', peer: t2 }) },
  { kind: 'server', make: () => ({ type: 'peer.went', peer: t2, cause: 'x' }) },
  { kind: 'command', actor: LEAD, make: () => ({ type: 'lead.hand', to: 't2' }) },
  {
    kind: 'command',
    actor: second('t2'),
    make: () => ({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 5 }),
  },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      actor: fc.oneof(fc.constant(LEAD), fc.constantFrom(board('r1'), board('r2')), fc.constantFrom(...ACTORS)),
      make,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('server' as const), make: server }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('buzz' as const), presses: fc.array(press, { maxLength: 6 }) }),
  },
  { weight: 2, arbitrary: floorMoves.map((move) => ({ kind: 'command' as const, ...move })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...inkMoves).map(([actor, make]) => ({ kind: 'command' as const, actor, make })),
  },
  { weight: 8, arbitrary: questionMoves(SEATS).map((move) => ({ kind: 'command' as const, ...move })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof({ weight: 9, arbitrary: fc.nat(7_000) }, fc.constant(WORD_MS)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('catalogue' as const), classroomId: room, change }) },
  { weight: 1, arbitrary: secondMoves },
);
const scenario = (minLength: number, maxLength: number) =>
  fc.record({ steps: fc.array(step, { minLength, maxLength }), live: fc.boolean() });

function run(lesson: LessonDriver, { ...next }: Step): void {
  lesson.now += 1;
  if (next.kind === 'wait') lesson.wait(next.ms);
  else if (next.kind === 'catalogue') {
    if (next.change) lesson.change(next.classroomId, next.change);
    else lesson.prepare(lesson.planned.filter(({ classroomId }) => classroomId !== next.classroomId));
  } else if (next.kind === 'names') lesson.name(...next.staffIds);
  else if (next.kind === 'buzz') buzz(lesson, next.presses);
  else if (next.kind === 'server') lesson.server(next.make(lesson.state));
  else lesson.do(next.actor, next.make(lesson.state));
}

/** A whole round, to its second speaker. */
function buzz(lesson: LessonDriver, presses: readonly ServerPress[]): void {
  lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: 'secret', seconds: 5 });
  const roundId = roundOf(lesson.state);
  lesson.server({ type: 'buzzer.start', roundId, measures: [] });
  for (const one of presses) lesson.server({ ...one, roundId });
  lesson.do(LEAD, { type: 'round.close', roundId });
  if (presses.length % 2 === 0) lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true });
  lesson.do(LEAD, { type: 'buzzer.next', roundId });
}

/** [BZ2] [BZ11] The prompt waits for the cue, and reactions are for the lead teacher and for whose they are. */
function noSecrets(viewer: Actor, { startedAt, startsAt, prompt, measures, presses, order, falseStarts }: BuzzerRound) {
  expect([startsAt, measures]).toEqual([null, {}]);
  if (startedAt === null) expect(prompt).toBe('');
  const own = (key: string) => {
    if (viewer.role === 'pupil') return key === seatKey(viewer);
    return viewer.role === 'board' && !key.startsWith('seat:') && key.split(':')[1] === viewer.classroomId;
  };
  for (const press of presses) expect(own(entrantKey(press.entrant))).toBe(true);
  for (const key of Object.keys(falseStarts)) expect(own(key)).toBe(true);
  for (const line of order ?? [])
    if (!own(entrantKey(line.entrant))) expect([line.reaction, line.margin]).toEqual([null, null]);
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

  it('[RS9] who is not named in an event sees of it what the rest of the class sees', () => {
    fc.assert(
      fc.property(scenario(40, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const event of lesson.log) {
          const unnamed = SEATS.filter((seatId) => !JSON.stringify(event).includes(`"${seatId}"`));
          for (const viewer of unnamed.map(pupil)) {
            expect(visibleTo(viewer, event)).toEqual(visibleTo({ ...viewer, seatId: '' } as Viewer, event));
          }
          expect(visibleTo(guest('r1', 'd9'), event)).toEqual(visibleTo(guest('r1', ''), event));
          expect(visibleTo(shared('r1', 't1'), event)).toEqual(visibleTo(shared('r1', ''), event));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[RS2] a lesson that is folded as a whole is the lesson that is folded event by event', () => {
    fc.assert(
      fc.property(scenario(40, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        expect(evolveAll(EMPTY_LESSON, lesson.log)).toEqual(lesson.state);
      }),
      { numRuns: 60 },
    );
  });

  it('[VW2] [VW3] [VW4] [VW5] [BZ11] a board and a stranger’s tablet never hold answers, right answers, devices, foreign tickets or who was heard', () => {
    fc.assert(
      fc.property(scenario(20, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const viewer of [board('r1'), pupil('r2-s1'), guest('r1', 'd9'), shared('r1', 't1')]) {
          const view = viewFor(viewer, lesson.state);
          const text = JSON.stringify(view);
          expect(view.heard).toBeNull();
          expect(text).not.toContain('device-');
          expect(view.classrooms.own?.ticket ?? '').toBe('');
          if (view.round?.kind === 'buzzer') noSecrets(viewer, view.round);
          if (view.round?.kind !== 'question') continue;
          const { phase, task, explanation, answers } = view.round;
          if (phase !== 'revealed' && phase !== 'explained') expect(task.correct).toBeNull();
          if (phase !== 'explained') expect(explanation).toBe('');
          if (viewer.role === 'shared') for (const { answer } of Object.values(answers)) expect(answer).toBeNull();
          else if (viewer.role !== 'pupil') expect(answers).toEqual({});
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[TW6] nobody but the lead teacher and the room’s own board and phone is told of a word, whatever happens', () => {
    const all = [...VIEWERS, board('r2'), pupil('own-s1'), guest('r2', 'd9'), shared('r2', 't1')] as const;
    const readers = ({ role, ...who }: Viewer) =>
      role === 'server' || role === 'lead'
        ? ['r1', 'r2', 'own']
        : (role === 'board' || role === 'phone') && 'classroomId' in who
          ? [who.classroomId]
          : [];
    fc.assert(
      fc.property(scenario(20, 80), ({ steps, live }) => {
        const lesson = live ? LessonDriver.live(...SEATS.slice(0, 2)) : new LessonDriver();
        for (const next of steps) run(lesson, next);
        for (const viewer of all) {
          const rooms = readers(viewer);
          for (const { classroomId } of viewFor(viewer, lesson.state).words) expect(rooms).toContain(classroomId);
          for (const event of lesson.log) {
            if (!event.type.startsWith('word.') || !('classroomId' in event)) continue;
            expect(visibleTo(viewer, event)).toEqual(rooms.includes(event.classroomId) ? event : null);
          }
        }
      }),
      { numRuns: 60 },
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
      { numRuns: 4_000, seed: 1 },
    );
    // Made on the way to a viewer, and never part of a log.
    const never = ['buzzer.counted', 'answer.counted'];
    // Takes more classrooms than these lessons have.
    const large = ['question.tallied'];
    // Comes of a whole log of a board.
    const logs = ['branch.merged'];
    expect(lessonEvent.options.map((option) => option.shape.type.value).filter((type) => !reached.has(type))).toEqual([
      ...never,
      ...large,
      ...logs,
    ]);
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
