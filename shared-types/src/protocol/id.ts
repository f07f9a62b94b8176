import { z } from 'zod';

/** Ids are short, unguessable where it matters, and safe in URLs and file names: 1 to 64 of [A-Za-z0-9_-]. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
