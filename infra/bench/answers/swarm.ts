import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBatch, LessonEvent } from '@tongke/shared-types';
import { LightTablet, type Seat, type TabletListener } from './light-tablet.ts';
import { Roll } from './roll.ts';

/** What the bench asks of a process full of tablets. */
export type SwarmAsk =
  /** So many tablets come in, so many a second; a control has no seats. */
  | {
      readonly do: 'gather';
      readonly port: number;
      readonly seats: readonly (Seat | null)[];
      readonly perSecond: number;
    }
  /** Waits until all are in; answers when each came in last, epoch ms. */
  | { readonly do: 'all-in'; readonly patienceMs: number }
  /** Each answers once within so long; answers what each had to wait for its acknowledgement, ms. */
  | { readonly do: 'answer'; readonly roundId: string; readonly overMs: number }
  /** From now on every so-many-th tablet notes when it hears of which door. */
  | { readonly do: 'listen'; readonly every: number }
  | { readonly do: 'progress' }
  | { readonly do: 'heard' }
  /** The first so many tablets keep the roll of turns, and are cut so often, so long, in this time. */
  | {
      readonly do: 'drop';
      readonly tablets: number;
      readonly times: number;
      readonly ms: number;
      readonly withinMs: number;
    }
  | { readonly do: 'rolls'; readonly events: readonly (readonly [string, number])[] };

export interface SwarmReplies {
  readonly gather: null;
  readonly 'all-in': { readonly missing: number; readonly joinedAt: readonly number[]; readonly refusals: number };
  readonly answer: { readonly waits: readonly number[]; readonly refused: number };
  readonly listen: null;
  readonly progress: { readonly frames: number; readonly leastVersion: number };
  readonly heard: {
    /** Per listener, per classroom: when each door event was heard, epoch ms. */
    readonly heard: readonly Readonly<Record<string, readonly number[]>>[];
  };
  readonly drop: null;
  readonly rolls: { readonly due: number; readonly delivered: number; readonly twice: number };
}

const now = () => performance.timeOrigin + performance.now();

let tablets: LightTablet[] = [];
let joinedAt: number[] = [];
let frames = 0;
let listening = 0;
const heard = new Map<number, Record<string, number[]>>();
const rolls = new Map<number, Roll>();
let answered: ((tablet: LightTablet, id: number, bytes: Buffer) => void) | null = null;

const listener: TabletListener = {
  joined(tablet, bytes) {
    joinedAt[tablet.index] = now();
    const roll = rolls.get(tablet.index);
    if (roll && bytes) roll.startFrom(JSON.parse(bytes.toString())[1]);
  },
  events({ index }, bytes) {
    frames += 1;
    const roll = rolls.get(index);
    if (roll) roll.hear((JSON.parse(bytes.toString())[1] as EventBatch).events);
    if (listening > 0 && index % listening === 0) note(index, (JSON.parse(bytes.toString())[1] as EventBatch).events);
  },
  answered: (tablet, id, bytes) => answered?.(tablet, id, bytes),
};

function note(index: number, events: readonly LessonEvent[]): void {
  const at = now();
  const times = heard.get(index) ?? {};
  heard.set(index, times);
  for (const event of events) {
    if (event.type !== 'door.opened' && event.type !== 'door.closed') continue;
    times[event.classroomId] = [...(times[event.classroomId] ?? []), at];
  }
}

const does: { readonly [D in SwarmAsk['do']]: (ask: Extract<SwarmAsk, { do: D }>) => Promise<SwarmReplies[D]> } = {
  async gather({ port, seats, perSecond }) {
    tablets = seats.map((seat, index) => new LightTablet(index, port, seat, listener));
    joinedAt = [];
    for (const [index, tablet] of tablets.entries()) {
      tablet.connect();
      if (index % 50 === 49) await sleep((50 / perSecond) * 1_000);
    }
    return null;
  },
  async 'all-in'({ patienceMs }) {
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
      if (tablets.every(({ joined }) => joined)) break;
    }
    return {
      missing: tablets.filter(({ joined }) => !joined).length,
      joinedAt,
      refusals: tablets.reduce((sum, { refusals }) => sum + refusals, 0),
    };
  },
  async answer({ roundId, overMs }) {
    const asked = new Map<string, number>();
    const waits: number[] = [];
    let refused = 0;
    const done = new Promise<void>((resolve) => {
      answered = ({ index }, id, bytes) => {
        const at = asked.get(`${index} ${id}`);
        if (at === undefined) return;
        waits.push(now() - at);
        const [reply] = JSON.parse(bytes.toString()) as [{ ok: boolean }];
        if (!reply.ok) refused += 1;
        if (waits.length === tablets.length) resolve();
      };
    });
    const started = now();
    for (const [index, tablet] of tablets.entries()) {
      const answer = { kind: 'single', choice: 'ABCD'[index % 4] };
      const id = tablet.command(randomBytes(9).toString('base64url'), { type: 'answer.give', roundId, answer });
      asked.set(`${index} ${id}`, now());
      const early = started + (index / tablets.length) * overMs - now();
      if (early > 1) await sleep(early);
      else if (index % 20 === 0) await sleep(0);
    }
    await Promise.race([done, sleep(60_000)]);
    answered = null;
    return { waits, refused };
  },
  async listen({ every }) {
    [frames, listening] = [0, every];
    heard.clear();
    return null;
  },
  async progress() {
    return { frames, leastVersion: Math.min(...tablets.map(({ version }) => version)) };
  },
  async heard() {
    listening = 0;
    return { heard: [...heard.values()] };
  },
  async drop({ tablets: count, times, ms, withinMs }) {
    for (const tablet of tablets.slice(0, count)) {
      rolls.set(tablet.index, new Roll(tablet.version));
      const slot = withinMs / times;
      for (let time = 0; time < times; time += 1) {
        setTimeout(() => tablet.cutFor(ms), time * slot + Math.random() * Math.max(0, slot - ms - 1_500));
      }
    }
    return null;
  },
  async rolls({ events }) {
    let [delivered, twice] = [0, 0];
    for (const roll of rolls.values()) {
      const count = roll.count(events);
      delivered += count.delivered;
      twice += count.twice;
    }
    return { due: rolls.size * events.length, delivered, twice };
  },
};

process.on('message', ({ number, ask }: { number: number; ask: SwarmAsk }) => {
  void (does[ask.do] as (ask: SwarmAsk) => Promise<unknown>)(ask).then((reply) => process.send?.({ number, reply }));
});
process.once('disconnect', () => process.exit(0));
