/** Something that an administrator should know; `value` is wrong guesses in a minute, or free megabytes. */
export interface AlertItem {
  readonly kind: 'wrong-guesses' | 'disk-nearly-full';
  readonly at: number;
  readonly value: number;
}
