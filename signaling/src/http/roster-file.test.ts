import { expect, test } from 'vitest';
import { readRoster } from './roster-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** `姓名,座号` and `王小明,1` as Chinese spreadsheets save them. */
const GB18030 = Uint8Array.from('d0d5c3fb2cd7f9bac50d0acdf5d0a1c3f72c310d0a'.match(/../g) ?? [], (byte) =>
  Number.parseInt(byte, 16),
);
const PUPILS = [
  { name: '王小明', number: 1 },
  { name: '李思雨', number: 2 },
];

test.for([
  ['UTF-8 with a heading', utf8('姓名,座号\n王小明,1\n李思雨,2\n')],
  ['a mark in front, as Excel writes it', utf8('\ufeff姓名,座号\r\n王小明,1\r\n李思雨,2\r\n')],
  ['no heading', utf8('王小明,1\n李思雨,2')],
  ['numbers first', utf8('1,王小明\n2,李思雨\n')],
  ['an English heading in another order', utf8('Number,Name\n1,王小明\n2,李思雨\n')],
  ['tabs, empty lines and wide digits', utf8('姓名\t座号\n\n王小明\t１号\n李思雨\t2.0\n\n')],
  ['further columns beside the two', utf8('班级,姓名,性别,座号\n三班,王小明,男,1\n三班,李思雨,女,2\n')],
] as const)('[CT4] reads %s', ([, file]) => {
  expect(readRoster(file)).toEqual({ rows: PUPILS });
});

test('[CT4] reads GB18030', () => {
  expect(readRoster(GB18030)).toEqual({ rows: [{ name: '王小明', number: 1 }] });
});

test('[CT4] each broken row is named with its line and what is wrong; the good ones do not count', () => {
  const file = utf8('姓名,座号\n王小明,1\n,2\n李思雨,\n张子涵,一\n刘欣怡,1\n陈浩宇,1000\n只有一格\n');
  expect(readRoster(file)).toEqual({
    ok: false,
    reason: 'roster/rows',
    rows: [
      { row: 3, column: 'name', code: 'name-empty', value: '' },
      { row: 4, column: 'number', code: 'number-missing', value: '' },
      { row: 5, column: 'number', code: 'number-not-whole', value: '一' },
      { row: 6, column: 'number', code: 'number-twice', value: '1' },
      { row: 7, column: 'number', code: 'number-out-of-range', value: '1000' },
      { row: 8, column: null, code: 'columns', value: '只有一格' },
    ],
  });
});

test('[CT4] a picture, too many pupils and an open quotation mark are refused in one word each', () => {
  expect(readRoster(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff))).toMatchObject({
    reason: 'roster/encoding',
  });
  const many = Array.from({ length: 81 }, (_, index) => `同学,${index + 1}`).join('\n');
  expect(readRoster(utf8(many))).toEqual({ ok: false, reason: 'roster/too-many' });
  expect(readRoster(utf8('姓名,座号\n"王小明,1\n李思雨,2\n'))).toMatchObject({ rows: [{ code: 'quotes' }] });
});
