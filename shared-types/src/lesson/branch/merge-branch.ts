import { refuse } from '../../refusals.ts';
import type { BuzzerRound } from '../buzzer/buzzer-state.ts';
import type { Context } from '../decide/context.ts';
import { happen, type Outcome } from '../decide/outcome.ts';
import { entryOf } from '../entry-of.ts';
import { expectedOf } from '../question/expected.ts';
import { tallyOf } from '../question/tally-of.ts';
import type { Correct } from '../question/task.ts';
import { withCorrect } from '../question/with-correct.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { MergedBuzzer, MergedRound } from './branch-events.ts';
import type { BranchLog } from './branch-log.ts';
import { type BranchRound, beginBranch } from './branch-state.ts';
import { playBranch } from './play-branch.ts';

/** What the bank knows of a question and the board did not. */
export interface BankQuestion {
  readonly prompt: string;
  readonly correct: Correct;
}

export interface BranchMerge {
  readonly classroomId: string;
  readonly log: BranchLog;
  /** The questions of its rounds that are still in the bank, by id. */
  readonly bank: Readonly<Record<string, BankQuestion>>;
}

/** As many branches of one classroom a lesson takes; a board that sends more is out of order. */
const BRANCHES = 100;
const WORDS = 40;

/**
 * [BR4] [BR5] Takes in what a classroom did while its link was cut, also after the lesson's end: the log is played by the rules of the lesson
 * and becomes one event beside the main line. A branch that is there already changes nothing.
 */
export function mergeBranch(
  state: LessonState,
  { classroomId, log, bank }: BranchMerge,
  { now }: Pick<Context, 'now'>,
): Outcome {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return refuse('classroom/unknown');
  if (classroom.own) return refuse('not-allowed');
  if (state.startedAt === null) return refuse('lesson/not-live');
  if (entryOf(state.branches, log.branchId)) return happen();
  const merged = Object.values(state.branches).filter((branch) => branch.classroomId === classroomId);
  if (merged.length >= BRANCHES) return refuse('too-many-requests');
  const begun = beginBranch(state, classroom, log);
  const { rounds, buzzers, turns, lesson } = playBranch(begun, log);
  const room = entryOf(lesson.classrooms, classroomId) ?? classroom;
  const told = Object.values(rounds).map((asked) => mergedRound(asked, room, bank));
  const raced = Object.values(buzzers).map((round) => mergedBuzzer(round, classroomId));
  // A board's clock may be ahead of ours.
  const [cutAt, from, to] = [log.cutAt, log.from, log.to].map((time) => Math.min(time, now)) as [
    number,
    number,
    number,
  ];
  return happen({
    type: 'branch.merged',
    ...{ branchId: log.branchId, classroomId, cutAt, from, to, at: now, turns, rounds: told },
    ...(raced.length > 0 && { buzzers: raced }),
  });
}

/** [BR5] How the classroom answered: which answer is right the bank says, for the board did not know. */
function mergedRound({ round, questionId }: BranchRound, classroom: Classroom, bank: BranchMerge['bank']): MergedRound {
  const known = questionId === null ? undefined : entryOf(bank, questionId);
  // The order in which things were shown is the board's: a count of right and wrong hands needs no key.
  const task = (known && round.task.kind !== 'order' && withCorrect(round.task, known.correct)) || round.task;
  const tally = tallyOf({ ...round, task }, classroom.classroomId, expectedOf(classroom, round));
  return {
    roundId: round.roundId,
    questionId,
    kind: task.kind,
    words: beginning(known?.prompt ?? ''),
    at: round.openedAt,
    tally: { ...tally, right: tally.right ?? rightByHand(round, classroom.classroomId) },
  };
}

/** [BR11] Who was first when this classroom raced by itself. */
function mergedBuzzer({ roundId, armedAt, pressed, order }: BuzzerRound, classroomId: string): MergedBuzzer {
  const entrant = order?.[0]?.entrant;
  return {
    roundId,
    at: armedAt,
    pressed: entryOf(pressed, classroomId) ?? 0,
    first: entrant?.kind === 'seat' ? entrant.seatId : null,
  };
}

/** Where a hand cannot say the answer, the assistant counted who was right. */
function rightByHand({ task, handCounts }: BranchRound['round'], classroomId: string): number | null {
  if (task.kind === 'single' || task.kind === 'true-false') return null;
  return entryOf(handCounts, classroomId)?.right ?? null;
}

function beginning(words: string): string {
  // A rare character is two of them.
  return words.length <= WORDS ? words : `${[...words].slice(0, WORDS / 2 - 1).join('')}…`;
}
