import { entryOf } from '../entry-of.ts';
import type { LessonState, Time } from '../state.ts';
import type { BuzzerRound } from './buzzer-state.ts';
import { type EntrantKey, entrantKey, isSameEntrant, partsOf } from './entrant.ts';
import { mayCount } from './may-count.ts';
import { orderOf } from './ranking.ts';

/** Presses that arrive within this time after the first are always compared, in ms: there is somebody to pass to. */
const COMPARE_MS = 400;

/** After the leader's reaction nobody is waited for any longer than this, in ms. */
const CAP_MS = 800;

const NEVER = Number.POSITIVE_INFINITY;

/**
 * When an open round is decided. The leader ℓ is final at max over the entrants j that are here and have not pressed of
 * (key's departure + R*ℓ + least_j + slack_j): by then no honest press can arrive that would be before the leader's. Not before the
 * comparing time, not after the cap, never after the close. Infinity where the round is not open.
 */
export function decidesAt(state: LessonState, round: BuzzerRound): Time {
  const { phase, startedAt, closesAt, presses } = round;
  if (phase !== 'open' || startedAt === null || closesAt === null) return NEVER;
  const [leader] = orderOf(round, state);
  const [first] = presses;
  if (!first || leader?.reaction == null) return closesAt;
  // Keys leave when the start is on the disk: a little later than the start itself.
  const departed = presses.reduce((latest, { at, waited }) => Math.max(latest, at - waited), startedAt);
  const arrived = presses.find(({ entrant }) => isSameEntrant(entrant, leader.entrant))?.at ?? first.at;
  const passed = departed + leader.reaction;
  const watermark = Math.min(passed + latest(state, round), passed + CAP_MS);
  return Math.min(closesAt, Math.ceil(Math.max(first.at + COMPARE_MS, arrived, watermark)));
}

/** The longest that an honest press of somebody who has not pressed may be on its way, in ms. */
function latest(state: LessonState, round: BuzzerRound): number {
  const pressed = new Set(round.presses.map(({ entrant }) => entrantKey(entrant)));
  let longest = 0;
  for (const [key, { least, slack }] of Object.entries(round.measures)) {
    if (least + slack > longest && !pressed.has(key) && isWaitedFor(state, round, key)) longest = least + slack;
  }
  return longest;
}

function isWaitedFor(state: LessonState, round: BuzzerRound, key: EntrantKey): boolean {
  const { kind, classroomId, rest } = partsOf(key);
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return false;
  const online = kind === 'seat' ? entryOf(classroom.seats, rest)?.online === true : classroom.board.online;
  return online && mayCount(state, round, classroomId);
}
