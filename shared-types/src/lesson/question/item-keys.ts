/** The keys of things to be put in order, as they are shown: never their right order. */
export const ITEM_KEYS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ItemKey = (typeof ITEM_KEYS)[number];
