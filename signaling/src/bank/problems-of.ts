import {
  BANK_COLUMNS,
  type BankColumn,
  type BankProblem,
  type BankProblemCode,
  ITEM_KEYS,
  newQuestionBody,
} from '@tongke/shared-types';
import type { ReadQuestion } from './read-bank.ts';

const SHOWN = 60;

/** One question of a file as it was read, checked: the question, or everything that is wrong with it. */
export function checked(row: number, candidate: unknown): ReadQuestion | BankProblem[] {
  const parsed = newQuestionBody.safeParse(candidate);
  if (parsed.success) return { row, question: parsed.data };
  const problems = parsed.error.issues.map(({ path }) => problemAt(row, path, candidate));
  return problems.filter(
    (one, index) => problems.findIndex(({ column, code }) => column === one.column && code === one.code) === index,
  );
}

/** What is wrong at a place in a question, as somebody who looks at the file can find it. */
function problemAt(row: number, path: readonly PropertyKey[], candidate: unknown): BankProblem {
  const value = at(candidate, path);
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const [first, second, third] = path;
  const problem = (column: BankColumn | null, code: BankProblemCode) => ({
    row,
    column,
    code,
    value: said.slice(0, SHOWN),
  });
  if (first === 'task') {
    if (second === 'kind') return problem('kind', 'kind');
    if (second === 'unit') return problem('unit', 'too-long');
    if (third === 'value') return problem('answer', 'number');
    if (third === 'tolerance') return problem('tolerance', 'number');
    if (second === 'correct')
      return problem('answer', typeof third === 'number' && said !== '' ? 'too-long' : 'answer');
    if (second === undefined) return problem('answer', 'answer');
    if (typeof third !== 'number') return problem('A', 'choices');
    const item = BANK_COLUMNS.find((column) => column === ITEM_KEYS[third]) ?? 'A';
    return problem(item, said === '' ? 'choices' : 'too-long');
  }
  const column = BANK_COLUMNS.find((one) => one === first) ?? null;
  if (column === 'picture') return problem(column, 'picture');
  if (column === null) return problem(null, 'wrong');
  if (value === undefined || value === null || value === '') return problem(column, 'missing');
  return problem(column, typeof value === 'string' && column !== 'grade' ? 'too-long' : 'wrong');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? inner[key as never] : undefined,
    value,
  );
}
