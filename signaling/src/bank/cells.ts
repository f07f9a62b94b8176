import { EMPTY_WORDS } from './bank-words.ts';

const EMPTIES: readonly string[] = Object.values(EMPTY_WORDS);
/** What a spreadsheet takes for the beginning of a formula, also in wide characters. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/**
 * [BK6] A text as it may stand in a cell: what a spreadsheet would run as a formula gets an apostrophe in front, which it shows as
 * text. A plain number needs none. `fromCell` takes it away again.
 */
export function toCell(text: string): string {
  return needsMark(text) ? `'${text}` : text;
}

export function fromCell(cell: string): string {
  return cell.startsWith("'") && needsMark(cell.slice(1)) ? cell.slice(1) : cell;
}

function needsMark(text: string): boolean {
  return (FORMULA.test(text) && !NUMBER.test(text)) || EMPTIES.includes(text.replace(/^'+/, ''));
}

/** The words of a choice, which may have none. */
export function choiceToCell(text: string, language: 'zh' | 'en'): string {
  return text === '' ? EMPTY_WORDS[language] : toCell(text);
}

export function choiceFromCell(cell: string): string {
  return EMPTIES.includes(cell) ? '' : fromCell(cell);
}

/** Lines of a CSV file as every spreadsheet opens them: a mark that says UTF-8, every cell in quotes. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const quoted = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return `\ufeff${quoted.join('\r\n')}\r\n`;
}
