/** The files in which a bank leaves; `template` is the CSV's heading with an example of each kind, in Chinese or English. */
export const BANK_FILES = ['json', 'csv', 'csv-en', 'template', 'template-en'] as const;
export type BankFile = (typeof BANK_FILES)[number];

/** The columns of a CSV file. `A` to `F` hold choices, or things in their right order. */
export const BANK_COLUMNS = [
  'kind',
  'prompt',
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'answer',
  'tolerance',
  'unit',
  'explanation',
  'subject',
  'grade',
  'points',
  'readSeconds',
  'seconds',
  'picture',
] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

export type BankProblemCode =
  | 'empty'
  | 'quotes'
  | 'no-kind-column'
  | 'no-list'
  | 'kind'
  | 'missing'
  | 'too-long'
  | 'wrong'
  | 'choices'
  | 'answer'
  | 'number'
  | 'picture';

/** What is wrong with one question of a file; `row` counts a CSV's lines and a JSON's questions from 1. */
export interface BankProblem {
  readonly row: number;
  readonly column: BankColumn | null;
  readonly code: BankProblemCode;
  /** What stands there, shortened. */
  readonly value: string;
}

export interface BankImport {
  readonly added: number;
  /** Were in the bank already, word for word. */
  readonly known: number;
}
