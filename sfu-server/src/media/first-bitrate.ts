/** [WL5] What the congestion control takes a link for before it has seen it, in bit/s: low, for it probes upwards within a second. */
export const FIRST_BITRATE = 150_000;
