import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import type { BuzzerRound, LessonState, QuestionRound } from '../state.ts';

type RoundEvent = EventOf<
  | 'buzzer.opened'
  | 'buzzer.pressed'
  | 'buzzer.decided'
  | 'question.opened'
  | 'answer.given'
  | 'answer.counted'
  | 'handcount.set'
  | 'question.closed'
  | 'question.revealed'
  | 'round.dismissed'
>;

/** The one round that runs: a buzzer or a question. An event of another round changes nothing. */
export function evolveRound(state: LessonState, event: RoundEvent): LessonState {
  switch (event.type) {
    case 'buzzer.opened': {
      const { roundId, at, closesAt } = event;
      const round = {
        kind: 'buzzer',
        roundId,
        openedAt: at,
        closesAt,
        decidesAt: null,
        presses: [],
        order: null,
      } as const;
      return { ...state, round };
    }
    case 'buzzer.pressed': {
      const { classroomId, seatId, number, at, decidesAt } = event;
      const press = { classroomId, seatId, number, at };
      return inBuzzer(state, event.roundId, ({ presses }) => ({ decidesAt, presses: [...presses, press] }));
    }
    case 'buzzer.decided':
      return inBuzzer(scored(state, event.point === null ? [] : [event.point]), event.roundId, () => ({
        order: event.order,
      }));
    case 'question.opened': {
      const { type: _, at, ...opened } = event;
      const empty = { answers: {}, answered: {}, handCounts: {}, tally: null };
      return { ...state, round: { kind: 'question', phase: 'open', openedAt: at, ...opened, ...empty } };
    }
    case 'answer.given': {
      const { classroomId, choice, at, source, answered } = event;
      return inQuestion(state, event.roundId, (round) => ({
        answers: { ...round.answers, [event.seatId]: { classroomId, choice, at, source } },
        answered: { ...round.answered, [classroomId]: answered },
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
      return inQuestion(state, event.roundId, () => ({ phase: 'closed' }));
    case 'question.revealed': {
      const { correct, tally } = event;
      const round = state.round?.kind === 'question' && state.round.roundId === event.roundId ? state.round : null;
      const right = Object.entries(round?.answers ?? {}).filter(([, answer]) => answer.choice === correct);
      const score = scored(
        state,
        right.map(([seatId]) => seatId),
      );
      return inQuestion(score, event.roundId, () => ({ phase: 'revealed', correct, tally }));
    }
    case 'round.dismissed':
      return state.round?.roundId === event.roundId ? { ...state, round: null } : state;
  }
}

function inBuzzer(state: LessonState, roundId: string, change: (round: BuzzerRound) => Partial<BuzzerRound>) {
  const { round } = state;
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return state;
  return { ...state, round: { ...round, ...change(round) } };
}

function inQuestion(state: LessonState, roundId: string, change: (round: QuestionRound) => Partial<QuestionRound>) {
  const { round } = state;
  if (round?.kind !== 'question' || round.roundId !== roundId) return state;
  return { ...state, round: { ...round, ...change(round) } };
}

function scored(state: LessonState, seatIds: readonly string[]): LessonState {
  if (seatIds.length === 0) return state;
  const scores = { ...state.scores };
  for (const seatId of seatIds) scores[seatId] = (entryOf(scores, seatId) ?? 0) + 1;
  return { ...state, scores };
}
