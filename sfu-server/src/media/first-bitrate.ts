/**
 * [WL5] What the congestion control takes a link for before it has seen it, in bit/s, and at most while only voices run: the smallest picture
 * leaves enough of it unused to be probed within seconds, and no larger one fits into it.
 */
export const FIRST_BITRATE = 200_000;
