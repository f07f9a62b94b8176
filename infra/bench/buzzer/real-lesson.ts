import { setTimeout as sleep } from 'node:timers/promises';
import type { LessonState } from '@tongke/shared-types';
import { FakeScreen, type SeededSchool } from '@tongke/signaling/testing';
import type { Link } from '../../netlab/link.ts';
import { granted } from '../granted.ts';
import { Chance } from './chance.ts';
import { deviceError, reactionsOf } from './reactions.ts';
import { type Ports, RealRoom, type Stamps } from './real-room.ts';
import { ruralLink } from './rural-link.ts';

/** Rounds that are played over the same links. */
const ROUNDS_PER_LINK = 50;
/** Links are measured at the pace of armed rounds before anything is played: so many of them, each called off before its cue. */
const WARM_UPS = 16;
const WARM_UP_MS = 930;
const AT_ONCE = 10;
const OPEN_SECONDS = 30;
const PATIENCE_MS = 60_000;

/** What one lesson plays. */
export interface LessonPlan {
  readonly school: SeededSchool;
  readonly ports: Ports;
  /** In turns: the gap between the first two of each round, in ms. */
  readonly gaps: readonly number[];
  /** Per gap. */
  readonly rounds: number;
  readonly seed: number;
}

/** What was true of one round; what the server made of it is in its log. */
export interface PlayedRound {
  readonly lessonId: string;
  readonly roundId: string;
  readonly gap: number;
  /** By seat, in ms. */
  readonly reactions: Readonly<Record<string, number>>;
  readonly medianPings: Readonly<Record<string, number>>;
  readonly links: Readonly<Record<string, Link>>;
  /** Of those who pressed. */
  readonly stamps: Readonly<Record<string, Stamps>>;
}

export interface LessonPlayed {
  readonly rounds: readonly PlayedRound[];
  /** How late hands' timers ran, in ms. */
  readonly lateness: readonly number[];
  /** Data paths that were gone when their links were given up. */
  readonly dataPathsLost: number;
  /** Presses of a cue that the page had not shown yet by its own word. */
  readonly unseen: number;
}

/** Plays rounds in one running lesson with real screens; its links are drawn anew again and again. */
export async function playLesson(plan: LessonPlan, log: (line: string) => void): Promise<LessonPlayed> {
  const chance = new Chance(plan.seed);
  const { lessonId, session } = plan.school;
  const credentials = { as: 'lead', lessonId } as const;
  const lead = new FakeScreen({ url: `http://127.0.0.1:${plan.ports.http}`, credentials, cookie: session });
  const reply = await lead.hello();
  lead.stay();
  if (!reply.ok) throw new Error(`the lead's hello was refused: ${reply.reason}`);
  const total = plan.rounds * plan.gaps.length;
  const rounds: PlayedRound[] = [];
  const lateness: number[] = [];
  let [dataPathsLost, unseen] = [0, 0];
  while (rounds.length < total) {
    const links = plan.school.tablets.map(() => ruralLink(chance));
    const rooms = await openRooms(
      plan,
      links.map(({ link }) => link),
    );
    const linkOf = Object.fromEntries(
      rooms.map(({ seat }, n) => [seat.seatId, links[n]?.link ?? { up: false, delayMs: 0 }]),
    );
    const medianPings = Object.fromEntries(
      rooms.map(({ seat }, n) => [seat.seatId, links[n]?.medianPing ?? Number.NaN]),
    );
    await measure(lead);
    const until = Math.min(total, rounds.length + ROUNDS_PER_LINK);
    while (rounds.length < until) {
      const gap = plan.gaps[rounds.length % plan.gaps.length] ?? 0;
      rounds.push({ lessonId, ...(await playRound(lead, rooms, gap, chance)), medianPings, links: linkOf });
    }
    dataPathsLost += rooms.filter(({ hasDataPath }) => !hasDataPath).length;
    for (const room of rooms) {
      lateness.push(...room.lateness);
      unseen += room.unseen;
    }
    await Promise.all(rooms.map((room) => room.close()));
    log(`${rounds.length} of ${total} rounds`);
  }
  lead.close();
  return { rounds, lateness, dataPathsLost, unseen };
}

/** All rooms on new links. A few at a time come in, as their handshakes are work. */
async function openRooms({ school, ports }: LessonPlan, links: readonly Link[]): Promise<RealRoom[]> {
  const { lessonId, tablets, boardTokens } = school;
  const rooms: RealRoom[] = [];
  for (let from = 0; from < tablets.length; from += AT_ONCE) {
    const some = tablets.slice(from, from + AT_ONCE).map(({ seatId, deviceKey }, n) => {
      const [link, token] = [links[from + n], boardTokens[from + n]];
      if (!link || !token) throw new Error('a room has no link or no board');
      return RealRoom.open(ports, link, { lessonId, seatId, deviceKey }, token);
    });
    rooms.push(...(await Promise.all(some)));
  }
  return rooms;
}

/** The server measures the links. */
async function measure(lead: FakeScreen): Promise<void> {
  for (let round = 0; round < WARM_UPS; round += 1) {
    const roundId = await arm(lead);
    await sleep(WARM_UP_MS);
    await granted(lead.do({ type: 'round.dismiss', roundId }));
  }
}

async function playRound(lead: FakeScreen, rooms: readonly RealRoom[], gap: number, chance: Chance) {
  // Lessons that run beside each other do not fall into step.
  await sleep(chance.between(50, 350));
  const turns = rooms.map((room) => ({ room, lot: chance.share() })).sort((a, b) => a.lot - b.lot);
  const all = reactionsOf(rooms.length, gap, chance);
  const reactions: Record<string, number> = {};
  for (const [place, { room }] of turns.entries()) {
    const reaction = all[place] ?? 0;
    reactions[room.seat.seatId] = reaction;
    room.expect({ reaction, shownLate: deviceError(chance) });
  }
  const roundId = await arm(lead);
  await decided(lead);
  await granted(lead.do({ type: 'round.dismiss', roundId }));
  const stamps = Object.fromEntries(
    rooms.flatMap(({ seat, stamps: of }) => (of[roundId] ? [[seat.seatId, of[roundId]] as const] : [])),
  );
  return { roundId, gap, reactions, stamps };
}

async function arm(lead: FakeScreen): Promise<string> {
  await granted(lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '谁来回答？', seconds: OPEN_SECONDS }));
  await until(lead, ({ round }) => round?.kind === 'buzzer');
  return lead.view?.round?.roundId ?? '';
}

function decided(lead: FakeScreen): Promise<void> {
  return until(lead, ({ round }) => round?.kind === 'buzzer' && round.phase === 'decided');
}

async function until(lead: FakeScreen, isSo: (view: LessonState) => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
    if (lead.view && isSo(lead.view)) return;
  }
  throw new Error(`the lead never saw what was waited for, and has a round of kind ${lead.view?.round?.kind}`);
}
