import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../e2e/support/browser.ts';
import { mediaFiles } from '../e2e/support/media-files.ts';
import { Rehearsal } from './join/rehearsal.ts';
import { spread } from './join/spread.ts';
import { option, textOption } from './option.ts';
import { quantile } from './quantile.ts';
import { type Goal, report } from './report.ts';
import { bytesPicture } from './slides/bytes-picture.ts';
import { cutMergeGoals } from './slides/cut-merge-goals.ts';
import { farSlides } from './slides/far-slides.ts';
import { drawingAlone, importSpeed } from './slides/import-speed.ts';
import { lessonBytes, PLAN } from './slides/lesson-bytes.ts';
import { lessonPdf } from './slides/lesson-pdf.ts';
import { pageTurns } from './slides/page-turns.ts';

/**
 * Slides and ink: how soon a turned page and a stroke are on the boards, what they cost beside a shared screen, how fast a PDF becomes pages,
 * and what a cut link costs a lesson. `--turns N` to 50 boards, 300 unless told; `--imported N` pages, 100; `--seeds N` lessons for each length
 * of a cut, 100; `--strokes N` over the slow link, 30, and with them everything that real browsers measure, where `--shown N` pages, 30, are
 * counted. 0 leaves a part out. `--picture FILE` draws bytes and sharpness as an SVG.
 */
const turns = option('--turns', 300);
const imported = option('--imported', 100);
const seeds = option('--seeds', 100);
const strokes = option('--strokes', 30);
const BOARDS = 50;
/** What real browsers show, to be scaled to a lesson. */
const BEAT = { turns: option('--shown', 30), pageMs: 4_000, quietMs: 20_000, strokes: 10 } as const;
/** So many turns over the slow link for each stroke. */
const TURNS_A_STROKE = 2;

const loadBefore = loadavg()[0] ?? 0;
const folder = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
const log = (line: string) => console.error(line);
try {
  const { calmVideo, teacherVoice } = mediaFiles();
  const teacher = await openBrowser({ video: calmVideo, voice: teacherVoice });
  closing.push(() => teacher.close());
  const goals: Goal[] = [];
  const details: Record<string, unknown> = { chromium: teacher.version() };
  if (turns > 0) await measureTurns();
  if (imported > 0) await measureImport();
  if (seeds > 0) goals.push(...cutMergeGoals(seeds));
  if (strokes > 0) await measureFar();
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
    const pdf = await lessonPdf(teacher, imported);
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

  async function measureFar(): Promise<void> {
    const classroom = await openBrowser();
    closing.push(() => classroom.close());
    const { pages } = PLAN;
    const pdf = await lessonPdf(teacher, pages);
    const options = { pdf, pages, turns: TURNS_A_STROKE * strokes, strokes, beat: BEAT, tlsDir: folder, log };
    const { turnsMs, inkMs, turnBytes, packBytes, product, control } = await farSlides({ teacher, classroom }, options);
    const slides = lessonBytes(product, PLAN);
    const screen = lessonBytes(control.rates, PLAN);
    details.overOneWayMs = { pageTurn: spread(turnsMs), ink: spread(inkMs) };
    details.bytes = { plan: PLAN, beat: BEAT, product, control, packBytes, lesson: { slides, screen } };
    const bare = { control: null, better: 'less' } as const;
    const beside = { control: 1, better: 'less' } as const;
    goals.push(
      {
        ...{ id: 'page-turn-over-one-way-p95-ms', goal: 50, runs: turnsMs.length, ...bare },
        value: quantile(turnsMs, 0.95),
      },
      { id: 'ink-over-one-way-p95-ms', goal: 100, runs: inkMs.length, value: quantile(inkMs, 0.95), ...bare },
      { id: 'page-turn-bytes', goal: 100, runs: turnBytes.length, value: Math.max(...turnBytes), ...bare },
      { id: 'bytes-in-lesson-ratio', goal: 0.05, value: slides / screen, ...beside },
      { id: 'bytes-with-pack-ratio', goal: 0.4, value: (slides + packBytes) / screen, ...beside },
    );
    const file = textOption('--picture');
    if (file) {
      const picture = { slides, packBytes, screen, ssim: control.ssim.p50, minutes: PLAN.seconds / 60, pages };
      writeFileSync(file, bytesPicture(picture));
    }
  }
} finally {
  for (const close of closing.reverse()) await close();
}
