import { type HttpRefused, MAX_SEATS, nameProblem, type RosterProblem, refuse, tidyName } from '@tongke/shared-types';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { rosterColumns } from './roster-columns.ts';

type Column = RosterProblem['column'];
interface Row {
  readonly name: string;
  readonly number: number;
}

const MAX_NUMBER = 999;
const SHOWN = 60;

/**
 * [CT4] Reads a roster file: a name and a seat number a row, a heading optional. Answers every row, or a refusal that
 * lists everything that is wrong with any of them.
 */
export function readRoster(bytes: Uint8Array): { readonly rows: readonly Row[] } | HttpRefused {
  const text = decodeText(bytes);
  if (text === null) return refuse('roster/encoding');
  const lines = readLines(text);
  if (!Array.isArray(lines)) return { ...refuse('roster/rows'), rows: [lines] };
  const first = lines[0];
  if (!first) return empty(1, '');
  const columns = rosterColumns(first.cells);
  if (!columns) {
    const value = first.cells.join(',').slice(0, SHOWN);
    return { ...refuse('roster/rows'), rows: [{ row: first.row, column: null, code: 'columns', value }] };
  }
  const body = columns.header ? lines.slice(1) : lines;
  if (body.length === 0) return empty(first.row, first.cells.join(','));
  const problems: RosterProblem[] = [];
  const rows: Row[] = [];
  const seen = new Set<number>();
  for (const { row, cells } of body) {
    const note = (column: Column, code: RosterProblem['code'], value: string) =>
      problems.push({ row, column, code, value: value.slice(0, SHOWN) });
    const extra = !columns.header && cells.slice(2).some((cell) => cell !== '');
    if (cells.length < 2 || extra) {
      note(null, 'columns', cells.join(','));
      continue;
    }
    const name = tidyName(cells[columns.name] ?? '');
    const written = (cells[columns.number] ?? '').trim();
    const problem = nameProblem(name);
    if (problem) note('name', problem, name);
    const number = readNumber(written);
    if (typeof number === 'string') note('number', number, written);
    else if (seen.has(number)) note('number', 'number-twice', written);
    else seen.add(number);
    if (typeof number === 'number') rows.push({ name, number });
  }
  if (problems.length > 0) return { ...refuse('roster/rows'), rows: problems };
  return rows.length > MAX_SEATS ? refuse('roster/too-many') : { rows };
}

/** A file without a pupil is a mistake and no wish to erase them all. */
function empty(row: number, value: string): HttpRefused {
  return { ...refuse('roster/rows'), rows: [{ row, column: null, code: 'empty', value: value.slice(0, SHOWN) }] };
}

/** 7, ０７, "7号" and a spreadsheet's "7.0" are all seven. */
function readNumber(written: string): number | RosterProblem['code'] {
  if (written === '') return 'number-missing';
  const digits = /^(\d{1,9})(?:\.0+)?号?$/.exec(written.normalize('NFKC'))?.[1];
  if (digits === undefined) return 'number-not-whole';
  const number = Number(digits);
  return number >= 1 && number <= MAX_NUMBER ? number : 'number-out-of-range';
}

/** Rows with the line that each begins on; or what is wrong with the quotes. Rows without a word are left out. */
function readLines(text: string): { readonly row: number; readonly cells: string[] }[] | RosterProblem {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: [',', '\t', ';', '，'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      // With `info` each record comes wrapped, which the library's types leave out.
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records
      .map(({ info, record }) => ({ row: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : 1;
    return { row, column: null, code: 'quotes', value: '' };
  }
}
