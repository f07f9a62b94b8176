import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { DECK_LIMITS, type Refusal } from '@tongke/shared-types';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ChildJob } from './child-job.ts';
import type { ChildLine } from './child-line.ts';
import { PAGE_SIZES } from './page-sizes.ts';

/** A picture inside a page may have so many pixels; a larger one stays blank. */
const MAX_IMAGE_PIXELS = 50_000_000;
const TEXT = 20_000;

type Say = (line: ChildLine) => void;

/**
 * [DK4] Draws the pages of a PDF in two sizes; while two are compressed, which takes longer, the next is drawn, unless they are to be done
 * `oneByOne`. A page that cannot be drawn is said to be so, and the next one comes. Refuses what is encrypted, carries scripts, is none, or has too many pages.
 */
export async function drawPdf(job: Extract<ChildJob, { job: 'pdf' }>, say: Say): Promise<void> {
  const { file, folder, from, oneByOne } = job;
  const opened = await openPdf(await readFile(file));
  if (typeof opened === 'string') return say({ say: 'refused', reason: opened });
  const { numPages } = opened;
  if (numPages > DECK_LIMITS.pages) return say({ say: 'refused', reason: 'deck/too-many-pages' });
  if ((await opened.getJSActions()) !== null || (await opened.hasJSActions()))
    return say({ say: 'refused', reason: 'deck/script' });
  say({ say: 'pages', count: numPages });
  let [last, lastButOne] = [Promise.resolve(), Promise.resolve()];
  for (let number = from; number <= numPages; number += 1) {
    const drawn = await drawPage(opened, number);
    await lastButOne;
    if (drawn === 'deck/script') {
      await last;
      return say({ say: 'refused', reason: drawn });
    }
    // They are said in their order, for a conversion that died goes on behind the last one.
    const both = Promise.all([keep(drawn, join(folder, String(number))), last]);
    lastButOne = last;
    last = both.then(([kept]) => say({ say: 'page', page: number, drawn: kept, text: (kept && drawn?.text) || '' }));
    if (oneByOne) await last;
  }
  await last;
}

async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy | Refusal> {
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const inside = (name: string) => `${join(library, name)}/`;
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      // Chinese text that names its characters by an encoding alone needs the first, texts without their own fonts the second.
      cMapUrl: inside('cmaps'),
      standardFontDataUrl: inside('standard_fonts'),
      wasmUrl: inside('wasm'),
      iccUrl: inside('iccs'),
      useSystemFonts: true,
      enableXfa: false,
      maxImageSize: MAX_IMAGE_PIXELS,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'deck/encrypted' : 'deck/broken';
  }
}

interface Drawn {
  readonly canvas: Canvas;
  readonly text: string;
}

/** Null when it could not be drawn. */
async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<Drawn | 'deck/script' | null> {
  try {
    const page = await pdf.getPage(number);
    if (await hasScript(page)) return 'deck/script';
    const canvas = await draw(page);
    if (isWhite(canvas) && (await page.getOperatorList()).fnArray.length === 0) return null;
    const text = await textOf(page);
    page.cleanup();
    return { canvas, text };
  } catch {
    return null;
  }
}

/** Compresses a page into its files, beside the drawing of others; false where that failed. */
async function keep(drawn: Drawn | null, path: string): Promise<boolean> {
  if (!drawn) return false;
  try {
    for (const { name, longest, quality } of PAGE_SIZES)
      await writeFile(`${path}-${name}.webp`, await scaled(drawn.canvas, longest).encode('webp', quality));
    return true;
  } catch {
    return false;
  }
}

async function hasScript(page: PDFPageProxy): Promise<boolean> {
  if ((await page.getJSActions()) !== null) return true;
  const annotations: readonly { readonly actions?: unknown }[] = await page.getAnnotations({ intent: 'any' });
  return annotations.some(({ actions }) => actions !== null && actions !== undefined);
}

async function draw(page: PDFPageProxy): Promise<Canvas> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: PAGE_SIZES[0].longest / Math.max(width, height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // The library is typed for browsers; this canvas is the one that it asks for itself under Node.
  const surface = { canvas, canvasContext: canvas.getContext('2d') } as unknown as { canvas: null };
  await page.render({ ...surface, viewport, background: '#fff' }).promise;
  return canvas;
}

/**
 * What cannot be read of a page is passed over in silence, so that a page of which nothing could be read is white. Most pages show by their
 * small picture that they are not.
 */
function isWhite(canvas: Canvas): boolean {
  const small = scaled(canvas, PAGE_SIZES[1].longest);
  return [small, canvas].every((each) => each.data().every((value) => value === 255));
}

function scaled(canvas: Canvas, longest: number): Canvas {
  const scale = longest / Math.max(canvas.width, canvas.height);
  if (scale >= 1) return canvas;
  const small = createCanvas(
    Math.max(1, Math.round(canvas.width * scale)),
    Math.max(1, Math.round(canvas.height * scale)),
  );
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return small;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .slice(0, TEXT);
}
