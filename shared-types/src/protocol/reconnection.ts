/**
 * [RS12] How a screen whose link was lost finds its way back, ms: each wait is twice the one before, more or less by `spread` of it, up to a
 * longest wait that each page draws for itself between the two of `longestMs`. A try lasts `timeoutMs`: longer than a server takes to let a
 * whole school in, for whoever gives up early makes it begin anew.
 */
export const RECONNECTION = { firstMs: 200, longestMs: [700, 2_000], spread: 0.5, timeoutMs: 10_000 } as const;
