import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ENCRYPTED, makePdf, SCRIPT } from '../testing/make-pdf.ts';
import type { ChildLine } from './child-line.ts';
import { drawPdf } from './draw-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-draw-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function draw(pdf: Buffer, from = 1, oneByOne = false): Promise<ChildLine[]> {
  const said: ChildLine[] = [];
  const file = join(folder, 'upload');
  writeFileSync(file, pdf);
  await drawPdf({ job: 'pdf', file, folder, from, oneByOne }, (line) => said.push(line));
  return said;
}

const page = (number: number, text: string, drawn = true) => ({ say: 'page', page: number, drawn, text });

test('[DK4] a PDF becomes pages in two sizes, with its text, Chinese too that brings no font', async () => {
  const pdf = makePdf([{ text: '认识分数' }, { text: '二分之一' }]);
  expect(await draw(pdf)).toEqual([{ say: 'pages', count: 2 }, page(1, '认识分数'), page(2, '二分之一')]);
  // From memory: the library opens no files once it is a safe one.
  const picture = readFileSync(join(folder, '1-large.webp'));
  const large = await sharp(picture).metadata();
  const small = await sharp(readFileSync(join(folder, '1-small.webp'))).metadata();
  expect([large.format, large.width, large.height]).toEqual(['webp', 1600, 900]);
  expect([small.format, small.width, small.height]).toEqual(['webp', 480, 270]);
  // The letters are there: dark pixels where the text stands, and none beside it.
  const darkest = async (left: number) => {
    const part = { left, top: 250, width: 300, height: 100 };
    return Math.min(...(await sharp(picture).extract(part).greyscale().raw().toBuffer()));
  };
  expect(await darkest(130)).toBeLessThan(80);
  expect(await darkest(1100)).toBeGreaterThan(240);
});

test('[DK4] a page that cannot be drawn is an empty one, and whoever comes back begins behind it', async () => {
  const pdf = makePdf([{ text: '一' }, { text: '二', broken: true }, { text: '三' }]);
  const count = { say: 'pages', count: 3 };
  expect(await draw(pdf)).toEqual([count, page(1, '一'), page(2, '', false), page(3, '三')]);
  expect(await draw(pdf, 3)).toEqual([count, page(3, '三')]);
});

test('[DK4] one by one the pages are the same, and each is there before the next one is touched', async () => {
  const pdf = makePdf([{ text: '一' }, { text: '二' }]);
  expect(await draw(pdf, 1, true)).toEqual([{ say: 'pages', count: 2 }, page(1, '一'), page(2, '二')]);
});

const script = { more: '/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>' };
test.each([
  ['with a password', makePdf([{ text: '一' }], { trailer: ENCRYPTED }), 'deck/encrypted'],
  ['with a script for its opening', makePdf([{ text: '一' }], { catalog: SCRIPT }), 'deck/script'],
  ['with a script on its second page', makePdf([{ text: '一' }, { text: '二', ...script }]), 'deck/script'],
  ['that breaks off', makePdf([{ text: '一' }]).subarray(0, 300), 'deck/broken'],
  ['with 301 pages', makePdf(Array.from({ length: 301 }, () => ({ text: '页' }))), 'deck/too-many-pages'],
])('[DK2] a PDF %s is refused', async (_, file, reason) => {
  expect((await draw(file)).at(-1)).toEqual({ say: 'refused', reason });
});
