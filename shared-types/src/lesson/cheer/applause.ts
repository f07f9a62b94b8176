/** A classroom's applause lasts this long, in ms; who claps meanwhile claps along. */
export const APPLAUSE_MS = 4_000;
