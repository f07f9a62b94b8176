import { setTimeout as sleep } from 'node:timers/promises';
import { SESSION_COOKIE, type SeededSchool, seedSchool } from '@tongke/signaling/testing';
import type { Page } from 'playwright-core';
import { openBrowser, openScreen } from '../../e2e/support/browser.ts';
import { mediaFiles } from '../../e2e/support/media-files.ts';
import { School } from '../../e2e/support/school.ts';
import { hears } from '../../e2e/support/senses.ts';
import { openWaitingBoard } from '../join/people.ts';
import { openSwarm } from '../open-swarm.ts';
import { quantile } from '../quantile.ts';
import type { ChannelAsk, ChannelReplies, WholeAgain } from './channel-swarm.ts';

const SEATS_A_ROOM = 100;
/** The jitter buffer has found its size. */
const SETTLE_MS = 10_000;
const AFTERWARDS_MS = 2_000;

/** Samples of voice that a board's loudspeaker was given, and those of them that the browser made up. */
interface Voice {
  readonly samples: number;
  readonly concealed: number;
}

/**
 * A board hears its teacher while so many tablets with data channels, in other rooms of the same lesson, lose their links and come back
 * at once. Both are real browsers; the quiet time before, as long, is the control.
 */
export async function voiceInStorm(tablets: number, log: (line: string) => void) {
  const seeds: SeededSchool[] = [];
  const school = await School.open({
    demo: false,
    env: { TONGKE_LOG: 'error' },
    async prepare(dataDir) {
      seeds.push(await seedSchool(dataDir, Math.ceil(tablets / SEATS_A_ROOM) + 1, SEATS_A_ROOM));
    },
  });
  const [seeded] = seeds;
  if (!seeded) throw new Error('there is no lesson');
  const { lessonId, session, boardTokens } = seeded;
  // The pictures are beside the point, and coding them takes the processor that the servers need.
  const fps = 5;
  const browsers = [await openBrowser({ voice: mediaFiles().teacherVoice, fps }), await openBrowser({ fps })] as const;
  const swarm = openSwarm<ChannelAsk, ChannelReplies>(new URL('channel-swarm.ts', import.meta.url), { spare: true });
  try {
    const lead = await openScreen(browsers[0], { width: 1366, height: 768 });
    await lead.context.addCookies([{ name: SESSION_COOKIE, value: session, url: school.origin }]);
    await lead.page.goto(`${school.origin}/teach#lesson=${lessonId}`);
    const board = await openWaitingBoard(browsers[1], { school }, boardTokens.at(-1) ?? '');
    if (!(await hears(board, 'teacher'))) throw new Error('the board does not hear its teacher');
    const seats = seeded.tablets.slice(0, tablets).map(({ seatId, deviceKey }) => ({ lessonId, seatId, deviceKey }));
    const gathered = await swarm.ask({ do: 'gather', port: school.httpPort, seats });
    log(`gathered: ${JSON.stringify(brief(gathered))}`);
    await sleep(SETTLE_MS);
    const before = await voiceOf(board);
    const began = performance.now();
    const back = await swarm.ask({ do: 'storm' });
    await sleep(AFTERWARDS_MS);
    const took = performance.now() - began;
    const storm = between(before, await voiceOf(board));
    log(`in the storm: ${JSON.stringify({ ...storm, back: brief(back) })}`);
    await sleep(SETTLE_MS);
    const calm = await voiceOf(board);
    await sleep(took);
    const quiet = between(calm, await voiceOf(board));
    return { tablets, tookS: took / 1_000, storm, quiet, back: brief(back) };
  } finally {
    swarm.close();
    await Promise.all(browsers.map((browser) => browser.close()));
    await school.close();
  }
}

function brief({ joinedMs, openMs, missing }: WholeAgain) {
  const spread = (all: readonly number[]) => ({
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    max: quantile(all, 1),
  });
  return { joinedMs: spread(joinedMs), openMs: spread(openMs), missing };
}

function between(before: Voice, after: Voice): Voice & { readonly share: number } {
  const samples = after.samples - before.samples;
  const concealed = after.concealed - before.concealed;
  return { samples, concealed, share: concealed / samples };
}

function voiceOf(page: Page): Promise<Voice> {
  return page.evaluate(async () => {
    const sum = { samples: 0, concealed: 0 };
    for (const connection of window.tongkeProbe.connections) {
      for (const stats of (await connection.getStats()).values()) {
        if (stats.type !== 'inbound-rtp' || stats.kind !== 'audio') continue;
        sum.samples += stats.totalSamplesReceived ?? 0;
        sum.concealed += stats.concealedSamples ?? 0;
      }
    }
    return sum;
  });
}
