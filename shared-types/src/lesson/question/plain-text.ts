const BLANK = /[\p{Z}\p{Cc}\p{Cf}\s]/gu;
const PUNCTUATION = /\p{P}/u;
const DIGIT = /\d/;

/**
 * A text by which equal answers are known: width (ＡＢ → ab), case, blanks and punctuation do not matter. What stands between two
 * digits stays, for 3.5 is not 35, and so does the minus of a number. A text of punctuation alone stays as it is.
 */
export function plainText(said: string): string {
  const characters = [...said.normalize('NFKC').toLowerCase().replace(BLANK, '')];
  const kept = characters.filter((character, index) => {
    if (!PUNCTUATION.test(character)) return true;
    const before = characters[index - 1] ?? '';
    const after = characters[index + 1] ?? '';
    if (!DIGIT.test(after)) return false;
    return DIGIT.test(before) || (character === '-' && !/[\p{L}\p{N}]/u.test(before));
  });
  return kept.join('') || characters.join('');
}
