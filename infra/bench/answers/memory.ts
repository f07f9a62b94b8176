import { inspect } from './heap-of.ts';
import type { Stage } from './stage.ts';

const PER_SECOND = 1_000;
const PATIENCE_MS = 120_000;
/** Timers of the opening have run out. */
const SETTLE_MS = 20_000;

/** Lets both sides' tablets in; answers what each costs on the JavaScript heap of its server, bytes. */
export async function gather(stage: Stage): Promise<{ readonly own: number; readonly control: number }> {
  const { school, control, tablets, controlTablets, seats } = stage;
  const ownHeap = await inspect(school.signaling.output());
  const controlHeap = await inspect(control.output);
  try {
    return await measured();
  } finally {
    // A process that is looked into does not end.
    ownHeap.close();
    controlHeap.close();
  }

  async function measured() {
    const before = [await ownHeap.heap(), await controlHeap.heap()] as const;
    await tablets.ask({ do: 'gather', port: school.httpPort, seats, perSecond: PER_SECOND });
    await controlTablets.ask({ do: 'gather', port: control.port, seats: seats.map(() => null), perSecond: PER_SECOND });
    for (const swarm of [tablets, controlTablets]) {
      const { missing, refusals } = await swarm.ask({ do: 'all-in', patienceMs: PATIENCE_MS });
      if (missing > 0) throw new Error(`${missing} tablets did not come in, ${refusals} hellos were refused`);
    }
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const after = [await ownHeap.heap(), await controlHeap.heap()] as const;
    return { own: (after[0] - before[0]) / seats.length, control: (after[1] - before[1]) / seats.length };
  }
}
