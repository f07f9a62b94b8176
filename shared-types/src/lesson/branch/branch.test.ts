import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { ask, TASKS } from '../../testing/questions.ts';
import { evolve } from '../evolve.ts';
import { packPoints } from '../ink/ink-points.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';
import { actOnBranch, passTime } from './act-on-branch.ts';
import type { BoardAct } from './board-entry.ts';
import { BRANCH_LOG_BYTES, BRANCH_ROUNDS, type BranchAct, type BranchLog, branchLog, MOST_ACTS } from './branch-log.ts';
import { beginBranch, roundsOf } from './branch-state.ts';
import { logForServer } from './log-for-server.ts';
import { playBranch } from './play-branch.ts';
import { withoutReplaced } from './without-replaced.ts';

const SLIDE = { deckId: 'd1', pages: 9, page: 2, shown: true };
const open = (task: keyof typeof TASKS = 'single', questionId: string | null = 'q1'): BranchAct => ({
  ...ask({ ...TASKS[task], correct: null } as never, { prompt: '一半是多少？' }),
  questionId,
});

/** What the board does, or the tablet on this seat. */
type Done = BoardAct | { readonly act: BoardAct; readonly seatId: string };
const asEntry = (done: Done) => ({ ...('act' in done && done), act: ('act' in done ? done.act : done) as BranchAct });
const give = (seatId: string, roundId: string, choice: 'A' | 'B'): Done => {
  return { seatId, act: { type: 'answer.give', roundId, answer: { kind: 'single', choice } } };
};
const press = (seatId: string, roundId: string): Done => ({ seatId, act: { type: 'buzzer.press', roundId } });
const reached = (...came: string[]): BranchAct => ({ type: 'tablets.reached', came, went: [] });
const race = (): BranchAct => ({ type: 'buzzer.open', mode: 'pupil', prompt: '谁知道？', seconds: 20 });

function running() {
  const lesson = LessonDriver.live('r1-s1', 'r2-s1');
  lesson.server({ type: 'deck.put', deckId: 'd1', title: '分数', pages: 9 });
  return lesson;
}

/** A branch of r1 that does these things, a second apart; a round's id is that of the last one opened. */
function branchOf(lesson: LessonDriver, acts: readonly ((roundId: string) => Done)[], branchId = 'b1') {
  const room = lesson.state.classrooms.r1;
  if (!room) throw new Error('no room');
  const from = lesson.now;
  let branch = beginBranch(lesson.state, room, { branchId, slide: SLIDE });
  const entries: BranchLog['entries'] = [];
  const refused: string[] = [];
  for (const [index, act] of acts.entries()) {
    const { lesson: now } = branch;
    const entry = { n: index + 1, at: from + 1_000 * (index + 1), ...asEntry(act(now.round?.roundId ?? '')) };
    const acted = actOnBranch(branch, entry);
    if (acted.ok) {
      ({ branch } = acted);
      entries.push(entry);
    } else refused.push(acted.reason);
  }
  const log: BranchLog = { branchId, cutAt: from - 10_000, from, to: from + 600_000, slide: SLIDE, entries };
  return { branch, log, refused };
}
/** What pupils gave in each round, and who was first. */
const resultsOf = ({ rounds, buzzers }: ReturnType<typeof beginBranch>) => [
  ...Object.values(rounds).map(({ round: { roundId, answers, answered, handCounts } }) => {
    const given = Object.entries(answers).map(([seatId, { answer }]) => [seatId, answer]);
    return [roundId, Object.fromEntries(given), answered, handCounts];
  }),
  ...Object.values(buzzers).map(({ roundId, presses, pressed }) => [roundId, presses, pressed]),
];
const count = (roundId: string): BranchAct => ({ type: 'handcount.set', roundId, counts: { A: 2, B: 1 } });
const stroke = (strokeId: string) => {
  const points = packPoints([
    [100, 100, 8],
    [900, 400, 8],
  ]);
  return { sheet: 'deck:d1:1', strokeId, tool: 'pen', colour: 1, width: 40, points, text: null } as const;
};
const merge = (lesson: LessonDriver, log: BranchLog, classroomId = 'r1') => {
  lesson.now = Math.max(lesson.now, log.to);
  return lesson.server({
    type: 'branch.merge',
    classroomId,
    log,
    bank: { q1: { prompt: '一半是多少？', correct: 'B' } },
  });
};

