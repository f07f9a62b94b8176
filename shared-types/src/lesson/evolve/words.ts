import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

/** Words between the teachers; of one kind from one room the newest stands, behind all others. */
export function evolveWords(
  state: LessonState,
  event: EventOf<'word.said' | 'word.seen' | 'word.missed' | 'word.over'>,
): LessonState {
  const { words } = state;
  switch (event.type) {
    case 'word.said': {
      const { type: _, ...said } = event;
      const others = words.filter(({ classroomId, word }) => classroomId !== said.classroomId || word !== said.word);
      return { ...state, words: [...others, { ...said, state: 'waiting' }] };
    }
    case 'word.seen':
    case 'word.missed': {
      const { wordId, until } = event;
      const became = { state: event.type === 'word.seen' ? 'seen' : 'missed', until } as const;
      return { ...state, words: words.map((one) => (one.wordId === wordId ? { ...one, ...became } : one)) };
    }
    case 'word.over':
      return { ...state, words: words.filter(({ wordId }) => wordId !== event.wordId) };
  }
}
