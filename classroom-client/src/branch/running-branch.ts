import {
  actOnBranch,
  type BoardAct,
  type BoardEntry,
  BRANCH_ROUNDS,
  type BranchState,
  beginBranch,
  FULL_ACTS,
  FULL_ENTRIES,
  isHandedIn,
  isUnderWay,
  MOST_ACTS,
  playBranch,
  type Refused,
  refuse,
  roundsOf,
  type SeatId,
  seatKey,
  type Time,
  withoutReplaced,
} from '@tongke/shared-types';
import type { KeptBranch } from './branch-shelf.ts';

/** A branch as the board goes on with it. */
export interface RunningBranch {
  readonly kept: KeptBranch;
  readonly state: BranchState;
  /** The last act; the count of hands takes the place of the one before. */
  readonly last: BoardEntry | null;
  /** How many acts will be handed in at the least: what pupils gave and gave anew in a round can be left out. */
  readonly acts: number;
  /** What tablets asked for and got, by `askedKey`: asked again, it is done already. */
  readonly heard: ReadonlyMap<string, BoardEntry>;
}

/** Who asked for an act from a tablet, and under which command's id. */
export interface AskedBy {
  readonly seatId: SeatId;
  readonly commandId: string;
}

/** The branch after all that was done on it, as a board finds it again. */
export function resumed(kept: KeptBranch, entries: readonly BoardEntry[], now: Time): RunningBranch {
  const { trunk, classroom, slide, ...more } = kept.standing;
  const begun = beginBranch(trunk, classroom, kept, { ...more, title: slide?.title });
  const heard = entries.flatMap((entry) => (keyOf(entry) === null ? [] : [[keyOf(entry) ?? '', entry] as const]));
  return {
    kept,
    state: playBranch(begun, { entries, to: now }),
    last: entries[entries.length - 1] ?? null,
    acts: withoutReplaced(entries).filter(({ act }) => isHandedIn(act)).length,
    heard: new Map(heard),
  };
}

/** One act more; answers the entry to be kept, or why not. */
export function acted(
  branch: RunningBranch,
  act: BoardAct,
  now: Time,
  by?: AskedBy,
): { readonly ok: true; readonly entry: BoardEntry; readonly after: RunningBranch } | Refused {
  const { state, last, kept, heard } = branch;
  const again = isCountAgain(last, act);
  const acts = branch.acts + (again || !isHandedIn(act) || isGivenAgain(state, act, by) ? 0 : 1);
  if (acts > MOST_ACTS) return refuse('too-many-requests');
  // A clock that was set back must not turn the log round.
  const at = Math.max(now, last?.at ?? 0);
  const entry: BoardEntry = { n: (last?.n ?? 0) + (again ? 0 : 1), at, act, ...by };
  const outcome = actOnBranch(state, entry);
  if (!outcome.ok) return outcome;
  const after = { kept, state: outcome.branch, last: entry, acts, heard: by ? withEntry(heard, entry) : heard };
  return { ok: true, entry, after };
}

/** [BR9] The entry of what this tablet asked for before under the same id; null where it is new. */
export function askedBefore({ heard }: RunningBranch, { seatId, commandId }: AskedBy): BoardEntry | null {
  return heard.get(askedKey(seatId, commandId)) ?? null;
}

/** [BR3] Whether a branch has to give way to another one before this act: its log would grow too long for one request, one event or a reload. */
export function isFull({ state, acts, last }: RunningBranch, act: BoardAct): boolean {
  const { round } = state.lesson;
  const opens = act.type === 'question.open' || act.type === 'buzzer.open';
  const underWay = round?.kind === 'question' ? isUnderWay(round) : round?.order === null;
  if (underWay || (round && !opens)) return false;
  if (acts >= FULL_ACTS || (last?.n ?? 0) >= FULL_ENTRIES) return true;
  return opens && roundsOf(state) >= BRANCH_ROUNDS;
}

function isCountAgain(last: BoardEntry | null, act: BoardAct): boolean {
  return last?.act.type === 'handcount.set' && act.type === 'handcount.set' && last.act.roundId === act.roundId;
}

/** [BR3] An answer, or a press after a false start, in place of an earlier one of the same pupil. */
function isGivenAgain({ lesson }: BranchState, act: BoardAct, by: AskedBy | undefined): boolean {
  const { round } = lesson;
  if (!by || !round || !('roundId' in act) || act.roundId !== round.roundId) return false;
  if (round.kind === 'question') return act.type === 'answer.give' && round.answers[by.seatId] !== undefined;
  const [classroomId = ''] = Object.keys(lesson.classrooms);
  return act.type === 'buzzer.press' && round.falseStarts[seatKey({ classroomId, seatId: by.seatId })] !== undefined;
}

const askedKey = (seatId: string, commandId: string) => `${seatId} ${commandId}`;

function keyOf({ seatId, commandId }: BoardEntry): string | null {
  return seatId === undefined || commandId === undefined ? null : askedKey(seatId, commandId);
}

function withEntry(heard: RunningBranch['heard'], entry: BoardEntry): RunningBranch['heard'] {
  const key = keyOf(entry);
  return key === null ? heard : new Map(heard).set(key, entry);
}
