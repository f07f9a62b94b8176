import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { ask, TASKS } from '../../testing/questions.ts';
import { evolve } from '../evolve.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';
import { actOnBranch, passTime } from './act-on-branch.ts';
import { BRANCH_ROUNDS, type BranchAct, type BranchLog, branchLog, MOST_ACTS } from './branch-log.ts';
import { beginBranch } from './branch-state.ts';
import { logForServer } from './log-for-server.ts';
import { playBranch } from './play-branch.ts';

const SLIDE = { deckId: 'd1', pages: 9, page: 2, shown: true };
const open = (task: keyof typeof TASKS = 'single', questionId: string | null = 'q1'): BranchAct => ({
  ...ask({ ...TASKS[task], correct: null } as never, { prompt: '一半是多少？' }),
  questionId,
});

function running() {
  const lesson = LessonDriver.live('r1-s1', 'r2-s1');
  lesson.server({ type: 'deck.put', deckId: 'd1', title: '分数', pages: 9 });
  return lesson;
}

/** A branch of r1 that does these things, a second apart; a round's id is that of the last one opened. */
function branchOf(lesson: LessonDriver, acts: readonly ((roundId: string) => BranchAct)[], branchId = 'b1') {
  const room = lesson.state.classrooms.r1;
  if (!room) throw new Error('no room');
  const from = lesson.now;
  let branch = beginBranch(lesson.state, room, { branchId, slide: SLIDE });
  const entries: BranchLog['entries'] = [];
  const refused: string[] = [];
  for (const [index, act] of acts.entries()) {
    const entry = { n: index + 1, at: from + 1_000 * (index + 1), act: act(Object.keys(branch.rounds).pop() ?? '') };
    const acted = actOnBranch(branch, entry);
    if (acted.ok) {
      ({ branch } = acted);
      entries.push(entry);
    } else refused.push(acted.reason);
  }
  const log: BranchLog = { branchId, cutAt: from - 10_000, from, to: from + 600_000, slide: SLIDE, entries };
  return { branch, log, refused };
}
const count = (roundId: string): BranchAct => ({ type: 'handcount.set', roundId, counts: { A: 2, B: 1 } });
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
    const many = Array.from({ length: MOST_ACTS }, (_, index) => (roundId: string): BranchAct => {
      if (index % 24 === 0) return open('single');
      return index % 24 === 23 ? { type: 'round.dismiss', roundId } : count(roundId);
    });
    const lesson = running();
    const { log, branch, refused } = branchOf(lesson, many);
    expect(refused.every((reason) => reason === 'too-many-requests' || reason.startsWith('round/'))).toBe(true);
    expect(Object.keys(branch.rounds)).toHaveLength(BRANCH_ROUNDS);
    const sent = logForServer(log);
    expect(branchLog.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
    expect(JSON.stringify(sent).length).toBeLessThan(32 * 1024);
    expect(JSON.stringify(sent)).not.toContain('一半');
    const room = lesson.state.classrooms.r1;
    if (!room) throw new Error('no room');
    const again = playBranch(beginBranch(lesson.state, room, sent), sent);
    expect(again.rounds['b1-1']?.round.handCounts).toEqual(branch.rounds['b1-1']?.round.handCounts);
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
    const act = fc.oneof(
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
      }),
      { numRuns: 60 },
    );
  });
});
