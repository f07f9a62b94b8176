import { givenName } from '@tongke/shared-types';

const HAN = /^\p{Script=Han}+$/u;
/** A letter or digit of a script that writes blanks between words. */
const LETTER = '(?!\\p{Script=Han})[\\p{L}\\p{N}]';
const MASK = '＊＊';
/** What may stand between the characters of a Chinese name that somebody wants to be read all the same. */
const BETWEEN = '[\\s\\p{P}]*';

/**
 * Takes pupils' names out of a text: whole names, and given names of two characters or more. One character alone stands in too
 * many words, and letters count as a name only where they are a whole word.
 */
export function withoutNames(names: readonly string[]): (said: string) => string {
  const parts = new Set(names.flatMap((name) => [name, givenName(name)]).map((name) => name.normalize('NFKC').trim()));
  const patterns = [...parts]
    .filter((name) => [...name].length > 1)
    // The longest first, so that nothing of a name stays.
    .sort((a, b) => b.length - a.length)
    .map((name) => (HAN.test(name) ? [...name].join(BETWEEN) : `(?<!${LETTER})${escaped(name)}(?!${LETTER})`));
  if (patterns.length === 0) return (said) => said;
  const any = new RegExp(patterns.join('|'), 'giu');
  return (said) => said.replace(any, MASK);
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
}
