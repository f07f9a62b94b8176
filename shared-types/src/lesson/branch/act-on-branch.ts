import type { Command } from '../../protocol/commands.ts';
import { type Refused, refuse } from '../../refusals.ts';
import type { Actor } from '../../roles.ts';
import { nextDeadline } from '../deadlines.ts';
import type { Context } from '../decide/context.ts';
import { decideTick } from '../decide/tick.ts';
import { decide } from '../decide.ts';
import type { LessonEvent } from '../events.ts';
import { withClassroom } from '../evolve/with-classroom.ts';
import { evolve } from '../evolve.ts';
import { mapValues } from '../records.ts';
import type { LessonState, Seat, Time } from '../state.ts';
import type { BoardAct, BoardEntry } from './board-entry.ts';
import { BRANCH_ROUNDS, type BranchAct } from './branch-log.ts';
import { type BranchState, roundsOf } from './branch-state.ts';
import { drawnFrom } from './drawn-from.ts';

export type Acted = { readonly ok: true; readonly branch: BranchState } | Refused;
type Reached = Extract<BranchAct, { type: 'tablets.reached' }>;

/**
 * [BR2] [BR4] One act of a classroom that goes on by itself, by the rules of the lesson: on the board when it is done, on the server when the
 * log comes in. The same log brings the same branch about: ids and lots come from its numbers, time from its entries.
 */
export function actOnBranch(branch: BranchState, { n, at, act, seatId }: Omit<BoardEntry, 'commandId'>): Acted {
  const before = passTime(branch, at);
  if (act.type === 'tablets.reached') {
    if (seatId !== undefined) return refuse('not-allowed');
    return { ok: true, branch: { ...before, lesson: withTablets(before.lesson, act, at) } };
  }
  const asked = commandOf(before, act, seatId);
  if (!asked) return refuse('not-allowed');
  const opens = act.type === 'question.open' || act.type === 'buzzer.open';
  if (opens && roundsOf(before) >= BRANCH_ROUNDS) return refuse('too-many-requests');
  const outcome = decide(before.lesson, asked.command, asked.actor, contextAt(at, `${before.branchId}-${n}`));
  if (!outcome.ok) return outcome;
  const questionId = act.type === 'question.open' ? act.questionId : null;
  return { ok: true, branch: fold(before, outcome.events, questionId) };
}

/** What time alone has brought about on a branch until then: countdowns that are over. */
export function passTime(branch: BranchState, until: Time): BranchState {
  let passed = branch;
  for (;;) {
    const due = nextDeadline(passed.lesson);
    if (due === null || due > until) return passed;
    const outcome = decideTick(passed.lesson, contextAt(due, branch.branchId));
    if (!outcome.ok || outcome.events.length === 0) return passed;
    passed = fold(passed, outcome.events);
  }
}

/** Who asks the lesson for what: a pupil for the own seat, the board for its class, and the rest is the lead teacher's in the lesson. */
function commandOf(
  { lesson }: BranchState,
  act: Exclude<BoardAct, Reached>,
  seatId: string | undefined,
): { readonly command: Command; readonly actor: Actor } | null {
  const [classroomId = ''] = Object.keys(lesson.classrooms);
  if (act.type === 'answer.give' || act.type === 'buzzer.press') {
    // A photo reaches nothing but the server.
    if (seatId === undefined || (act.type === 'answer.give' && act.answer.kind === 'photo')) return null;
    const command = act.type === 'buzzer.press' ? { ...act, shown: null, pressed: 0 } : act;
    return { command, actor: { role: 'pupil', classroomId, seatId } };
  }
  if (act.type === 'hand.raise' || (act.type === 'hand.lower' && seatId !== undefined)) {
    // [BR14] The class has no hand of its own here: its assistant is who would see it.
    return seatId === undefined ? null : { command: act, actor: { role: 'pupil', classroomId, seatId } };
  }
  if (seatId !== undefined) return null;
  if (
    act.type === 'hand.lower' ||
    act.type === 'handcount.set' ||
    act.type === 'ink.draw' ||
    act.type === 'ink.erase' ||
    act.type === 'ink.undo'
  ) {
    return { command: act, actor: { role: 'board', classroomId, deviceId: '' } };
  }
  const { leadId, schoolId } = lesson;
  const lead: Actor = { role: 'lead', staffId: leadId, schoolId };
  if (act.type !== 'question.open') return { command: act, actor: lead };
  const { questionId: _, ...command } = act;
  return { command, actor: lead };
}

/** [BR8] The tablets that the board reaches count as here, as those do that the server reaches. */
function withTablets(lesson: LessonState, { came, went }: Reached, at: Time): LessonState {
  const [classroomId = ''] = Object.keys(lesson.classrooms);
  const [here, gone] = [new Set(came), new Set(went)];
  const changed = (seat: Seat): Seat => {
    if (gone.has(seat.seatId)) return { ...seat, online: false, awaySince: at };
    return here.has(seat.seatId) ? { ...seat, device: 'direct', online: true, awaySince: null } : seat;
  };
  return withClassroom(lesson, classroomId, ({ seats }) => ({ seats: mapValues(seats, changed) }));
}

function contextAt(now: Time, fresh: string): Context {
  const nothing = () => '';
  return {
    now,
    newId: () => fresh,
    newCode: nothing,
    newTicket: nothing,
    random: () => drawnFrom(fresh),
    masked: () => null,
  };
}

function fold(branch: BranchState, events: readonly LessonEvent[], questionId: string | null = null): BranchState {
  let { lesson, turns, rounds, buzzers } = branch;
  for (const event of events) {
    lesson = evolve(lesson, event);
    if (event.type === 'page.turned') turns += 1;
    const { round } = lesson;
    if (round?.kind === 'buzzer') buzzers = { ...buzzers, [round.roundId]: round };
    if (round?.kind !== 'question') continue;
    const known = rounds[round.roundId]?.questionId ?? questionId;
    rounds = { ...rounds, [round.roundId]: { round, questionId: known } };
  }
  return { ...branch, lesson, turns, rounds, buzzers };
}