describe('a branch', () => {
  it('[BR2] turns pages, asks, counts hands, closes, reveals and puts away by the rules of the lesson, and nothing else', () => {
    const { branch, refused } = branchOf(running(), [
      () => ({ type: 'page.turn', page: 3 }),
      () => ({ type: 'page.turn', page: 10 }),
      () => open(),
      () => open(),
      count,
      (roundId) => ({ type: 'handcount.set', roundId, counts: { A: 4 } }),
      (roundId) => ({ type: 'question.reveal', roundId }),
      (roundId) => ({ type: 'round.close', roundId }),
      () => ({ type: 'clock.start', seconds: 60 }),
    ]);
    expect(refused).toEqual(['deck/no-such-page', 'round/running', 'question/count-too-high', 'round/not-closed']);
    expect(branch.lesson.slide).toMatchObject({ page: 3 });
    expect(branch.lesson.round).toMatchObject({ roundId: 'b1-3', handCounts: { r1: { A: 2, B: 1 } } });
    expect(branch.lesson.clock).toMatchObject({ seconds: 60 });
    const closed = passTime(branch, running().now + 600_000);
    expect(closed.lesson.round).toMatchObject({ phase: 'closed' });
    expect(closed.turns).toBe(1);
    const { success } = branchLog.safeParse({
      ...{ branchId: 'b', cutAt: 0, from: 0, to: 0, slide: null },
      entries: [{ n: 1, at: 0, act: { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 9 } }],
    });
    expect(success).toBe(false);
  });

  it('[BR3] its log, sent without words, fits into one request, and tells the same', () => {
    const many = Array.from({ length: MOST_ACTS }, (_, index) => (roundId: string): Done => {
      if (index % 24 === 0) return open('single');
      return index % 24 === 23 ? { type: 'round.dismiss', roundId } : count(roundId);
    });
    const lesson = running();
    const { log, branch, refused } = branchOf(lesson, many);
    expect(refused.every((reason) => reason === 'too-many-requests' || reason.startsWith('round/'))).toBe(true);
    expect(Object.keys(branch.rounds)).toHaveLength(BRANCH_ROUNDS);
    const sent = logForServer(log);
    expect(branchLog.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
    expect(JSON.stringify(sent).length).toBeLessThan(BRANCH_LOG_BYTES);
    expect(JSON.stringify(sent)).not.toContain('一半');
    const room = lesson.state.classrooms.r1;
    if (!room) throw new Error('no room');
    const again = playBranch(beginBranch(lesson.state, room, sent), sent);
    expect(again.rounds['b1-1']?.round.handCounts).toEqual(branch.rounds['b1-1']?.round.handCounts);
  });

  it('[BR3] a log that would be too long is sent with the latest of what each pupil gave in a round', () => {
    const lesson = running();
    const giving = Array.from({ length: MOST_ACTS }, (_, at) => (roundId: string) => {
      return give(at % 2 === 0 ? 'r1-s1' : 'r1-s2', roundId, at % 3 === 0 ? 'A' : 'B');
    });
    const { log, refused } = branchOf(lesson, [() => open(), ...giving, count]);
    // A second apart: most came when the time was up.
    expect(new Set(refused)).toEqual(new Set(['round/closed', 'question/count-too-high']));
    const [opened, first, ...rest] = log.entries;
    if (!opened || !first) throw new Error('nothing was given');
    const long = { ...log, entries: [opened, ...Array.from({ length: MOST_ACTS }, () => first), ...rest] };
    const sent = logForServer(long);
    expect(sent.entries.map(({ seatId }) => seatId).sort()).toEqual(['r1-s1', 'r1-s2', undefined]);
    expect(logForServer(log).entries).toHaveLength(log.entries.length);
    expect(branchLog.safeParse(sent).success).toBe(true);
  });

  it('[BR4] comes in once, however often it is sent, also after the end of the lesson', () => {
    const lesson = running();
    const { log } = branchOf(lesson, [() => open(), count, (roundId) => ({ type: 'round.dismiss', roundId })]);
    lesson.do(LEAD, { type: 'lesson.end' });
    const before = lesson.log.length;
    for (let again = 0; again < 3; again += 1) expect(merge(lesson, log)).toBeNull();
    expect(lesson.log.slice(before).map(({ type }) => type)).toEqual(['branch.merged']);
    expect(merge(lesson, { ...log, branchId: 'b2' }, 'own')).toBe('not-allowed');
    expect(merge(lesson, { ...log, branchId: 'b3' }, 'nowhere')).toBe('classroom/unknown');
    expect(new LessonDriver().server({ type: 'branch.merge', classroomId: 'r1', log, bank: {} })).toBe(
      'lesson/not-live',
    );
  });

  it('[BR5] its questions are counted as that room’s, with what the bank knows to be right; the main line stays as it was', () => {
    const lesson = running();
    const { log } = branchOf(lesson, [
      () => open(),
      count,
      (roundId) => ({ type: 'round.dismiss', roundId }),
      () => open('number', null),
      (roundId) => ({ type: 'handcount.set', roundId, counts: { right: 1, wrong: 2 } }),
    ]);
    lesson.do(LEAD, { type: 'page.turn', page: 7 });
    lesson.do(LEAD, ask(TASKS['true-false']));
    lesson.do(pupil('r1-s1'), {
      type: 'answer.give',
      roundId: lesson.state.round?.roundId ?? '',
      answer: { kind: 'true-false', value: true },
    });
    const { branches: _, ...before } = lesson.state;
    expect(merge(lesson, log)).toBeNull();
    const { branches, ...after } = lesson.state;
    expect(after).toEqual(before);
    expect(branches.b1).toMatchObject({
      ...{ classroomId: 'r1', cutAt: log.cutAt, from: log.from, turns: 0 },
      rounds: [
        {
          ...{ roundId: 'b1-1', questionId: 'q1', kind: 'single', words: '一半是多少？' },
          tally: { expected: 3, answered: 3, right: 1, counts: { A: 2, B: 1 } },
        },
        { roundId: 'b1-4', questionId: null, words: '', tally: { expected: 3, answered: 3, right: 1, counts: {} } },
      ],
    });
  });

  it('[BR6] the lead teacher and the room’s own board and phone are told of it, and nobody else', () => {
    const lesson = running();
    const { log } = branchOf(lesson, [() => open(), count]);
    merge(lesson, log);
    const viewers = [LEAD, board('r1'), board('r2'), pupil('r1-s1')];
    const told = viewers.map((viewer) => Object.keys(viewFor(viewer, lesson.state).branches));
    expect(told).toEqual([['b1'], ['b1'], [], []]);
    for (const viewer of viewers) {
      let [state, view] = [EMPTY_LESSON, viewFor(viewer, EMPTY_LESSON)];
      for (const event of lesson.log) {
        state = evolve(state, event);
        const seen = visibleTo(viewer, event);
        if (seen) view = evolve(view, seen);
      }
      expect(view.branches).toEqual(viewFor(viewer, state).branches);
    }
  });

  it('[BR4] the same log brings the same branch about, whatever was done', () => {
    const seat = fc.constantFrom('r1-s1', 'r1-s2', 'r1-s3', 'r2-s1');
    const act = fc.oneof(
      fc.tuple(seat, fc.constantFrom('A' as const, 'B' as const)).map(
        ([seatId, choice]) =>
          (roundId: string) =>
            give(seatId, roundId || 'none', choice),
      ),
      seat.map((seatId) => (roundId: string) => press(seatId, roundId || 'none')),
      seat.map((seatId) => () => reached(seatId)),
      seat.map((seatId) => (): BranchAct => ({ type: 'tablets.reached', came: [], went: [seatId] })),
      fc.constant(race),
      fc.integer({ min: 1, max: 12 }).map((page) => (): BranchAct => ({ type: 'page.turn', page })),
      fc.boolean().map((shown) => (): BranchAct => ({ type: 'slides.show', shown })),
      fc.constantFrom('single', 'true-false', 'number', 'order').map((task) => () => open(task as 'single')),
      fc.constant(count),
      fc.constantFrom('round.close', 'question.reveal', 'round.dismiss').map(
        (type) =>
          (roundId: string): BranchAct =>
            ({ type, roundId: roundId || 'none' }) as BranchAct,
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const lesson = running();
        const { branch, log } = branchOf(lesson, acts);
        const room = lesson.state.classrooms.r1;
        if (!room) throw new Error('no room');
        const begun = beginBranch(lesson.state, room, log);
        expect(playBranch(begun, log)).toEqual(passTime(branch, log.to));
        const short = playBranch(begun, { ...log, entries: withoutReplaced(log.entries) });
        expect(resultsOf(short)).toEqual(resultsOf(branch));
      }),
      { numRuns: 60 },
    );
  });

  it('[BR8] [BR9] tablets that are reached count as here; a pupil answers for the own seat and nothing else', () => {
    const { branch, refused, log } = branchOf(running(), [
      () => reached('r1-s1', 'r1-s2', 'r2-s1'),
      () => open(),
      (roundId) => give('r1-s1', roundId, 'A'),
      (roundId) => give('r1-s1', roundId, 'B'),
      (roundId) => give('r2-s1', roundId, 'B'),
      (roundId) => ({ type: 'handcount.set', roundId, counts: { A: 2 } }),
      (roundId) => give('r1-s2', roundId, 'B'),
      (roundId) => ({ seatId: 'r1-s2', act: { type: 'round.close', roundId } }),
      (roundId) => ({ seatId: 'r1-s2', act: { type: 'handcount.set', roundId, counts: { B: 3 } } }),
      () => ({ seatId: 'r1-s2', act: reached('r1-s3') }),
      (roundId) => ({ type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } }),
      (roundId) => ({ seatId: 'r1-s2', act: { type: 'answer.give', roundId, answer: { kind: 'photo', photo: 'a' } } }),
    ]);
    expect(refused).toEqual(['seat/none', ...Array(5).fill('not-allowed')]);
    // A counted hand gives way to an answer: the roll is three.
    expect(branch.lesson.round).toMatchObject({ answered: { r1: 2 }, handCounts: { r1: { A: 1 } } });
    expect(branch.lesson.round).toMatchObject({ answers: { 'r1-s1': { answer: { choice: 'B' } } } });
    expect(branch.lesson.classrooms.r1?.seats['r1-s2']).toMatchObject({ online: true });
    expect(branchLog.safeParse(log).success).toBe(true);
  });

  it('[BR14] hands of the room go up in their order and down again; they are no part of what is handed in', () => {
    const raise = (seatId: string, reason?: 'ask'): Done => {
      return { seatId, act: { type: 'hand.raise', ...(reason && { reason }) } };
    };
    const up = [
      () => reached('r1-s1', 'r1-s2', 'r1-s3'),
      () => raise('r1-s2'),
      () => raise('r1-s1', 'ask'),
      () => raise('r1-s3'),
      () => raise('r1-s2', 'ask'),
    ];
    const lowered = branchOf(running(), [
      ...up,
      (): Done => ({ seatId: 'r1-s1', act: { type: 'hand.lower' } }),
      (): Done => ({ type: 'hand.lower', seatId: 'r1-s3' }),
      // Another's hand, another's seat, the class's own, and all of them from a tablet.
      (): Done => ({ seatId: 'r1-s1', act: { type: 'hand.lower', seatId: 'r1-s2' } }),
      () => raise('r2-s1'),
      (): Done => ({ type: 'hand.raise' }),
      (): Done => ({ seatId: 'r1-s1', act: { type: 'hands.clear' } }),
    ]);
    expect(lowered.branch.lesson.hands.map(({ seatId, reason }) => [seatId, reason])).toEqual([['r1-s2', 'ask']]);
    expect(lowered.refused).toEqual(['hand/not-raised', 'seat/none', 'not-allowed', 'not-allowed']);
    expect(viewFor(pupil('r1-s1'), lowered.branch.lesson).hands).toEqual([]);
    const { branch, log } = branchOf(running(), up);
    expect(branch.lesson.hands.map(({ seatId }) => seatId)).toEqual(['r1-s2', 'r1-s1', 'r1-s3']);
    expect(passTime(branch, log.from + 3_600_000).lesson.hands).toEqual([]);
    const cleared = actOnBranch(branch, { n: 9, at: log.from + 9_000, act: { type: 'hands.clear' } });
    expect(cleared).toMatchObject({ ok: true, branch: { lesson: { hands: [] } } });
    expect(logForServer(log).entries.map(({ n }) => n)).toEqual([1]);
    expect(branchLog.safeParse(log).success).toBe(false);
  });

  it('[BR9] [BR11] a buzzer is decided by what arrived at the board, and merged with who was first; the main line’s points stay', () => {
    const lesson = running();
    const { log, branch, refused } = branchOf(lesson, [
      () => reached('r1-s1', 'r1-s2'),
      race,
      (roundId) => press('r1-s3', roundId),
      () => ({ type: 'slides.show', shown: false }),
      (roundId) => press('r1-s2', roundId),
      (roundId) => press('r1-s2', roundId),
      (roundId) => press('r1-s1', roundId),
      (roundId) => ({ type: 'round.dismiss', roundId }),
    ]);
    expect(refused).toEqual(['round/closed', 'round/closed']);
    expect(Object.values(branch.buzzers)).toMatchObject([{ falseStarts: { 'seat:r1:r1-s3': expect.any(Number) } }]);
    expect(JSON.stringify(logForServer(log))).not.toContain('谁知道');
    const { branches: _, ...before } = lesson.state;
    expect(merge(lesson, log)).toBeNull();
    const { branches, ...after } = lesson.state;
    expect(after).toEqual(before);
    expect(branches.b1).toMatchObject({ rounds: [], buzzers: [{ roundId: 'b1-2', pressed: 1, first: 'r1-s2' }] });
  });

  it('[BR2] questions and buzzers of a branch are eight together', () => {
    const { branch, refused } = branchOf(
      running(),
      Array.from({ length: 40 }, (_, at) => (roundId: string): BranchAct => {
        if (at % 2 === 1) return { type: 'round.dismiss', roundId: roundId || 'none' };
        return at % 4 === 0 ? open() : race();
      }),
    );
    expect(roundsOf(branch)).toBe(BRANCH_ROUNDS);
    expect(refused).toContain('too-many-requests');
  });

  it('[BR12] the board draws on its branch with the pen, on the page that is shown, and erases only its own', () => {
    const lesson = running();
    const room = lesson.state.classrooms.r1;
    if (!room) throw new Error('no room');
    lesson.do(LEAD, { type: 'ink.draw', ...stroke('lead') });
    const begun = beginBranch(
      lesson.state,
      room,
      { branchId: 'b1', slide: { ...SLIDE, page: 1 } },
      { ink: lesson.state.ink },
    );
    const act = (branch: typeof begun, n: number, done: BoardAct) =>
      actOnBranch(branch, { n, at: lesson.now + n, act: done });
    const drawn = act(begun, 1, { type: 'ink.draw', ...stroke('s1') });
    if (!drawn.ok) throw new Error(drawn.reason);
    const strokes = drawn.branch.lesson.ink.sheets['deck:d1:1']?.strokes;
    expect(strokes?.map(({ by, strokeId }) => [by, strokeId])).toEqual([
      ['lead', 'lead'],
      ['r1', 's1'],
    ]);
    const erase = (key: string): BoardAct => ({ type: 'ink.erase', sheet: 'deck:d1:1', strokes: [key] });
    expect(act(drawn.branch, 2, erase('lead:lead'))).toEqual({ ok: false, reason: 'ink/not-yours' });
    expect(act(drawn.branch, 2, erase('r1:s1')).ok).toBe(true);
    expect(act(drawn.branch, 2, { type: 'ink.draw', ...stroke('s2'), sheet: 'deck:d1:5' })).toMatchObject({
      reason: 'ink/not-shown',
    });
    const entries = [{ n: 1, at: 1, act: { type: 'ink.draw', ...stroke('s1') } as const }];
    const log = { branchId: 'b1', cutAt: 1, from: 1, to: 2, slide: null, entries };
    expect(logForServer(log).entries).toEqual([]);
    expect(branchLog.safeParse(log).success).toBe(false);
  });
});
