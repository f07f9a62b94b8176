import { withoutBadWords } from './bad-words.ts';
import { withoutNames } from './without-names.ts';

/** [QZ14] What a board may show of a text that a pupil wrote in a lesson of these pupils. */
export function maskedText(names: readonly string[]): (said: string) => string {
  // Many names make a large pattern, and most lessons show no text: it is made when it is needed first.
  let nameless: ((said: string) => string) | null = null;
  return (said) => {
    nameless ??= withoutNames(names);
    return withoutBadWords(nameless(said.normalize('NFKC')));
  };
}
