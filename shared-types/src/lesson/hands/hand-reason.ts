/** Why a hand is up, as a child of seven can say it: to answer, to ask, to show something. */
export const HAND_REASONS = ['answer', 'ask', 'show'] as const;

export type HandReason = (typeof HAND_REASONS)[number];
