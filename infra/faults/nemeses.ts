import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandReply } from '@tongke/shared-types';
import type { Link } from '../netlab/link.ts';
import { duplicate } from './duplicate.ts';
import type { Stage } from './stage.ts';

/** Does something terrible to a stage and mends it; answers what was replied where an id was used for two commands. */
export type Nemesis = (stage: Stage) => Promise<readonly CommandReply[]>;

/** Killed, and started again: everything that it had written is still there, as after a crash of the program. */
async function kill(stage: Stage): Promise<[]> {
  await stage.server.kill('SIGKILL');
  stage.disk.forget();
  await stage.startServer();
  return [];
}

/** Killed by a power cut: what was not synced is lost, all of it or whatever part the disk had not got round to by chance. */
async function powerCut(stage: Stage): Promise<[]> {
  const { disk, random } = stage;
  await stage.server.kill('SIGKILL');
  disk.syncMs = 0;
  const share = [0, 0.5, 0.9][Math.floor(random() * 3)] ?? 0;
  disk.loseUnsynced(() => random() < share);
  await stage.startServer();
  return [];
}

/** As above, while a slow disk is in the middle of a sync: there is certainly something to lose. */
async function powerCutInSync(stage: Stage): Promise<[]> {
  stage.disk.syncMs = 150;
  await sleep(100 + 300 * stage.random());
  return powerCut(stage);
}

const pause =
  (ms: number): Nemesis =>
  async ({ server }) => {
    process.kill(server.pid, 'SIGSTOP');
    await sleep(ms);
    process.kill(server.pid, 'SIGCONT');
    return [];
  };

/** Every write finds the disk full, for two seconds. */
async function fullDisk({ disk }: Stage): Promise<[]> {
  disk.full = true;
  await sleep(2_000);
  disk.full = false;
  return [];
}

/** Full, and then killed: what was refused was not written. */
async function fullDiskAndKill(stage: Stage): Promise<[]> {
  stage.disk.full = true;
  await sleep(500);
  await stage.server.kill('SIGKILL');
  stage.disk.forget();
  stage.disk.full = false;
  await stage.startServer();
  return [];
}

const slowSync =
  (ms: number): Nemesis =>
  async ({ disk }) => {
    disk.syncMs = ms;
    await sleep(2_000);
    disk.syncMs = 0;
    return [];
  };

/** The village's link is gone for so long; half of the tablets are behind it. */
const outage =
  (ms: number): Nemesis =>
  async ({ village }) => {
    village.up = false;
    await sleep(ms);
    village.up = true;
    return [];
  };

/** A bad link: losses in bursts, late segments. */
async function badLink({ village }: Stage): Promise<[]> {
  Object.assign(village, { loss: { toBad: 0.03, toGood: 0.3 }, late: { share: 0.02, byMs: 400 }, jitterMs: 60 });
  await sleep(3_000);
  Object.assign(village, { loss: undefined, late: undefined, jitterMs: 4 });
  return [];
}

/** Pages are loaded anew while their words are still under way, over connections of all speeds: later words overtake earlier ones. */
async function reordering(stage: Stage): Promise<[]> {
  stage.linkOfNext = (): Link => ({ delayMs: Math.floor(400 * stage.random() ** 2), up: true });
  for (let turn = 0; turn < 3; turn += 1) {
    for (const tablet of stage.tablets) if (stage.random() < 0.3) tablet.load();
    await sleep(500);
  }
  stage.linkOfNext = () => stage.village;
  return [];
}

/** The wall clock of the server jumps, and jumps back. */
const clockJump =
  (ms: number): Nemesis =>
  async ({ disk }) => {
    disk.clockOffMs = ms;
    await sleep(1_500);
    disk.clockOffMs = 0;
    return [];
  };

/** The wall clock is wrong before a restart, and right after it. */
async function clockJumpAndKill(stage: Stage): Promise<[]> {
  stage.disk.clockOffMs = stage.random() < 0.5 ? 30_000 : -30_000;
  await sleep(500);
  await stage.server.kill('SIGKILL');
  stage.disk.forget();
  stage.disk.clockOffMs = 0;
  await stage.startServer();
  return [];
}

export const NEMESES = {
  kill,
  'power-cut': powerCut,
  'power-cut-in-sync': powerCutInSync,
  'pause-2s': pause(2_000),
  'pause-7s': pause(7_000),
  'full-disk': fullDisk,
  'full-disk-and-kill': fullDiskAndKill,
  'slow-sync-20ms': slowSync(20),
  'slow-sync-300ms': slowSync(300),
  'outage-2s': outage(2_000),
  'outage-5s': outage(5_000),
  'outage-30s': outage(30_000),
  'bad-link': badLink,
  duplicates: duplicate,
  reordering,
  'clock-forward': clockJump(45_000),
  'clock-back': clockJump(-45_000),
  'clock-and-kill': clockJumpAndKill,
} as const satisfies Readonly<Record<string, Nemesis>>;

export type NemesisName = keyof typeof NEMESES;
