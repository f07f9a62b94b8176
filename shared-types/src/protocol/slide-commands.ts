import { z } from 'zod';
import { id } from './id.ts';

/** The lead teacher's pages. Whether the deck is the own one, and how many pages it has, the server looks up. */
export const slideCommands = [
  z.strictObject({ type: z.literal('deck.choose'), deckId: id }),
  z.strictObject({ type: z.literal('page.turn'), page: z.int().min(1) }),
  z.strictObject({ type: z.literal('slides.show'), shown: z.boolean() }),
] as const;
