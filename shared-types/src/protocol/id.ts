import { z } from 'zod';

/**
 * [AC8] Ids are short, unguessable where it matters, and safe in URLs and file names: 1 to 64 of [A-Za-z0-9_-]. A name that every
 * object inherits (`constructor`, `__proto__`) is none: as a key it would find something where there is nothing.
 */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .refine((name) => !(name in Object.prototype));
