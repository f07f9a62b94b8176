import { expect, test } from 'vitest';
import { namePages } from './name-pages.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index + 1);

test('fifty names fit a tablet at once', () => {
  expect(namePages(fifty, { height: 800, columns: 5, long: false })).toEqual([fifty]);
});

test('on a phone they come in pages of equal length, each in reach of a finger', () => {
  const pages = namePages(fifty, { height: 520, columns: 3, long: false });
  expect(pages.map(({ length }) => length)).toEqual([17, 17, 16]);
  expect(pages.flat()).toEqual(fifty);
  expect(namePages(fifty, { height: 520, columns: 3, long: true })).toHaveLength(3);
});

test('a space that is unknown or too low loses no name', () => {
  expect(namePages(fifty, { height: 0, columns: 3, long: false })).toEqual([fifty]);
  expect(namePages(fifty, { height: 20, columns: 5, long: false }).flat()).toEqual(fifty);
});
