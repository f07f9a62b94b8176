/** A sentence for the person at the terminal, who can mend it; printed without a stack, exit 1. */
export class PlainError extends Error {
  /** @override */
  name = 'PlainError';
}
