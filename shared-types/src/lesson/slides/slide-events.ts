import { z } from 'zod';
import { DECK_LIMITS } from '../../http/deck-limits.ts';
import { id } from '../../protocol/id.ts';
import { event } from '../event-shape.ts';

const page = z.int().min(1).max(DECK_LIMITS.pages);

/** The deck of the lesson, its page, and whether it is on the screens. A turn is small: it travels as a message of its own. */
export const slideEvents = [
  event('deck.chosen', { deckId: id, title: z.string(), pages: page }),
  event('page.turned', { page }),
  event('slides.shown', { shown: z.boolean() }),
] as const;
