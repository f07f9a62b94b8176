import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { LessonState } from '../state.ts';
import { happen, type Outcome } from './outcome.ts';
import type { ServerCommand } from './server-command.ts';

/** [PG1] The catalogue has said that the deck is the lead teacher's; it begins with its first page, on the screens. */
export function chooseDeck(
  { phase, slide, papers }: LessonState,
  { deckId, title, pages }: Extract<ServerCommand, { type: 'deck.put' }>,
): Outcome {
  if (phase === 'ended') return refuse('lesson/ended');
  if (slide?.deckId === deckId)
    return slide.shown && papers.shown === null ? happen() : happen({ type: 'slides.shown', shown: true });
  return happen({ type: 'deck.chosen', deckId, title, pages });
}

/** [PG2] [IK11] Any page of the deck, one event a turn; the page that is there already changes nothing, unless a paper lies over it. */
export function turnPage({ slide, papers }: LessonState, { page }: Extract<Command, { type: 'page.turn' }>): Outcome {
  if (!slide) return refuse('deck/none');
  if (page > slide.pages) return refuse('deck/no-such-page');
  return page === slide.page && papers.shown === null ? happen() : happen({ type: 'page.turned', page });
}

/** [PG4] 收起 puts the pages away; they come back at the same page. */
export function showSlides(
  { slide, papers }: LessonState,
  { shown }: Extract<Command, { type: 'slides.show' }>,
): Outcome {
  if (!slide) return refuse('deck/none');
  return slide.shown === shown && (papers.shown === null || !shown)
    ? happen()
    : happen({ type: 'slides.shown', shown });
}
