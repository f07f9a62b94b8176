/** How long a turn lasts that the teacher gives with one tap, in s; it can be ended earlier. */
export const TURN_SECONDS = 60;

/** What the teacher chooses from, in s; null lasts until somebody ends it. */
export const TURN_CHOICES = [30, TURN_SECONDS, 120, null] as const;
