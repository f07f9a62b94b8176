import { type Refused, refuse } from '../../refusals.ts';
import type { Actor } from '../../roles.ts';
import { nextDeadline } from '../deadlines.ts';
import type { Context } from '../decide/context.ts';
import { decideTick } from '../decide/tick.ts';
import { decide } from '../decide.ts';
import type { LessonEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Time } from '../state.ts';
import { BRANCH_ROUNDS, type BranchEntry } from './branch-log.ts';
import type { BranchState } from './branch-state.ts';

export type Acted = { readonly ok: true; readonly branch: BranchState } | Refused;

/**
 * [BR2] [BR4] One act of a classroom that goes on by itself, by the rules of the lesson: on the board when it is done, on the server when the
 * log comes in. The same log brings the same branch about: ids come from its numbers, time from its entries.
 */
export function actOnBranch(branch: BranchState, { n, at, act }: BranchEntry): Acted {
  const before = passTime(branch, at);
  const { lesson, branchId, rounds } = before;
  const context = contextAt(at, `${branchId}-${n}`);
  if (act.type !== 'question.open') {
    const actor = act.type === 'handcount.set' ? boardOf(before) : leadOf(before);
    const outcome = decide(lesson, act, actor, context);
    return outcome.ok ? { ok: true, branch: fold(before, outcome.events) } : outcome;
  }
  if (Object.keys(rounds).length >= BRANCH_ROUNDS) return refuse('too-many-requests');
  const { questionId, ...command } = act;
  const outcome = decide(lesson, command, leadOf(before), context);
  return outcome.ok ? { ok: true, branch: fold(before, outcome.events, questionId) } : outcome;
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

/** On a branch the assistant does what is the lead teacher's in the lesson, for the own room alone. */
function leadOf({ lesson: { leadId, schoolId } }: BranchState): Actor {
  return { role: 'lead', staffId: leadId, schoolId };
}

function boardOf({ lesson: { classrooms } }: BranchState): Actor {
  const [classroomId = ''] = Object.keys(classrooms);
  return { role: 'board', classroomId, deviceId: '' };
}

function contextAt(now: Time, fresh: string): Context {
  const nothing = () => '';
  return { now, newId: () => fresh, newCode: nothing, newTicket: nothing, random: () => 0, masked: () => null };
}

function fold(branch: BranchState, events: readonly LessonEvent[], questionId: string | null = null): BranchState {
  let { lesson, turns, rounds } = branch;
  for (const event of events) {
    lesson = evolve(lesson, event);
    if (event.type === 'page.turned') turns += 1;
    const { round } = lesson;
    if (round?.kind !== 'question') continue;
    const known = rounds[round.roundId]?.questionId ?? questionId;
    rounds = { ...rounds, [round.roundId]: { round, questionId: known } };
  }
  return { ...branch, lesson, turns, rounds };
}
