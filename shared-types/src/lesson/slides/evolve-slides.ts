import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

/** What becomes of the lesson's deck. */
export function evolveSlides(
  state: LessonState,
  event: EventOf<'deck.chosen' | 'page.turned' | 'slides.shown'>,
): LessonState {
  const { slide } = state;
  switch (event.type) {
    case 'deck.chosen': {
      const { deckId, title, pages } = event;
      return { ...state, slide: { deckId, title, pages, page: 1, shown: true } };
    }
    case 'page.turned':
      return slide ? { ...state, slide: { ...slide, page: event.page } } : state;
    case 'slides.shown':
      return slide ? { ...state, slide: { ...slide, shown: event.shown } } : state;
  }
}
