import { z } from 'zod';

/** What the assistant can count hands for. */
export const handKey = z.enum(['A', 'B', 'C', 'D', 'true', 'false', 'right', 'wrong']);
export type HandKey = z.infer<typeof handKey>;
