import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeScreen } from '@tongke/signaling/testing';
import { granted } from '../granted.ts';
import type { Stage } from './stage.ts';

const DROPS = { tablets: 500, times: 10, ms: 2_000, withinMs: 60_000 } as const;
const EVENTS = 1_000;
const PATIENCE_MS = 30_000;
const LONGEST_MS = 120_000;

/** A thousand events while 500 tablets lose their links again and again: what share of them arrived, and how many did twice. */
export async function drops(stage: Stage, lead: FakeScreen, boards: number) {
  const { tablets, controlTablets, control, seeded } = stage;
  // Turns go to and fro between two rooms whose boards are here.
  const classroomIds = [...new Set(seeded.tablets.map(({ classroomId }) => classroomId))];
  const [one, other] = [classroomIds[0] ?? '', classroomIds[boards - 1] ?? ''];
  for (const swarm of [tablets, controlTablets]) await swarm.ask({ do: 'drop', ...DROPS });
  const events: [string, number][] = [];
  const bareEvents: [string, number][] = [];
  const begun = Date.now();
  let turn = '';
  while (events.length < EVENTS) {
    const { version } = await granted(
      lead.do({
        type: 'turn.give',
        classroomId: turn && events.length % 4 < 2 ? other : one,
        seatId: null,
        seconds: 600,
      }),
    );
    while (lead.version < version) await sleep(1);
    const given = lead.view?.floor.turns[0]?.turnId ?? '';
    if (turn) events.push([`turn.ended ${turn}`, version - 1]);
    events.push([`turn.given ${given}`, version]);
    for (const [key] of events.slice(bareEvents.length)) {
      const [type = '', turnId = ''] = key.split(' ');
      // No state of a bare server holds it.
      bareEvents.push([key, Number.MAX_SAFE_INTEGER]);
      control.tell({ lessonId: seeded.lessonId, events: [{ type, turnId }], upTo: bareEvents.length, now: Date.now() });
    }
    turn = given;
    await sleep(Math.max(0, begun + (events.length / EVENTS) * DROPS.withinMs - Date.now()));
  }
  const [own, bare] = [
    await counted(tablets, events.slice(0, EVENTS)),
    await counted(controlTablets, bareEvents.slice(0, EVENTS)),
  ];
  return {
    delivered: own.delivered / own.due,
    twice: own.twice,
    control: { delivered: bare.delivered / bare.due, twice: bare.twice },
  };
}

/** Waits until nothing more comes: a server that is far behind has its time. */
async function silent(swarm: Stage['tablets']): Promise<void> {
  let before = -1;
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(1_000)) {
    const { frames } = await swarm.ask({ do: 'progress' });
    if (frames === before) return;
    before = frames;
  }
}

async function counted(swarm: Stage['tablets'], events: readonly (readonly [string, number])[]) {
  const { missing } = await swarm.ask({ do: 'all-in', patienceMs: PATIENCE_MS });
  if (missing > 0) throw new Error(`${missing} tablets did not come back`);
  await silent(swarm);
  return swarm.ask({ do: 'rolls', events });
}
