import type { LessonState } from '../state.ts';
import { MOST_PLACES } from './buzzer-events.ts';
import type { BuzzerRound, Place, Press } from './buzzer-state.ts';
import { type Entrant, entrantKey } from './entrant.ts';
import { TIE_MS } from './reaction.ts';

type Of = Pick<LessonState, 'wins' | 'turns'>;

/** The order of a round by its mode. It depends on what was pressed, never on the order of arrival. */
export function orderOf({ presses, mode, teams }: BuzzerRound, lesson: Of): Place[] {
  const fastest = presses
    .map((press) => ({ press, team: teamOf(press.entrant, teams) }))
    .sort((a, b) => byReaction(a.press, b.press));
  const ranked = onePer(fastest, ({ press, team }) => {
    if (mode === 'classroom' || mode === 'each-once') return press.entrant.classroomId;
    return mode === 'teams' ? String(team) : entrantKey(press.entrant);
  });
  const isFresh = ({ press }: Line) => isFreshClassroom(lesson, press.entrant.classroomId);
  const lines =
    mode === 'fresh-first' ? [...ranked.filter(isFresh), ...ranked.filter((line) => !isFresh(line))] : ranked;
  const [first] = lines;
  const tied = ({ press }: Line) =>
    first !== undefined &&
    Math.abs(press.reaction - first.press.reaction) < TIE_MS &&
    (mode !== 'fresh-first' || isFresh({ press, team: null }) === isFresh(first));
  return lines.slice(0, MOST_PLACES).map((line, index): Place => {
    const { entrant, reaction, margin } = line.press;
    return { rank: index + 1, place: tied(line) ? 1 : index + 1, entrant, team: line.team, reaction, margin };
  });
}

interface Line {
  readonly press: Press;
  readonly team: number | null;
}

function byReaction(a: Press, b: Press): number {
  return a.reaction - b.reaction || (entrantKey(a.entrant) < entrantKey(b.entrant) ? -1 : 1);
}

/** The first line of each. */
function onePer(lines: readonly Line[], of: (line: Line) => string): Line[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = of(line);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Teams go across classrooms: by the pupil's number, or by the zone of the board. */
function teamOf(entrant: Entrant, teams: number | null): number | null {
  if (teams === null || entrant.kind === 'hand') return null;
  return ((entrant.kind === 'seat' ? entrant.number : entrant.zone) - 1) % teams;
}

/** A classroom that has neither spoken nor won in this lesson. */
function isFreshClassroom({ wins, turns }: Of, classroomId: string): boolean {
  return (wins[classroomId] ?? 0) === 0 && (turns[classroomId] ?? 0) === 0;
}
