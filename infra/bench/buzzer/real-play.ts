import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SeededSchool, seedSchool } from '@tongke/signaling/testing';
import { freePorts } from '../../e2e/support/free-ports.ts';
import { School } from '../../e2e/support/school.ts';
import { quantile } from '../quantile.ts';
import { logOfRounds } from './log-of-round.ts';
import type { LoopLag } from './loop-lag.ts';
import { playInProcess } from './open-players.ts';
import type { LessonPlan } from './real-lesson.ts';
import { type RealPlay, realVerdict } from './real-verdict.ts';

const ROOMS = 20;
const PROCESSES = 4;

export interface RealOptions {
  readonly gaps: readonly number[];
  /** Per gap, at least. */
  readonly rounds: number;
  /** Lessons at a time. */
  readonly lessons: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface RealRounds {
  readonly plays: readonly RealPlay[];
  readonly lessons: number;
  readonly tookS: number;
  /** Tasks that wanted a core at the end. */
  readonly load: number;
  readonly lag: { readonly servers: readonly LoopLag[]; readonly players: readonly LoopLag[] };
  /** How late the hands' timers ran; presses are stamped with the instant that was meant, as a touch screen does. */
  readonly handLateMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly dataPathsLost: number;
  /** Honest presses that had to count as early: the page had not shown the cue by its own word. */
  readonly unseenPresses: number;
}

/** Rounds on the real servers: lessons of 20 rooms beside each other, every room behind an emulated link of its own. */
export async function realPlay({ gaps, rounds, lessons, seed, log }: RealOptions): Promise<RealRounds> {
  const began = Date.now();
  const lagDir = mkdtempSync(join(tmpdir(), 'tongke-lag-'));
  const [tablets = 0] = await freePorts(1);
  const schools: SeededSchool[] = [];
  const school = await School.open({
    demo: false,
    env: {
      TONGKE_LOG: 'error',
      TONGKE_TABLET_PORT: String(tablets),
      TONGKE_BENCH_LAG: lagDir,
      NODE_OPTIONS: `--import=${fileURLToPath(new URL('report-lag.ts', import.meta.url))}`,
    },
    async prepare(dataDir) {
      for (let lesson = 0; lesson < lessons; lesson += 1) schools.push(await seedSchool(dataDir, ROOMS, 1));
    },
  });
  try {
    const ports = { http: school.httpPort, tablets };
    const each = Math.ceil(rounds / lessons);
    const plans = schools.map(
      (seeded, n): LessonPlan => ({ school: seeded, ports, gaps, rounds: each, seed: seed + n }),
    );
    const shares = Array.from({ length: Math.min(PROCESSES, lessons) }, (_, n) =>
      plans.filter((_plan, m) => m % PROCESSES === n),
    );
    const replies = await Promise.all(shares.map((share) => playInProcess(share, log)));
    const load = loadavg()[0] ?? 0;
    const lessonsPlayed = replies.flatMap(({ played }) => played);
    const logs = logOfRounds(join(school.dataDir, 'tongke.db'));
    const all = lessonsPlayed.flatMap((lesson) => lesson.rounds);
    const plays = gaps.map((gap) =>
      realVerdict(
        gap,
        all.filter((round) => round.gap === gap),
        logs,
      ),
    );
    const late = lessonsPlayed.flatMap(({ lateness }) => lateness);
    await Promise.all([school.signaling.kill('SIGTERM'), school.sfu.kill('SIGTERM')]);
    return {
      plays,
      lessons,
      tookS: Math.round((Date.now() - began) / 1_000),
      load,
      lag: { servers: lagsIn(lagDir), players: replies.map(({ lag }) => lag) },
      handLateMs: { p50: quantile(late, 0.5), p99: quantile(late, 0.99), max: quantile(late, 1) },
      unseenPresses: lessonsPlayed.reduce((sum, { unseen }) => sum + unseen, 0),
      dataPathsLost: lessonsPlayed.reduce((sum, { dataPathsLost }) => sum + dataPathsLost, 0),
    };
  } finally {
    await school.close();
    rmSync(lagDir, { recursive: true, force: true });
  }
}

function lagsIn(folder: string): LoopLag[] {
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as LoopLag);
}
