import { z } from 'zod';
import { BUZZER_MODES } from '../lesson/buzzer/buzzer-state.ts';
import { prompt } from '../lesson/question/task.ts';

/** The prompt has the limits of a question's [QZ8], and may be ''. `teams` is for the mode `teams`, 2 unless told. */
export const buzzerOpen = z.strictObject({
  type: z.literal('buzzer.open'),
  mode: z.enum(BUZZER_MODES),
  teams: z.int().min(2).max(4).optional(),
  prompt,
  seconds: z.int().min(5).max(600),
});
