import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../room/clock.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { convertDeck, type DeckJob, type DrawnPage } from './convert-deck.ts';
import { ENCRYPTED, makePdf } from './testing/make-pdf.ts';
import { makePptx } from './testing/make-pptx.ts';

// What converts has the lowest priority: on a busy machine it waits for all others.
vi.setConfig({ testTimeout: 180_000 });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongke-decks-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
afterAll(() => vi.resetConfig());

async function convert(files: readonly Buffer[], office: string | null = null, more: Partial<DeckJob> = {}) {
  const file = join(root, 'upload');
  const folder = join(root, 'pages');
  writeFileSync(file, Buffer.concat(files));
  mkdirSync(folder);
  const pages: DrawnPage[] = [];
  const counts: number[] = [];
  const made = await convertDeck({
    ...{ file, folder, office, clock: systemClock, signal: new AbortController().signal },
    sizes: files.map(({ length }) => length),
    onPages: async (count) => void counts.push(count),
    onPage: async (page) => void pages.push(page),
    ...more,
  });
  return { made, pages, counts };
}

const refusal = (reason: string) => ({ ok: false, reason });
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#c33' } })
    .png()
    .toBuffer();

test('[DK4] a page at which the process falls silent or dies is an empty one, and the next process goes on behind it', async () => {
  const drawn: (readonly [page: number, drawn: boolean])[] = [];
  // A page is done, and whoever draws the next one is never heard of again; which one that is, on a busy machine nobody knows.
  const clock = new (class extends FakeClock {
    override after(ms: number, run: () => void) {
      const cancel = super.after(ms, run);
      setImmediate(() => this.wait());
      return cancel;
    }
    wait() {
      if (drawn.length > 0 && drawn.every(([, well]) => well)) this.advance(60_000);
    }
  })();
  const onPage = async ({ page, files }: DrawnPage) => {
    drawn.push([page, files !== null]);
    clock.wait();
  };
  const texts = [...'一二三四五六七八九十'];
  const { made } = await convert([makePdf(texts.map((text) => ({ text })))], null, { clock, onPage });
  expect(made).toEqual({ pages: 10 });
  const empty = drawn.findIndex(([, well]) => !well);
  expect(empty).toBeGreaterThan(0);
  expect(empty).toBeLessThan(9);
  expect(drawn).toEqual(texts.map((_, index) => [index + 1, index !== empty]));
});

test('[DK4] pictures become the pages of one deck, in their order; a broken one is empty', async () => {
  const { made, pages } = await convert([
    await picture(2000, 1000),
    (await picture(300, 200)).subarray(0, 60),
    await picture(300, 200),
  ]);
  expect(made).toEqual({ pages: 3 });
  expect(pages.map(({ files }) => files !== null)).toEqual([true, false, true]);
  const sizes = await Promise.all(
    [pages[0], pages[2]].map((page) => sharp(readFileSync(page?.files?.large ?? '')).metadata()),
  );
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [1600, 800],
    [300, 200],
  ]);
});

test.each([
  ['a program', Buffer.from('MZ\u0090 nothing of a deck'), 'deck/unknown-kind'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'deck/unknown-kind'],
  ['a PDF with a password', makePdf([{ text: '一' }], { trailer: ENCRYPTED }), 'deck/encrypted'],
  ['a PPTX with macros', makePptx([{}], { 'ppt/vbaProject.bin': 'x' }), 'deck/script'],
  ['a PPTX where LibreOffice is missing', makePptx([{ notes: '一' }]), 'deck/no-office'],
])('[DK2] %s is refused', async (_, file, reason) => {
  expect((await convert([file])).made).toEqual(refusal(reason));
});

test('[DK2] pictures and other files do not become one deck', async () => {
  const { made } = await convert([await picture(30, 20), makePdf([{ text: '一' }])]);
  expect(made).toEqual(refusal('deck/several-files'));
});

/** Stands for LibreOffice: takes its arguments and writes the PDF that it is given. */
function fakeOffice(pdf: Buffer | null): string {
  const program = join(root, 'soffice');
  writeFileSync(join(root, 'made.pdf'), pdf ?? '');
  const made = pdf ? `cp ${join(root, 'made.pdf')} "$HOME/source.pdf"` : 'exit 77';
  writeFileSync(program, `#!/bin/sh\nenv > ${join(root, 'environment')}\n${made}\n`, { mode: 0o755 });
  return program;
}

test('[DK5] [DK3] a PPTX keeps its notes page by page, and what converts it sees nothing of the server’s settings', async () => {
  vi.stubEnv('TONGKE_SFU_SECRET', 'very secret');
  const pptx = makePptx([{ notes: '先问\n再答' }, { hidden: true, notes: '不放' }, { animated: true }]);
  const { made, pages } = await convert([pptx], fakeOffice(makePdf([{ text: '三' }, { text: '一' }])));
  vi.unstubAllEnvs();
  expect(made).toEqual({ pages: 2 });
  expect(pages.map(({ text, notes, animated }) => [text, notes, animated])).toEqual([
    ['三', '', true],
    ['一', '先问\n再答', false],
  ]);
  const environment = readFileSync(join(root, 'environment'), 'utf8');
  expect(environment).toContain(`HOME=${join(root, 'pages')}`);
  expect(environment).not.toContain('secret');
});

test('[DK2] a PPTX that LibreOffice makes nothing of is broken', async () => {
  expect((await convert([makePptx([{}])], fakeOffice(null))).made).toEqual(refusal('deck/broken'));
  expect(existsSync(join(root, 'pages', 'source.pdf'))).toBe(false);
});
