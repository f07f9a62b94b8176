import type { EventOf } from '../events.ts';
import type { LessonState, QuestionRound } from '../state.ts';
import { scored } from './scored.ts';

type RoundEvent = EventOf<
  | 'question.opened'
  | 'answer.given'
  | 'answer.counted'
  | 'handcount.set'
  | 'question.closed'
  | 'question.revealed'
  | 'round.dismissed'
>;

/** A question, and the end of any round. An event of another round changes nothing. */
export function evolveRound(state: LessonState, event: RoundEvent): LessonState {
  switch (event.type) {
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

function inQuestion(state: LessonState, roundId: string, change: (round: QuestionRound) => Partial<QuestionRound>) {
  const { round } = state;
  if (round?.kind !== 'question' || round.roundId !== roundId) return state;
  return { ...state, round: { ...round, ...change(round) } };
}
