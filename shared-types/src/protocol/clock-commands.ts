import { z } from 'zod';

/** Of the lead teacher: the clock that everybody sees. `seconds` null counts up. */
export const clockCommands = [
  z.strictObject({ type: z.literal('clock.start'), seconds: z.int().min(5).max(3600).nullable() }),
  z.strictObject({ type: z.literal('clock.pause') }),
  z.strictObject({ type: z.literal('clock.resume') }),
  z.strictObject({ type: z.literal('clock.stop') }),
] as const;
