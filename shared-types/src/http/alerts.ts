/** Something that an administrator should know; `value` is guesses in a minute that were wrong or turned away, or free megabytes. */
export interface AlertItem {
  readonly kind: 'wrong-guesses' | 'disk-nearly-full';
  readonly at: number;
  readonly value: number;
}
