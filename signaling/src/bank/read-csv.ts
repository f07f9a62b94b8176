import { BANK_COLUMNS, type BankColumn, type BankProblem, ITEM_KEYS, type TaskKind } from '@tongke/shared-types';
import { CsvError, parse } from 'csv-parse/sync';
import { COLUMN_WORDS, KIND_WORDS, NONE_WORDS, TRUTH_WORDS } from './bank-words.ts';
import { choiceFromCell, fromCell } from './cells.ts';
import type { Candidate } from './read-bank.ts';

const DELIMITERS = [',', '\t', ';'];
/** Where a file does not say how long is read and answered. */
const SECONDS = { readSeconds: 0, seconds: 30 } as const;

const CHOICE_KEYS = ITEM_KEYS.slice(0, 4);

/** The questions of a CSV file by its heading; or what is wrong with the file as a whole. */
export function readCsv(text: string): readonly Candidate[] | BankProblem {
  const lines = readLines(text);
  if (!Array.isArray(lines)) return lines;
  const [heading, ...rest] = lines;
  if (!heading) return { row: 1, column: null, code: 'empty', value: '' };
  const places = new Map<BankColumn, number>();
  for (const [place, cell] of heading.cells.entries()) {
    const column = BANK_COLUMNS.find(
      (one) => Object.values(COLUMN_WORDS[one]).includes(plain(cell)) || one.toLowerCase() === plain(cell),
    );
    if (column && !places.has(column)) places.set(column, place);
  }
  if (!places.has('kind'))
    return { row: heading.row, column: 'kind', code: 'no-kind-column', value: heading.cells.join(',').slice(0, 60) };
  return rest.map(({ row, cells }) => {
    const cell = (column: BankColumn) => (cells[places.get(column) ?? -1] ?? '').trim();
    return candidateOf(row, cell);
  });
}

type Cell = (column: BankColumn) => string;

function candidateOf(row: number, cell: Cell): Candidate {
  const kind = (Object.keys(KIND_WORDS) as TaskKind[]).find((one) =>
    Object.values(KIND_WORDS[one]).includes(plain(cell('kind'))),
  );
  if (!kind) return [{ row, column: 'kind', code: 'kind', value: cell('kind').slice(0, 60) }];
  const number = (column: BankColumn) => (cell(column) === '' ? undefined : readNumber(cell(column)));
  const grade = /^(.*?)(?:年级)?$/.exec(cell('grade'))?.[1] ?? '';
  return {
    row,
    question: {
      subject: fromCell(cell('subject')),
      grade: grade === '' ? null : readNumber(grade),
      points: fromCell(cell('points'))
        .split(/[;；\n]/)
        .map((point) => point.trim())
        .filter(Boolean),
      prompt: fromCell(cell('prompt')),
      picture: cell('picture').toLowerCase() || null,
      task: taskOf(kind, cell),
      explanation: fromCell(cell('explanation')),
      readSeconds: number('readSeconds') ?? SECONDS.readSeconds,
      seconds: number('seconds') ?? SECONDS.seconds,
    },
  };
}

/** The task as its cells say it; what makes no sense stays as it is and is found by the check. */
function taskOf(kind: TaskKind, cell: Cell): object {
  const answer = cell('answer');
  const isNone = answer === '' || Object.values<string>(NONE_WORDS).includes(plain(answer));
  switch (kind) {
    case 'single':
      return { kind, choices: itemsOf(cell, CHOICE_KEYS), correct: isNone ? null : plain(answer).toUpperCase() };
    case 'multiple': {
      const letters = plain(answer)
        .toUpperCase()
        .replaceAll(/[\s,，、;；]/g, '');
      return { kind, choices: itemsOf(cell, CHOICE_KEYS), correct: isNone ? null : [...letters] };
    }
    case 'true-false':
      return { kind, correct: isNone ? null : truthOf(answer) };
    case 'number': {
      const tolerance = cell('tolerance') === '' ? 0 : readNumber(cell('tolerance'));
      return { kind, unit: fromCell(cell('unit')), correct: isNone ? null : { value: readNumber(answer), tolerance } };
    }
    case 'text':
      return {
        kind,
        correct:
          answer === ''
            ? null
            : fromCell(answer)
                .split('\n')
                .map((one) => one.trim())
                .filter(Boolean),
      };
    case 'order': {
      const items = itemsOf(cell, ITEM_KEYS);
      return { kind, items, correct: isNone && answer !== '' ? null : items.map(({ key }) => key) };
    }
    case 'photo':
      return { kind, correct: null };
  }
}

function itemsOf(cell: Cell, keys: readonly (typeof ITEM_KEYS)[number][]) {
  return keys.filter((key) => cell(key) !== '').map((key) => ({ key, text: choiceFromCell(cell(key)) }));
}

const TRUE_WORDS = ['正确', '是', '√', '✓', 't', 'yes'];
const FALSE_WORDS = ['错误', '否', '×', '✗', 'f', 'no'];

function truthOf(answer: string): boolean | string {
  const said = plain(answer);
  if ([...TRUE_WORDS, ...Object.values<string>(TRUTH_WORDS.true)].includes(said)) return true;
  return [...FALSE_WORDS, ...Object.values<string>(TRUTH_WORDS.false)].includes(said) ? false : answer;
}

/** A number in narrow or wide digits; anything else stays the text that it is. */
function readNumber(cell: string): number | string {
  const said = fromCell(cell).normalize('NFKC').replace('−', '-').trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(said) ? Number(said) : cell;
}

function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Lines with where each begins; or what is wrong with the quotes. Lines without a word are left out. */
function readLines(text: string): { readonly row: number; readonly cells: string[] }[] | BankProblem {
  const firstLine = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // With `info` each record comes wrapped, which the library's types leave out.
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let line = 1;
    return records.flatMap(({ info, record }) => {
      const row = line;
      line = info.lines + 1;
      return record.some((cell) => cell.trim() !== '') ? [{ row, cells: record }] : [];
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : 1;
    return { row, column: null, code: 'quotes', value: '' };
  }
}
