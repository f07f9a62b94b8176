import { z } from 'zod';

/** 1 to 40 characters a person can read: a name of a person, a school or a classroom, without control characters. */
export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}]*$/u);

/** A one-time link's secret, as it stood in the fragment. */
export const tokenField = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
