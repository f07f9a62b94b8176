/** How long a question and each of its answers may be, in characters as a reader counts them: a tablet shows them whole. */
export const QUESTION_LIMITS = { prompt: 160, choice: 40 } as const;

/** The characters of a text as a reader counts them, roughly: code points, so that a rare character counts once. */
export function countCharacters(text: string): number {
  return [...text].length;
}
