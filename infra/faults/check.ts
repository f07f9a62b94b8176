import { isDeepStrictEqual } from 'node:util';
import {
  EMPTY_LESSON,
  evolve,
  type LessonEvent,
  type LessonState,
  type RoomTally,
  viewFor,
} from '@tongke/shared-types';
import type { Given, History, Shown, Stored } from './history.ts';

/** What is wrong, a sentence for each case. All empty: nothing was lost and nothing came twice. */
export interface Findings {
  /** Acknowledged and not there, or missing from a tally or from the log's numbers. */
  readonly lost: readonly string[];
  /** There more than once, or where it was not given, or answered differently the second time. */
  readonly doubled: readonly string[];
  /** Screens that do not show what the log says they may see. */
  readonly different: readonly string[];
  /** Not answered at all. */
  readonly unsettled: readonly string[];
}

type AnswerGiven = Extract<LessonEvent, { type: 'answer.given' }>;
interface StoredAnswer extends Stored {
  readonly event: AnswerGiven;
}

/** Holds a history against the promise "never lost, never twice"; pure, and without the rules that the server decides by. */
export function check(history: History): Findings {
  const answers = history.stored.filter(isAnswer);
  const byCommand = groupedBy(answers, ({ commandId, version }) => commandId ?? `none at ${version}`);
  const bySeat = groupedBy(answers, ({ event }) => seatKey(event));
  const given = new Map(history.given.map((one) => [one.id, one]));
  const tallies = talliesIn(history.stored);
  return {
    lost: [
      ...history.given.flatMap((one) => lossOf(one, byCommand.get(one.id) ?? [], bySeat.get(seatKey(one)) ?? [])),
      ...gapsIn(history.stored),
    ],
    doubled: [
      ...[...byCommand].flatMap(([id, stored]) => excessOf(id, given.get(id), stored)),
      ...history.given.flatMap(repeatsOf),
      ...history.reused.flatMap((reply) =>
        reply.ok || reply.reason !== 'command/id-reused'
          ? [`an id stood for two commands: ${JSON.stringify(reply)}`]
          : [],
      ),
      ...tallies,
    ],
    different: differences(history),
    unsettled: history.given
      .filter(({ replies, replaced }) => !replaced && !replies.some(isFinal))
      .map(({ id, replies }) => `${id} was never answered: ${JSON.stringify(replies.at(-1) ?? null)}`),
  };
}

/** A refusal that says "try again" is no answer. */
export function isFinal(reply: Given['replies'][number]): boolean {
  return reply.ok || !PASSING.includes(reply.reason);
}

const PASSING: readonly string[] = [
  'busy-try-again',
  'too-many-requests',
  'storage-unavailable',
  'internal',
  'not-signed-in',
];

/**
 * Screens that are behind what everybody should have, or are not their viewer's part of the state at their version. People come and go
 * all the time, so each is held against the log at its own version.
 */
export function differences({ shown, stored, settledAt }: Pick<History, 'shown' | 'stored' | 'settledAt'>): string[] {
  const states = statesAt(stored, new Set(shown.map(({ version }) => version)));
  return shown.flatMap((one) => {
    if (one.version < settledAt) return [`${one.name} stands at ${one.version}, not at ${settledAt} or later`];
    const state = states.get(one.version);
    return state ? differenceOf(one, state) : [`${one.name} stands at ${one.version}, which is not in the log`];
  });
}

/** The states to which the log folds at these versions. */
function statesAt(stored: readonly Stored[], versions: ReadonlySet<number>): ReadonlyMap<number, LessonState> {
  const states = new Map<number, LessonState>();
  let state = EMPTY_LESSON;
  for (const { version, event } of stored) {
    state = evolve(state, event);
    if (versions.has(version)) states.set(version, state);
  }
  return states;
}

function shows({ viewer, view }: Shown, state: LessonState): boolean {
  const expected = viewFor(viewer, state);
  return isDeepStrictEqual(view, expected) || isDeepStrictEqual(overTheWire(view), overTheWire(expected));
}

/** Where a screen differs, by the first field that does. */
function differenceOf(shown: Shown, state: LessonState): string[] {
  if (shows(shown, state)) return [];
  const [is, should] = [shown.view, viewFor(shown.viewer, state)].map((view) => Object.entries(view)) as [
    [string, unknown][],
    [string, unknown][],
  ];
  const expected = new Map(should);
  const [field, value] = is.find(([key, one]) => !isDeepStrictEqual(one, expected.get(key))) ?? [];
  const other = JSON.stringify(field && expected.get(field));
  return [`${shown.name} shows ${field} as ${JSON.stringify(value)}, not ${other}`.slice(0, 2_000)];
}

