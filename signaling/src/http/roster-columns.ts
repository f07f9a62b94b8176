const NAMES = ['姓名', '名字', '学生', '学生姓名', 'name', 'pupil', 'student', 'full name'];
const NUMBERS = [
  '学号',
  '座号',
  '座位号',
  '座位',
  '序号',
  '编号',
  '号',
  '号码',
  'number',
  'no',
  'no.',
  'seat',
  'seat number',
  'seat no',
];

/** Where name and number stand in a row, and whether the first row says so. */
export interface RosterColumns {
  readonly name: number;
  readonly number: number;
  readonly header: boolean;
}

/** Reads a heading in Chinese or English; without one the first row shows which of two columns holds numbers. Null when neither helps. */
export function rosterColumns(first: readonly string[]): RosterColumns | null {
  const cells = first.map((cell) => cell.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  const name = cells.findIndex((cell) => NAMES.includes(cell));
  const number = cells.findIndex((cell) => NUMBERS.includes(cell));
  if (name >= 0 && number >= 0) return { name, number, header: true };
  if (name >= 0 || number >= 0 || cells.filter((cell) => cell !== '').length > 2) return null;
  const isNumber = (cell = '') => /^\d/.test(cell.normalize('NFKC'));
  return isNumber(cells[0]) && !isNumber(cells[1])
    ? { name: 1, number: 0, header: false }
    : { name: 0, number: 1, header: false };
}
