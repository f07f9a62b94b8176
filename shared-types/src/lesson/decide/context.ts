import type { Time } from '../state.ts';

/** All that a rule may know beyond the state and the command. */
export interface Context {
  readonly now: Time;
  /** A fresh id; the shell makes it unguessable, tests make it countable. */
  readonly newId: () => string;
  /** A fresh six-digit door code that no other open door of the server uses. */
  readonly newCode: () => string;
  /** A fresh 128-bit join ticket. */
  readonly newTicket: () => string;
  /** From 0 up to 1; the shell's cannot be guessed. */
  readonly random: () => number;
  /** What a board may show of a text that a pupil wrote: without bad words and pupils' names; null while nobody can tell. */
  readonly masked: (said: string) => string | null;
}
