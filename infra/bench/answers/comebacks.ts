import { quantile } from '../quantile.ts';
import type { Stage } from './stage.ts';

const PATIENCE_MS = 120_000;

/** The server is killed and started again at once: how long after the kill each tablet is in again, state caught up, s. */
export async function comebacks({ school, control, tablets, controlTablets }: Stage) {
  const bareKilled = Date.now();
  await control.kill();
  await control.start();
  const bare = await controlTablets.ask({ do: 'all-in', patienceMs: PATIENCE_MS });
  const killed = Date.now();
  await school.signaling.kill('SIGKILL');
  await school.startSignaling();
  const readyAfterS = (Date.now() - killed) / 1_000;
  const own = await tablets.ask({ do: 'all-in', patienceMs: PATIENCE_MS });
  if (own.missing + bare.missing > 0)
    throw new Error(`${own.missing} tablets did not come back (control: ${bare.missing})`);
  return {
    own: spreadOf(own.joinedAt, killed),
    control: spreadOf(bare.joinedAt, bareKilled),
    readyAfterS,
    refusals: own.refusals,
  };
}

function spreadOf(joinedAt: readonly number[], killed: number) {
  const took = joinedAt.map((at) => (at - killed) / 1_000);
  if (took.some((s) => s < 0)) throw new Error('a tablet was never gone');
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95), max: quantile(took, 1) };
}
