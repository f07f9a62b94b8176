import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../e2e/support/browser.ts';
import { mediaFiles } from '../e2e/support/media-files.ts';
import { option, textOption } from './option.ts';
import { quantile } from './quantile.ts';
import { type Goal, report } from './report.ts';
import { firstFrames } from './weak/first-frames.ts';
import { type Narrow, narrowLinks } from './weak/narrow-links.ts';
import { voiceFile } from './weak/voice-file.ts';
import { voiceUnderLoss } from './weak/voice-under-loss.ts';
import { weakPicture } from './weak/weak-picture.ts';

/**
 * What a weak link leaves of a lesson. `--seconds N` for each kind of loss, 120 unless told; `--drops N` from wide to narrow and back, 5;
 * `--minutes N` on the narrowest link, 10; `--lessons N` that start over each round trip, 10. 0 leaves a part out. `--picture FILE` draws both sides as an SVG.
 */
const seconds = option('--seconds', 120);
const drops = option('--drops', 5);
const minutes = option('--minutes', 10);
const lessons = option('--lessons', 10);
const ROUND_TRIPS_MS = [0, 300, 600];

const loadBefore = loadavg()[0] ?? 0;
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const closing: (() => unknown)[] = [() => rmSync(tlsDir, { recursive: true, force: true })];
const log = (line: string) => console.error(line);
try {
  const { video } = mediaFiles();
  const teacher = await openBrowser({ video, voice: voiceFile() });
  closing.push(() => teacher.close());
  const classroom = await openBrowser();
  closing.push(() => classroom.close());
  const browsers = { teacher, classroom };
  const voices = seconds > 0 ? await voiceUnderLoss(browsers, { seconds, tlsDir, log }) : {};
  const narrow = drops + minutes > 0 ? await narrowLinks(browsers, { drops, minutes, tlsDir, log }) : null;
  const first = lessons > 0 ? await firstFrames(browsers, { roundTripsMs: ROUND_TRIPS_MS, lessons, tlsDir, log }) : [];
  const { even, burst3 } = voices;
  const goals: Goal[] = [];
  if (even && burst3) {
    // A voice of which no note is left has no delay; a report without the figure would hide that.
    const late = { value: even.product.overOneWayMs?.p95 ?? Number.NaN, control: even.bare.overOneWayMs?.p95 ?? null };
    goals.push(
      {
        id: 'concealed-30pct-loss',
        value: even.product.concealed,
        control: even.bare.concealed,
        goal: 0.03,
        better: 'less',
      },
      {
        id: 'concealed-30pct-burst3',
        value: burst3.product.concealed,
        control: burst3.bare.concealed,
        goal: 0.08,
        better: 'less',
      },
      { id: 'mouth-to-ear-over-one-way-p95-ms', ...late, goal: 450, better: 'less' },
    );
  }
  if (narrow) goals.push(...narrowGoals(narrow));
  if (first.length > 0) {
    const worst = (side: 'product' | 'bare') => Math.max(...first.map((of) => of[side]));
    const of = { goal: 300, better: 'less', runs: lessons } as const;
    goals.push({ id: 'first-frame-over-1.5rtt-p50-ms', value: worst('product'), control: worst('bare'), ...of });
  }
  const file = textOption('--picture');
  if (file) writeFileSync(file, weakPicture(goals));
  report({
    name: 'bench:weak',
    runs: 1,
    loadBefore,
    goals,
    details: { chromium: teacher.version(), seconds, minutes, loadAfter: loadavg()[0], voices, narrow, first },
  });
} finally {
  for (const close of closing.reverse()) await close();
}

function narrowGoals({ picture: { product, bare }, drops, stallMs }: Narrow): Goal[] {
  const goals: Goal[] = [
    { id: 'video-height-256k', value: product.height, control: bare.height, goal: 180, better: 'more' },
    { id: 'video-fps-256k', value: product.framesPerSecond, control: bare.framesPerSecond, goal: 10, better: 'more' },
    {
      id: 'video-frozen-share-256k',
      value: product.frozenShare,
      control: bare.frozenShare,
      goal: 0.02,
      better: 'less',
    },
  ];
  if (drops.length > 0) {
    const gaps = drops.map(({ gapMs }) => gapMs);
    const backs = drops.map(({ backMs }) => backMs);
    const p95 = (side: 'product' | 'bare') =>
      quantile(
        backs.map((back) => back[side] / 1_000),
        0.95,
      );
    const worst = (side: 'product' | 'bare') => Math.max(...gaps.map((gap) => gap[side]));
    const of = { better: 'less', runs: drops.length } as const;
    goals.push(
      { id: 'voice-gap-at-drop-ms', value: worst('product'), control: worst('bare'), goal: 300, ...of },
      { id: 'layer-back-p95-s', value: p95('product'), control: p95('bare'), goal: 10, ...of },
    );
  }
  if (stallMs) {
    const { product: value, bare: control } = stallMs;
    goals.push({ id: 'stall-max-s-96k', value: value / 1_000, control: control / 1_000, goal: 1, better: 'less' });
  }
  return goals;
}
