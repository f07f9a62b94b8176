/**
 * [RS12] How a screen whose link was lost finds its way back, ms: each wait is twice the one before, more or less by `spread` of it, up to a
 * longest wait that each page draws for itself between the two of `longestMs`.
 */
export const RECONNECTION = { firstMs: 200, longestMs: [700, 2_000], spread: 0.5, timeoutMs: 5_000 } as const;
