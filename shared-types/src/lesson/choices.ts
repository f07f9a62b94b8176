/** The keys of a choice question, in the order of the tiles. */
export const CHOICES = ['A', 'B', 'C', 'D'] as const;
export type Choice = (typeof CHOICES)[number];
