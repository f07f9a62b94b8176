import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { localCertificate } from '../bootstrap/tls/local-certificate.mjs';
import { openBrowser } from '../e2e/support/browser.ts';
import { mediaFiles } from '../e2e/support/media-files.ts';
import { openBareColdJoin } from './join/bare-cold-join.ts';
import { startBlankServer } from './join/blank-server.ts';
import { openColdJoin } from './join/cold-join.ts';
import { bareGlassToGlass, type Glass, glassToGlass } from './join/glass-to-glass.ts';
import { Rehearsal } from './join/rehearsal.ts';
import { spread } from './join/spread.ts';
import { bareFirstFrame, warmFirstFrame } from './join/warm-first-frame.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';

/** How fast a board sees its teacher: each figure beside bare pages that do nothing else, in turns. `--runs N`, 10 unless told. */
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 10 : Number(process.argv[at + 1]);
const FAR_MS = 600;
/** Each is some hundred frames. */
const MOST_GLASS_RUNS = 5;

const loadBefore = loadavg()[0] ?? 0;
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const closing: (() => unknown)[] = [() => rmSync(tlsDir, { recursive: true, force: true })];
const log = (line: string) => console.error(line);
try {
  const { cert, key } = await localCertificate({ dir: tlsDir, names: ['localhost'], now: Date.now() });
  const { video, teacherVoice, childVoice } = mediaFiles();
  const teacher = await openBrowser({ video, voice: teacherVoice });
  closing.push(() => teacher.close());
  const blank = await startBlankServer();
  closing.push(() => blank.close());

  const warm = await measureWarm();
  const cold = await measureCold();
  report({
    name: 'bench:join',
    runs,
    loadBefore,
    goals: [
      {
        id: 'warm-first-frame-p50-ms',
        value: quantile(warm.first, 0.5),
        goal: 250,
        better: 'less',
        control: quantile(warm.bareFirst, 0.5),
      },
      { id: 'cold-round-trips', value: trips(cold), goal: 8, better: 'less', control: trips(cold.bare) },
      {
        id: 'glass-to-glass-p95-ms',
        value: quantile(agesOf(warm.glass), 0.95),
        goal: 200,
        better: 'less',
        control: quantile(agesOf(warm.bareGlass), 0.95),
        runs: warm.glass.length,
      },
    ],
    details: {
      chromium: teacher.version(),
      warmFirstFrameMs: { product: spread(warm.first), bare: spread(warm.bareFirst) },
      coldFirstFrameMs: {
        near: { product: spread(cold.near), bare: spread(cold.bare.near) },
        far: { product: spread(cold.far), bare: spread(cold.bare.far) },
      },
      glassToGlassMs: { product: glassDetails(warm.glass), bare: glassDetails(warm.bareGlass) },
    },
  });

  async function measureWarm() {
    const rehearsal = await Rehearsal.open({}, tlsDir);
    const classroom = await openBrowser({ video, voice: childVoice });
    try {
      const stage = { rehearsal, teacher, classroom, blankUrl: blank.url };
      const first: number[] = [];
      const bareFirst: number[] = [];
      for (let run = 1; run <= runs; run += 1) {
        first.push(await warmFirstFrame(stage));
        bareFirst.push(await bareFirstFrame(stage));
        log(`warm ${run}/${runs}: ${first.at(-1)?.toFixed()} ms, bare ${bareFirst.at(-1)?.toFixed()} ms`);
      }
      const glass: Glass[] = [];
      const bareGlass: Glass[] = [];
      for (let run = 1; run <= Math.min(runs, MOST_GLASS_RUNS); run += 1) {
        glass.push(await glassToGlass(stage));
        bareGlass.push(await bareGlassToGlass(stage));
        log(
          `glass to glass ${run}: ${spread(glass.at(-1)?.ages ?? []).p95} ms, bare ${spread(bareGlass.at(-1)?.ages ?? []).p95} ms`,
        );
      }
      return { first, bareFirst, glass, bareGlass };
    } finally {
      await classroom.close();
      await rehearsal.school.close();
    }
  }

  async function measureCold() {
    const product = await openColdJoin(teacher, { certFile: cert, tlsDir });
    closing.push(() => product.close());
    const bare = await openBareColdJoin({ teacher, blankUrl: blank.url, certFile: cert, keyFile: key });
    closing.push(() => bare.close());
    const took = { near: [] as number[], far: [] as number[], bare: { near: [] as number[], far: [] as number[] } };
    for (let run = 1; run <= runs; run += 1) {
      took.near.push(await product.visit(0));
      took.far.push(await product.visit(FAR_MS));
      took.bare.near.push(await bare.visit(0));
      took.bare.far.push(await bare.visit(FAR_MS));
      log(`cold ${run}/${runs}: ${took.near.at(-1)?.toFixed()} and ${took.far.at(-1)?.toFixed()} ms`);
    }
    return took;
  }
} finally {
  for (const close of closing.reverse()) await close();
}

/** How many round trips stand between power on and the first frame. */
function trips({ near, far }: { readonly near: readonly number[]; readonly far: readonly number[] }): number {
  return (quantile(far, 0.5) - quantile(near, 0.5)) / FAR_MS;
}

function agesOf(runs: readonly Glass[]): number[] {
  return runs.flatMap(({ ages }) => ages);
}

/** All frames together, and each run's 95 % beside them. */
function glassDetails(runs: readonly Glass[]) {
  const p95OfRuns = runs.map(({ ages }) => Math.round(quantile(ages, 0.95)));
  return { picture: runs[0]?.picture, ...spread(agesOf(runs)), p95OfRuns };
}
