import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '@tongke/shared-types/testing';
import { openBrowser } from '../e2e/support/browser.ts';
import { mediaFiles } from '../e2e/support/media-files.ts';
import { startBlankServer } from './join/blank-server.ts';
import { spread } from './join/spread.ts';
import { option } from './option.ts';
import { openBareVoice } from './outage/bare-voice.ts';
import { cutLink, PATIENCE_MS } from './outage/cut-link.ts';
import { openFarBoard } from './outage/far-board.ts';
import { openTwoLessons } from './outage/kill-worker.ts';
import { quantile } from './quantile.ts';
import { type Goal, report } from './report.ts';

/** How soon voice and picture are back, and nobody touches anything. `--runs N` cuts of each length, 3 unless told; `--kills N` workers, 5. 0 leaves a part out. */
const runs = option('--runs', 3);
const kills = option('--kills', 5);
const ROUND_TRIP_MS = 200;
const LENGTHS_S = [5, 15, 30];
/** Between cuts everything comes to rest, and the next one begins at another instant of every rhythm. */
const REST_MS = [3_000, 5_500] as const;

const loadBefore = loadavg()[0] ?? 0;
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const closing: (() => unknown)[] = [() => rmSync(tlsDir, { recursive: true, force: true })];
const log = (line: string) => console.error(line);
const random = seeded(10);
try {
  const { video, teacherVoice, childVoice } = mediaFiles();
  const teacher = await openBrowser({ video, voice: teacherVoice });
  closing.push(() => teacher.close());
  const classroom = await openBrowser({ voice: childVoice });
  closing.push(() => classroom.close());
  const browsers = { teacher, classroom };

  const cuts = runs > 0 ? await measureCuts() : [];
  const killed = kills > 0 ? await measureKills() : [];
  const voice = cuts.map(({ ms }) => ms);
  const bare = cuts.map(({ bareMs }) => bareMs);
  const healed = (all: readonly (number | null)[]) => all.filter((ms) => ms !== null).length;
  report({
    name: 'bench:outage',
    runs: voice.length || killed.length,
    loadBefore,
    goals: [...(voice.length > 0 ? voiceGoals() : []), ...(killed.length > 0 ? killGoals() : [])],
    details: {
      chromium: teacher.version(),
      roundTripMs: ROUND_TRIP_MS,
      noticedMs: spreadOf(cuts.map(({ noticedMs }) => noticedMs)),
      voiceBackMs: Object.fromEntries(LENGTHS_S.map((length) => [`${length} s`, shapesOf(length)])),
      pictureBackMs: spreadOf(killed.map(({ pictureMs }) => pictureMs)),
    },
  });

  function voiceGoals(): Goal[] {
    const back = (q: number) => ({ value: quantile(seconds(voice), q), control: quantile(seconds(bare), q) });
    return [
      { id: 'voice-back-p50-s', ...back(0.5), goal: 1.5, better: 'less' },
      { id: 'voice-back-p95-s', ...back(0.95), goal: 3, better: 'less' },
      { id: 'runs-healed', value: healed(voice), goal: voice.length, better: 'more', control: healed(bare) },
    ];
  }

  function killGoals(): Goal[] {
    const pictureS = quantile(seconds(killed.map(({ pictureMs }) => pictureMs)), 0.95);
    const disturbed = killed.filter(({ otherWentOn }) => !otherWentOn).length;
    const of = { better: 'less', control: null, runs: killed.length } as const;
    return [
      { id: 'worker-killed-video-back-p95-s', value: pictureS, goal: 2, ...of },
      { id: 'other-lessons-disturbed', value: disturbed, goal: 0, ...of },
    ];
  }

  function shapesOf(length: number) {
    const some = cuts.filter((cut) => cut.length === length);
    return { product: spreadOf(some.map(({ ms }) => ms)), bare: spreadOf(some.map(({ bareMs }) => bareMs)) };
  }

  async function measureCuts() {
    const blank = await startBlankServer();
    const far = await openFarBoard(browsers, { roundTripMs: ROUND_TRIP_MS, tlsDir });
    const openBare = () => openBareVoice(teacher, classroom, blank.url, far.link);
    let bare = await openBare();
    try {
      const took = [];
      let board = await far.board();
      for (let run = 1; run <= runs; run += 1) {
        for (const length of LENGTHS_S) {
          await sleep(REST_MS[0] + (REST_MS[1] - REST_MS[0]) * random());
          const cut = await cutLink(far.link, [board, bare.page], length * 1_000 + 500 * random());
          const [ms = null, bareMs = null] = cut.backMs;
          const noticedMs = await board.evaluate((from) => {
            const at = window.tongkeNoticed.find((instant) => instant >= from);
            return at === undefined ? null : at - from;
          }, cut.cutAt);
          took.push({ length, ms, bareMs, noticedMs });
          log(`cut of ${length} s, ${run}/${runs}: voice back after ${inWords(ms)}, bare ${inWords(bareMs)}`);
          board = await far.board(ms === null);
          if (bareMs !== null) continue;
          await bare.close();
          bare = await openBare();
        }
      }
      return took;
    } finally {
      await bare.close();
      await far.close();
      blank.close();
    }
  }

  async function measureKills() {
    const lessons = await openTwoLessons(browsers, tlsDir);
    try {
      const took = [];
      for (let run = 1; run <= kills; run += 1) {
        const one = await lessons.kill();
        took.push(one);
        log(`worker killed, ${run}/${kills}: picture back after ${inWords(one.pictureMs)}`);
        // The dead worker's place is taken again, and everything comes to rest.
        await sleep(REST_MS[0]);
      }
      return took;
    } finally {
      await lessons.close();
    }
  }
} finally {
  for (const close of closing.reverse()) await close();
}

/** What is not back counts as if it had come at the end of the patience. */
function seconds(took: readonly (number | null)[]): number[] {
  return took.map((ms) => (ms ?? PATIENCE_MS) / 1_000);
}

function inWords(ms: number | null): string {
  return ms === null ? `more than ${PATIENCE_MS} ms` : `${ms.toFixed()} ms`;
}

/** The shape of what came back. */
function spreadOf(took: readonly (number | null)[]) {
  const back = took.filter((ms) => ms !== null);
  return { ...(back.length > 0 && spread(back)), never: took.length - back.length };
}
