/** [SC2] From so many right answers in a row on, each brings one point more. */
export const STREAK = 3;
