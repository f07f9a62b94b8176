const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long each kind of one-time link works, in ms. */
export const LINK_MS = {
  setup: 60 * MINUTE,
  invite: 7 * DAY,
  'sign-in': 10 * MINUTE,
  pairing: 7 * DAY,
  phone: 10 * MINUTE,
} as const;
