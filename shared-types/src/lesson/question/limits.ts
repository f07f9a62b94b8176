/** How long the parts of a question may be, in characters as a reader counts them: a tablet shows them whole, and an event stays below 4 kB. */
export const QUESTION_LIMITS = {
  prompt: 160,
  choice: 40,
  explanation: 300,
  unit: 12,
  accepted: 8,
  answer: 80,
} as const;

/** The characters of a text as a reader counts them, roughly: code points, so that a rare character counts once. */
export function countCharacters(text: string): number {
  return [...text].length;
}
