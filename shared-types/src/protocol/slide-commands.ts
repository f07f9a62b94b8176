import { z } from 'zod';
import { id } from './id.ts';

const turn = z.strictObject({ type: z.literal('page.turn'), page: z.int().min(1) });
const show = z.strictObject({ type: z.literal('slides.show'), shown: z.boolean() });

/** Those that a classroom has which goes on by itself. */
export const ownSlideCommands = [turn, show] as const;

/** The lead teacher's pages. Whether the deck is the own one, and how many pages it has, the server looks up. */
export const slideCommands = [
  z.strictObject({ type: z.literal('deck.choose'), deckId: id }),
  ...ownSlideCommands,
] as const;
