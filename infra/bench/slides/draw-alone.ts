import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The longer side of a page, in pixels, as the product draws it. */
const LONGEST = 1600;

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const inside = (name: string) => `${join(library, name)}/`;
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2] ?? '')),
  cMapUrl: inside('cmaps'),
  standardFontDataUrl: inside('standard_fonts'),
  wasmUrl: inside('wasm'),
  useSystemFonts: true,
  verbosity: VerbosityLevel.ERRORS,
}).promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONGEST / Math.max(width, height) });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // Typed for browsers; this canvas is the one that the library asks for itself under Node.
  const surface = { canvas, canvasContext: canvas.getContext('2d') } as unknown as { canvas: null };
  await page.render({ ...surface, viewport, background: '#fff' }).promise;
  page.cleanup();
}
console.log(JSON.stringify({ pages: pdf.numPages, peakBytes: process.resourceUsage().maxRSS * 1_024 }));
