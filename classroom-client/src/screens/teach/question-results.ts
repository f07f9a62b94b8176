import {
  type ClassroomId,
  expectedOf,
  type LessonState,
  type QuestionRound,
  type RoomTally,
  type Task,
  tallyOf,
} from '@tongke/shared-types';

/** How one classroom answered. */
export interface RoomResult {
  readonly classroomId: ClassroomId;
  readonly name: string;
  readonly tally: RoomTally;
  /** How far it is from all classrooms together: 0 for one that answered like them. */
  readonly apart: number;
}

export interface QuestionResults {
  readonly all: RoomTally;
  /** Classrooms in which somebody answered or could have, the one that stands out most first. */
  readonly rooms: readonly RoomResult[];
}

/**
 * A closed question, counted. From the reveal on its tally stands; before that the lead teacher's screen counts by the same rules.
 * A room is apart by the half sum of the differences between its shares and those of all (total variation), times √answers,
 * so that a single child is no news and a class is.
 */
export function questionResults(view: LessonState, round: QuestionRound): QuestionResults {
  const counted = Object.values(view.classrooms)
    .map((room) => ({
      classroomId: room.classroomId,
      name: room.name,
      tally: round.tally?.[room.classroomId] ?? tallyOf(round, room.classroomId, expectedOf(room, round)),
    }))
    .filter(({ tally }) => tally.answered + tally.expected > 0);
  const all = counted.map(({ tally }) => tally).reduce(added, NOTHING);
  const usual = shares(round.task, all);
  const rooms = counted.map((room): RoomResult => {
    const own = shares(round.task, room.tally);
    const distance = own.reduce((sum, share, at) => sum + Math.abs(share - (usual[at] ?? 0)), 0) / 2;
    return { ...room, apart: distance * Math.sqrt(room.tally.answered) };
  });
  rooms.sort((a, b) => b.apart - a.apart || b.tally.answered - a.tally.answered);
  return { all, rooms };
}

const NOTHING: RoomTally = { expected: 0, answered: 0, right: null, counts: {} };

function added(a: RoomTally, b: RoomTally): RoomTally {
  const counts = { ...a.counts };
  for (const [key, count] of Object.entries(b.counts)) counts[key] = (counts[key] ?? 0) + count;
  return {
    expected: a.expected + b.expected,
    answered: a.answered + b.answered,
    right: b.right === null ? a.right : (a.right ?? 0) + b.right,
    counts,
  };
}

/** What is compared: each choice among the answers; where there are none to count, the right ones. */
function shares(task: Task, { answered, right, counts }: RoomTally): readonly number[] {
  if (answered === 0) return [];
  const values =
    task.kind === 'number' || task.kind === 'text' ? [right ?? 0, answered - (right ?? 0)] : Object.values(counts);
  return values.map((count) => count / answered);
}
