import { z } from 'zod';
import { SCREEN_STYLES } from '../lesson/screen/shared-screen.ts';

/** Of the lead teacher and of a board that has a turn: a screen is to be shared with the lesson, and no longer. */
export const screenCommands = [
  z.strictObject({ type: z.literal('screen.share'), style: z.enum(SCREEN_STYLES) }),
  z.strictObject({ type: z.literal('screen.stop') }),
] as const;