/** An answer that says what the seat has said before is acknowledged without a new event. */
function lossOf({ id, choice, replies }: Given, own: readonly StoredAnswer[], seat: readonly StoredAnswer[]): string[] {
  const granted = replies.find(({ ok }) => ok);
  if (!granted?.ok || own.some(({ version }) => version <= granted.version)) return [];
  const stood = seat.findLast(({ version }) => version <= granted.version);
  if (stood && choiceOf(stood.event) === choice) return [];
  return [`${id} was acknowledged at version ${granted.version} and is not there`];
}

function excessOf(id: string, given: Given | undefined, stored: readonly StoredAnswer[]): string[] {
  if (!given) return [`nobody gave ${id}`];
  const twice = stored.length > 1 ? [`${id} is there ${stored.length} times`] : [];
  const elsewhere = stored
    .map(({ event }) => placeOf({ ...event, choice: choiceOf(event) }))
    .filter((place) => place !== placeOf(given))
    .map((place) => `${id} was given as ${placeOf(given)} and stands as ${place}`);
  const refused = given.replies.some((reply) => !reply.ok && isFinal(reply)) ? [`${id} was refused and is there`] : [];
  return [...twice, ...elsewhere, ...refused];
}

/** [RS4] Every repeat of a command gets the first answer. */
function repeatsOf({ id, replies }: Given): string[] {
  const versions = new Set(replies.flatMap((reply) => (reply.ok ? [reply.version] : [])));
  return versions.size > 1 ? [`${id} was acknowledged with versions ${[...versions].join(', ')}`] : [];
}

function gapsIn(stored: readonly Stored[]): string[] {
  return stored.flatMap(({ version }, index) => (version === index + 1 ? [] : [`version ${version} follows ${index}`]));
}

/** Counts each seat once in each round: where a count or a tally on the way says otherwise, it is named. */
function talliesIn(stored: readonly Stored[]): string[] {
  const rounds = new Map<string, Map<string, AnswerGiven>>();
  const told = new Map<string, { version: number; rooms: Readonly<Record<string, RoomTally>> }>();
  const tallies: string[] = [];
  for (const { version, event } of stored) {
    if (event.type === 'answer.given') {
      const seats = rounds.get(event.roundId) ?? new Map<string, AnswerGiven>();
      rounds.set(event.roundId, seats.set(event.seatId, event));
      const answered = [...seats.values()].filter(({ classroomId }) => classroomId === event.classroomId).length;
      if (event.answered !== answered) tallies.push(`${event.answered} instead of ${answered} at version ${version}`);
    }
    if (event.type === 'question.revealed' || event.type === 'question.tallied') {
      const { rooms } = told.get(event.roundId) ?? { rooms: {} };
      told.set(event.roundId, { version, rooms: { ...rooms, ...event.rooms } });
    }
  }
  for (const [roundId, { version, rooms }] of told) {
    const answers = [...(rounds.get(roundId)?.values() ?? [])];
    for (const classroomId of new Set([...Object.keys(rooms), ...answers.map((answer) => answer.classroomId)])) {
      const choices = answers.filter((answer) => answer.classroomId === classroomId).map(choiceOf);
      const { counts = {}, answered = 0 } = rooms[classroomId] ?? {};
      const bars = [...new Set([...Object.keys(counts), ...choices])].map((key) => {
        return [key, counts[key] ?? 0, choices.filter((choice) => choice === key).length] as const;
      });
      for (const [what, said, is] of [['all', answered, choices.length] as const, ...bars]) {
        if (said !== is) tallies.push(`${said} instead of ${is} for ${what} in the tally at version ${version}`);
      }
    }
  }
  return tallies;
}

function choiceOf({ answer }: Pick<AnswerGiven, 'answer'>): string {
  return answer?.kind === 'single' ? answer.choice : JSON.stringify(answer);
}

function placeOf({ roundId, seatId, choice }: Pick<Given, 'roundId' | 'seatId' | 'choice'>): string {
  return `${choice} of seat ${seatId} in round ${roundId}`;
}

function seatKey({ roundId, seatId }: Pick<Given, 'roundId' | 'seatId'>): string {
  return `${roundId} ${seatId}`;
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function isAnswer(stored: Stored): stored is StoredAnswer {
  return stored.event.type === 'answer.given';
}

function overTheWire(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view));
}
