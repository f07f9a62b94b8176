import { z } from 'zod';
import { id } from './id.ts';

const secret = z.string().min(16).max(128);
/** 128 random bits or more, made once on the tablet and kept there; the server stores a hash only. */
const deviceKey = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** A tablet comes with the QR's ticket, with the short code while the door is open, or back to the seat its device key holds. */
const tabletProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticket'), ticket: secret }),
  z.strictObject({ kind: z.literal('code'), code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ kind: z.literal('seat'), lessonId: id }),
]);

/** Who opens a socket, and how it proves it. Staff prove it by their session cookie. */
export const credentials = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('lead'), lessonId: id }),
  z.strictObject({ as: z.literal('second'), lessonId: id }),
  z.strictObject({ as: z.literal('board'), token: secret, takeOver: z.boolean().optional() }),
  z.strictObject({ as: z.literal('phone'), token: secret }),
  z.strictObject({ as: z.literal('tablet'), deviceKey, by: tabletProof }),
]);
export type Credentials = z.infer<typeof credentials>;

/**
 * The first message on every connection. `lessonId` and `version` say what the screen already holds:
 * the server answers with the events since then when it can, else with a snapshot.
 */
export const hello = z.strictObject({
  protocol: z.int(),
  credentials,
  have: z.strictObject({ lessonId: id, version: z.int().nonnegative(), view: z.string().max(120) }).nullable(),
});
export type Hello = z.infer<typeof hello>;
