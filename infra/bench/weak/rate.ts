/** A way that carries so many kbit/s; a router's queue holds half a second. */
export const rate = (kbit: number) => ({ bytesPerSecond: kbit * 125, queueBytes: kbit * 62.5 });
