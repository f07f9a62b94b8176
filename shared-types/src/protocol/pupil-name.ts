import { z } from 'zod';

const MAX_LENGTH = 40;
/** Control and bidirectional characters, halves of characters, private ones, signs of markup and quotes: nothing that a name needs. */
const STRANGE = /[\p{Cc}\p{Co}\p{Cs}\p{Bidi_Control}\ufffd"<>]/u;

export type NameProblem = 'name-empty' | 'name-too-long' | 'name-characters';

/** What is wrong with a child's name, in a roster file and from a board alike; null when nothing is. */
export function nameProblem(name: string): NameProblem | null {
  if (name === '') return 'name-empty';
  if ([...name].length > MAX_LENGTH) return 'name-too-long';
  return STRANGE.test(name) ? 'name-characters' : null;
}

/** A name on one line: blanks, tabs and line ends between its parts are one blank each. */
export function tidyName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** [CT6] A child's name as somebody typed it. */
export const pupilName = z
  .string()
  .overwrite(tidyName)
  .refine((name) => nameProblem(name) === null);
