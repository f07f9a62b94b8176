/** How long a turn lasts that the teacher gives with one tap, in s; it can be ended earlier. */
export const TURN_SECONDS = 60;
