import { BANK_LIMITS, type BankProblem, type HttpRefused, type NewQuestionBody, refuse } from '@tongke/shared-types';
import { decodeText } from '../http/decode-text.ts';
import { BANK_FORMAT, BANK_VERSION } from './bank-json.ts';
import { checked } from './problems-of.ts';
import { readCsv } from './read-csv.ts';

/** A question of a file, with where it stands: a CSV's line, or its place in a JSON's list, from 1. */
export interface ReadQuestion {
  readonly row: number;
  readonly question: NewQuestionBody;
}

/**
 * [BK5] Reads a JSON or CSV file of questions: UTF-8 with or without a mark, UTF-16 with one, or GB18030. Answers every question, or a
 * refusal that lists everything that is wrong with any of them.
 */
export function readBank(bytes: Uint8Array): readonly ReadQuestion[] | HttpRefused {
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('question/encoding');
  const text = decoded.replace(/^\ufeff/, '');
  const candidates = /^\s*[{[]/.test(text) ? readJson(text) : readCsv(text);
  if ('row' in candidates) return { ...refuse('question/rows'), broken: [candidates] };
  if (candidates.length > BANK_LIMITS.rows) return refuse('question/too-many');
  const read: ReadQuestion[] = [];
  const broken: BankProblem[] = [];
  for (const candidate of candidates) {
    if (Array.isArray(candidate)) {
      broken.push(...candidate);
      continue;
    }
    const { row, question } = candidate;
    const answer = checked(row, question);
    if (Array.isArray(answer)) broken.push(...answer);
    else read.push(answer);
  }
  if (broken.length > 0) return { ...refuse('question/rows'), broken: broken.slice(0, BANK_LIMITS.rows) };
  if (read.length > 0) return read;
  return { ...refuse('question/rows'), broken: [{ row: 1, column: null, code: 'empty', value: '' }] };
}

/** One line of a file before it is checked: what stands there, or already what is wrong with it. */
export type Candidate = { readonly row: number; readonly question: unknown } | BankProblem[];

function readJson(text: string): readonly Candidate[] | BankProblem {
  const noList = { row: 1, column: null, code: 'no-list', value: text.slice(0, 60) } as const;
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return noList;
  }
  if (typeof file !== 'object' || file === null) return noList;
  const { format, version, questions } = file as Readonly<Record<string, unknown>>;
  if (format !== BANK_FORMAT || version !== BANK_VERSION || !Array.isArray(questions)) return noList;
  return questions.map((question, index) => ({ row: index + 1, question }));
}
