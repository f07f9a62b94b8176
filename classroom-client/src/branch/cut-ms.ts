/** [BR1] A cut of less than this is none, ms. */
export const CUT_MS = 10_000;
