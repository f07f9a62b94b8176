import { z } from 'zod';

/**
 * How one classroom answered, all sources together. `counts`: per choice (A…D), `true` and `false`; for an order per place ('1'…'6') how
 * many had the right thing there; nothing for the other kinds. `right` is null where there is no right answer.
 */
export const roomTally = z.object({
  expected: z.int(),
  answered: z.int(),
  right: z.int().nullable(),
  counts: z.record(z.string(), z.int()),
});
export type RoomTally = z.infer<typeof roomTally>;
