import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../e2e/support/browser.ts';
import { Rehearsal } from './join/rehearsal.ts';
import { spread } from './join/spread.ts';
import { quantile } from './quantile.ts';
import { type Goal, report } from './report.ts';
import { cutMergeGoals } from './slides/cut-merge-goals.ts';
import { drawingAlone, importSpeed } from './slides/import-speed.ts';
import { lessonPdf } from './slides/lesson-pdf.ts';
import { pageTurns } from './slides/page-turns.ts';

/**
 * Slides: how soon a turned page is on the boards, how fast a PDF becomes pages, and what a cut link costs a lesson. `--turns N` to 50 boards, 300
 * unless told; `--imported N` pages, 100; `--seeds N` lessons for each length of a cut, 100. 0 leaves a part out.
 */
const turns = option('--turns', 300);
const imported = option('--imported', 100);
const seeds = option('--seeds', 100);
const BOARDS = 50;

const loadBefore = loadavg()[0] ?? 0;
const folder = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
const log = (line: string) => console.error(line);
try {
  const browser = await openBrowser();
  closing.push(() => browser.close());
  const goals: Goal[] = [];
  const details: Record<string, unknown> = { chromium: browser.version() };
  if (turns > 0) await measureTurns();
  if (imported > 0) await measureImport();
  if (seeds > 0) goals.push(...cutMergeGoals(seeds));
  report({ name: 'bench:slides', runs: 1, loadBefore, goals, details: { ...details, loadAfter: loadavg()[0] } });

  async function measureTurns(): Promise<void> {
    const rehearsal = await Rehearsal.open({}, folder);
    try {
      const { product, control } = await pageTurns(rehearsal, BOARDS, turns);
      details.pageTurnMs = { boards: BOARDS, product: spread(product), control: spread(control) };
      log(JSON.stringify(details.pageTurnMs));
      const of = { goal: 150, better: 'less', runs: turns } as const;
      const [value, bare] = [quantile(product, 0.99), quantile(control, 0.99)];
      goals.push({ id: `page-turn-${BOARDS}-boards-p99-ms`, value, control: bare, ...of });
    } finally {
      await rehearsal.school.close();
    }
  }

  async function measureImport(): Promise<void> {
    const pdf = await lessonPdf(browser, imported);
    const rehearsal = await Rehearsal.open({}, folder);
    try {
      const product = await importSpeed(rehearsal, pdf);
      const control = await drawingAlone(folder, pdf);
      details.import = { pages: imported, pdfBytes: pdf.length, product, control };
      log(JSON.stringify(details.import));
      goals.push(
        {
          id: 'import-pages-per-s',
          value: product.pagesPerSecond,
          control: control.pagesPerSecond,
          goal: 5,
          better: 'more',
        },
        { id: 'import-peak-mb', value: product.peakMb, control: control.peakMb, goal: 512, better: 'less' },
      );
    } finally {
      await rehearsal.school.close();
    }
  }
} finally {
  for (const close of closing.reverse()) await close();
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
