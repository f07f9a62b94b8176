import { FakeScreen, type SeededSchool, seedSchool } from '@tongke/signaling/testing';
import { School } from '../../e2e/support/school.ts';
import { openSwarm, type Swarm } from '../open-swarm.ts';
import { Control } from './control.ts';
import type { Seat } from './light-tablet.ts';
import type { SwarmAsk, SwarmReplies } from './swarm.ts';

const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0 --disable-warning=ExperimentalWarning' };

/** One lesson whose seats are all taken, and a plain Socket.IO server beside it; each has as many tablets, in processes of their own. */
export interface Stage {
  readonly school: School;
  readonly seeded: SeededSchool;
  readonly seats: readonly Seat[];
  readonly tablets: Swarm<SwarmAsk, SwarmReplies>;
  readonly control: Control;
  readonly controlTablets: Swarm<SwarmAsk, SwarmReplies>;
  lead(): Promise<FakeScreen>;
  board(index: number): Promise<FakeScreen>;
  close(): Promise<void>;
}

export async function openStage(rooms: number, seatsARoom: number): Promise<Stage> {
  let seeded: SeededSchool | null = null;
  const school = await School.open({
    demo: false,
    env: { TONGKE_LOG: 'error', ...INSPECTED },
    async prepare(dataDir) {
      seeded = await seedSchool(dataDir, rooms, seatsARoom);
    },
  });
  const { lessonId, session, boardTokens, tablets } = seeded as unknown as SeededSchool;
  const control = await Control.start(INSPECTED);
  const open = () => openSwarm<SwarmAsk, SwarmReplies>(new URL('swarm.ts', import.meta.url));
  const [own, beside] = [open(), open()];
  const screens: FakeScreen[] = [];
  const joined = async (screen: FakeScreen) => {
    screens.push(screen);
    const reply = await screen.hello();
    if (!reply.ok) throw new Error(`hello was refused: ${reply.reason}`);
    return screen;
  };
  const url = school.origin;
  return {
    school,
    seeded: { lessonId, session, boardTokens, tablets },
    seats: tablets.map(({ seatId, deviceKey }) => ({ lessonId, seatId, deviceKey })),
    tablets: own,
    control,
    controlTablets: beside,
    lead: () => joined(new FakeScreen({ url, credentials: { as: 'lead', lessonId }, cookie: session })),
    board: (index) => joined(new FakeScreen({ url, credentials: { as: 'board', token: boardTokens[index] ?? '' } })),
    async close() {
      for (const screen of screens) screen.close();
      own.close();
      beside.close();
      await control.kill();
      await school.close();
    },
  };
}
