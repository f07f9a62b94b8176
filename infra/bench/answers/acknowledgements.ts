import { setTimeout as sleep } from 'node:timers/promises';
import { CHOICES, UNPREPARED } from '@tongke/shared-types';
import type { FakeScreen } from '@tongke/signaling/testing';
import { granted } from '../granted.ts';
import { quantile } from '../quantile.ts';
import type { Stage } from './stage.ts';

const OVER_MS = 2_000;
const PATIENCE_MS = 60_000;
const now = () => performance.timeOrigin + performance.now();

/** Everybody answers within 2 s: how long each waits for its acknowledgement, and when the tally is right on the lead's screen and on a board. */
export async function acknowledgements({ tablets, controlTablets, seats }: Stage, lead: FakeScreen, board: FakeScreen) {
  const bare = await controlTablets.ask({ do: 'answer', roundId: 'bare', overMs: OVER_MS });
  const task = { kind: 'single', choices: CHOICES.map((key) => ({ key, text: key })), correct: 'A' } as const;
  await granted(lead.do({ ...UNPREPARED, prompt: '3/4 + 1/4 = ?', task, seconds: 120 }));
  const round = lead.view?.round;
  if (round?.kind !== 'question') throw new Error('there is no question');
  const { roundId } = round;
  const exact = Promise.all([
    until(() => answeredOn(lead) === seats.length && singlesOn(lead) === seats.length),
    until(() => answeredOn(board) === seats.length),
  ]);
  const own = await tablets.ask({ do: 'answer', roundId, overMs: OVER_MS });
  const lastAt = now();
  const exactAt = Math.max(...(await exact));
  if (own.refused > 0) throw new Error(`${own.refused} answers were refused`);
  if (own.waits.length < seats.length) throw new Error('some answers were never acknowledged');
  await granted(lead.do({ type: 'round.dismiss', roundId }));
  return {
    ack: spreadOf(own.waits),
    control: spreadOf(bare.waits),
    tallyExactAfterLastMs: Math.max(0, exactAt - lastAt),
  };
}

function answeredOn({ view }: FakeScreen): number {
  const { round } = view ?? {};
  return round?.kind === 'question' ? Object.values(round.answered).reduce((sum, count) => sum + count, 0) : 0;
}

function singlesOn({ view }: FakeScreen): number {
  const { round } = view ?? {};
  return round?.kind === 'question' ? Object.keys(round.answers).length : 0;
}

/** When it came true, epoch ms. */
async function until(isTrue: () => boolean): Promise<number> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(10)) if (isTrue()) return now();
  throw new Error('the tally never became right');
}

function spreadOf(waits: readonly number[]) {
  return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), max: quantile(waits, 1) };
}
