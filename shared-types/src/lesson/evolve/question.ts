import type { SeatId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import { afterQuestion } from '../question/classroom-score.ts';
import { isRight } from '../question/is-right.ts';
import type { RoomTally } from '../question/room-tally.ts';
import type { QuestionRound } from '../question/round.ts';
import { sameShown } from '../question/same-shown.ts';
import { STREAK } from '../question/streak.ts';
import type { Correct, Task } from '../question/task.ts';
import type { LessonState } from '../state.ts';
import type { Put } from './put.ts';
import { scored } from './scored.ts';

export type QuestionEvent = EventOf<
  | 'question.opened'
  | 'question.started'
  | 'question.shortened'
  | 'answer.given'
  | 'answer.counted'
  | 'handcount.set'
  | 'question.closed'
  | 'question.marked'
  | 'question.revealed'
  | 'question.tallied'
  | 'answer.shown'
  | 'question.explained'
>;

/** As many single answers stand on the boards at a time; the oldest goes. */
const MOST_SHOWN = 30;

/** A question from its opening to its explanation. An event of another round changes nothing. */
export function evolveQuestion(state: LessonState, event: QuestionEvent, put: Put): LessonState {
  switch (event.type) {
    case 'question.opened': {
      const { type: _, at, ...opened } = event;
      const phase = event.opensAt > at ? 'reading' : 'open';
      const empty = {
        answers: {},
        answered: {},
        handCounts: {},
        expected: null,
        tally: null,
        groups: [],
        others: 0,
        shown: [],
      };
      return { ...state, round: { kind: 'question', phase, openedAt: at, ...opened, ...empty } };
    }
    case 'question.started':
      return inQuestion(state, event.roundId, () => ({ phase: 'open' }));
    case 'question.shortened': {
      const { closesAt, takesUntil } = event;
      return inQuestion(state, event.roundId, () => ({ closesAt, takesUntil }));
    }
    case 'answer.given': {
      const { classroomId, answer, at, source, answered } = event;
      return inQuestion(state, event.roundId, (round) => ({
        answers: put(round.answers, event.seatId, { classroomId, answer, at, source }),
        answered: answered === null ? round.answered : { ...round.answered, [classroomId]: answered },
      }));
    }
    case 'answer.counted':
      return inQuestion(state, event.roundId, (round) => ({
        answered: { ...round.answered, [event.classroomId]: event.answered },
      }));
    case 'handcount.set':
      return inQuestion(state, event.roundId, (round) => ({
        handCounts: { ...round.handCounts, [event.classroomId]: event.counts },
      }));
    case 'question.closed':
      return inQuestion(state, event.roundId, () => ({ phase: 'closed', expected: event.expected }));
    case 'question.marked':
      return inQuestion(state, event.roundId, ({ task }) => ({ task: marked(task, event.correct) }));
    case 'question.revealed': {
      const { roundId, correct, rooms, groups, others } = event;
      const { round } = state;
      if (round?.kind !== 'question' || round.roundId !== roundId) return state;
      const task = marked(round.task, correct);
      const scored = withStandings(withRightAnswers(state, { ...round, task }), rooms);
      return { ...scored, round: { ...round, phase: 'revealed', task, tally: rooms, groups, others } };
    }
    case 'question.tallied':
      return inQuestion(withStandings(state, event.rooms), event.roundId, ({ tally }) => ({
        tally: { ...tally, ...event.rooms },
      }));
    case 'answer.shown':
      return inQuestion(state, event.roundId, ({ shown }) => ({
        shown: [...shown.filter((item) => !sameShown(item, event.shown)), event.shown].slice(-MOST_SHOWN),
      }));
    case 'question.explained':
      return inQuestion(state, event.roundId, () => ({ phase: 'explained', explanation: event.explanation }));
  }
}

function inQuestion(state: LessonState, roundId: string, change: (round: QuestionRound) => Partial<QuestionRound>) {
  const { round } = state;
  if (round?.kind !== 'question' || round.roundId !== roundId) return state;
  return { ...state, round: { ...round, ...change(round) } };
}

/** The rules let only a right answer of the task's own kind become an event. */
function marked(task: Task, correct: Correct): Task {
  return { ...task, correct } as Task;
}

/** [SC1] [SC2] Points and rows of right answers. Who had no answer, or another one, begins a new row. */
function withRightAnswers(state: LessonState, { task, answers }: QuestionRound): LessonState {
  if (task.correct === null) return state;
  const { points, streaks } = state.scoring;
  const rows: Record<SeatId, number> = {};
  for (const [seatId, { answer }] of Object.entries(answers)) {
    if (!answer || isRight(task, answer) !== true) continue;
    rows[seatId] = (entryOf(state.streaks, seatId) ?? 0) + 1;
  }
  const right = Object.keys(rows);
  const after = points ? scored({ ...state, streaks: rows }, right) : { ...state, streaks: rows };
  return points && streaks
    ? scored(
        after,
        right.filter((seatId) => (rows[seatId] ?? 0) >= STREAK),
      )
    : after;
}

/** [SC3] */
function withStandings(state: LessonState, rooms: Readonly<Record<string, RoomTally>>): LessonState {
  const standings = { ...state.standings };
  for (const [classroomId, room] of Object.entries(rooms)) {
    const after = afterQuestion(entryOf(standings, classroomId), room);
    if (after) standings[classroomId] = after;
  }
  return { ...state, standings };
}
