import {
  type Actor,
  actOnBranch,
  type BranchAct,
  type BranchLog,
  beginBranch,
  type Command,
  type Context,
  decide,
  decideServer,
  EMPTY_LESSON,
  evolve,
  type LessonState,
  logForServer,
  nextDeadline,
  type Outcome,
  passTime,
  playBranch,
  type ServerCommand,
  UNPREPARED,
} from '@tongke/shared-types';
import { seeded } from '@tongke/shared-types/testing';

/** How long the link of a classroom is gone; `end` until the lesson is over. */
export const CUTS = { short: 30_000, long: 300_000, end: null } as const;
export type Cut = keyof typeof CUTS;

export interface CutMerge {
  /** Page turns and counts of hands of the branch that the lesson does not have afterwards. */
  readonly lost: number;
  /** Those that it has more than once. */
  readonly doubled: number;
  /** 1 where page, round, winner or points of the main line are others than without the branch. */
  readonly mainLineChanged: number;
  /** What was done on both sides, for a reader to judge. */
  readonly acts: number;
}

const ROOM = 'r1';
const PAGES = 12;
const PUPILS = 20;
const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const pupil = (number: number): Actor => ({ role: 'pupil', classroomId: 'r2', seatId: `r2-${number}` });
const QUESTION = { ...UNPREPARED, task: { kind: 'single', choices: choices(), correct: 'B' }, seconds: 20 } as const;

/**
 * [BR4] [BR5] One lesson of two classrooms in which the link of one is cut: the lead teacher and the other class go on, and so does the class
 * without a link. Its board is killed now and then and plays its log again. The log comes in one to three times, as it does when answers are
 * lost. What the assistant did is written down beside it, by hand, and compared.
 */
export function cutMerge(cut: Cut, seed: number): CutMerge {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const below = (count: number) => Math.floor(random() * count);
  const main = new MainLine();
  const alone = new MainLine();
  const both = (act: (line: MainLine) => void) => [main, alone].forEach(act);
  both((line) => line.begin());
  const cutAt = main.now;
  const until = cutAt + (CUTS[cut] ?? 900_000);
  both((line) => line.server({ type: 'peer.went', peer: { kind: 'board', classroomId: ROOM }, cause: 'link' }));

  const room = main.state.classrooms[ROOM];
  if (!room) throw new Error('The lesson has no such classroom.');
  const start = { deckId: 'd1', pages: PAGES, page: 1, shown: true };
  const begun = beginBranch(main.state, room, { branchId: `b${seed}`, slide: start });
  let branch = begun;
  const entries: BranchLog['entries'] = [];
  const ledger = { turns: 0, page: 1, hands: new Map<string, number>() };
  let acts = 0;

  for (let at = cutAt + 10_000; at < until; at += 500 + below(4_000)) {
    both((line) => line.wait(at));
    if (chance(0.5)) {
      const act = mainAct(main.state, below, chance);
      both((line) => line.do(act.actor, act.command));
      acts += 1;
      continue;
    }
    const act = branchActOf(branch.lesson, below, chance);
    const entry = { n: entries.length + 1, at, act };
    const acted = actOnBranch(branch, entry);
    if (!acted.ok || entries.length >= 150) continue;
    acts += 1;
    entries.push(entry);
    ({ branch } = acted);
    if (act.type === 'page.turn' && act.page !== ledger.page)
      Object.assign(ledger, { page: act.page, turns: ledger.turns + 1 });
    if (act.type === 'handcount.set')
      ledger.hands.set(
        act.roundId,
        Object.values(act.counts).reduce((a, b) => a + b, 0),
      );
    if (chance(0.05)) branch = playBranch(begun, { entries, to: at });
  }
  both((line) => line.wait(until));
  if (cut === 'end') both((line) => line.do(LEAD, { type: 'lesson.end' }));
  else both((line) => line.server({ type: 'peer.came', peer: { kind: 'board', classroomId: ROOM } }));

  branch = passTime(branch, until);
  const log = logForServer({
    branchId: branch.branchId,
    cutAt,
    from: cutAt + 10_000,
    to: until,
    slide: start,
    entries,
  });
  const sent = JSON.parse(JSON.stringify(log)) as BranchLog;
  const before = main.log.length;
  for (let times = 1 + below(3); times > 0; times -= 1) {
    main.server({ type: 'branch.merge', classroomId: ROOM, log: sent, bank: {} });
  }
  const merged = main.log.slice(before).flatMap((event) => (event.type === 'branch.merged' ? [event] : []));
  const turns = merged.reduce((sum, event) => sum + event.turns, 0);
  const hands = new Map<string, number>();
  for (const { rounds } of merged)
    for (const { roundId, tally } of rounds) hands.set(roundId, (hands.get(roundId) ?? 0) + tally.answered);
  const differ = [...ledger.hands].map(([roundId, count]) => count - (hands.get(roundId) ?? 0));
  differ.push(ledger.turns - turns);
  const { branches: _, ...after } = main.state;
  const { branches: __, ...without } = alone.state;
  return {
    lost: differ.reduce((sum, missing) => sum + Math.max(0, missing), 0),
    doubled: differ.reduce((sum, missing) => sum + Math.max(0, -missing), 0),
    mainLineChanged: JSON.stringify(after) === JSON.stringify(without) ? 0 : 1,
    acts,
  };
}

/** What the lead teacher, or a pupil of the other classroom, does next. */
function mainAct(
  { round }: LessonState,
  below: (count: number) => number,
  chance: (share: number) => boolean,
): { readonly actor: Actor; readonly command: Command } {
  if (!round) {
    const command: Command = chance(0.3) ? QUESTION : { type: 'page.turn', page: 1 + below(PAGES) };
    return { actor: LEAD, command };
  }
  const { roundId } = round;
  if (chance(0.6)) {
    const answer = { kind: 'single', choice: chance(0.5) ? 'A' : 'B' } as const;
    return { actor: pupil(1 + below(PUPILS)), command: { type: 'answer.give', roundId, answer } };
  }
  return { actor: LEAD, command: nextStep(roundId, below) };
}

/** What the assistant of the classroom without a link does next. */
function branchActOf(
  { round }: LessonState,
  below: (count: number) => number,
  chance: (share: number) => boolean,
): BranchAct {
  if (!round) {
    if (chance(0.4)) return { ...QUESTION, task: { ...QUESTION.task, correct: null }, questionId: null };
    return chance(0.1) ? { type: 'slides.show', shown: chance(0.5) } : { type: 'page.turn', page: 1 + below(PAGES) };
  }
  const { roundId } = round;
  return chance(0.6)
    ? { type: 'handcount.set', roundId, counts: { A: below(9), B: below(9) } }
    : nextStep(roundId, below);
}

function nextStep(roundId: string, below: (count: number) => number) {
  const types = ['round.close', 'question.reveal', 'round.dismiss'] as const;
  return { type: types[below(types.length)] ?? 'round.dismiss', roundId } as const;
}

function choices() {
  return (['A', 'B', 'C', 'D'] as const).map((key) => ({ key, text: '' }));
}

/** The lesson on the server, by its rules. */
class MainLine {
  state = EMPTY_LESSON;
  now = 1_790_000_000_000;
  readonly log: Extract<Outcome, { ok: true }>['events'][number][] = [];
  #ids = 0;

  begin(): void {
    const classrooms = [ROOM, 'r2'].map((classroomId) => ({
      ...{ classroomId, schoolId: 'village', name: classroomId, own: false, cameraAllowed: true, givenNames: false },
      seats: Array.from({ length: PUPILS }, (_, at) => ({ seatId: `${classroomId}-${at + 1}`, number: at + 1 })),
    }));
    const plan = { lessonId: 'l1', schoolId: 'city', leadId: 'teacher', title: '分数', plannedAt: this.now };
    this.server({ type: 'lesson.prepare', ...plan, classrooms });
    for (const { classroomId } of classrooms) this.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
    for (let number = 1; number <= PUPILS; number += 1) {
      const device = `tablet-${number}`;
      this.do({ role: 'guest', classroomId: 'r2', device }, { type: 'seat.claim', seatId: `r2-${number}` });
    }
    this.server({ type: 'deck.put', deckId: 'd1', title: '分数', pages: PAGES });
    this.do(LEAD, { type: 'lesson.start' });
  }

  do(actor: Actor, command: Command): void {
    this.#take(decide(this.state, command, actor, this.#context(this.now)));
  }

  server(command: ServerCommand): void {
    this.#take(decideServer(this.state, command, this.#context(this.now)));
  }

  /** Time passes until then, and acts by itself. */
  wait(until: number): void {
    for (let due = nextDeadline(this.state); due !== null && due <= until; due = nextDeadline(this.state)) {
      const before = this.log.length;
      this.#take(decideServer(this.state, { type: 'tick' }, this.#context(due)));
      if (this.log.length === before) break;
    }
    this.now = until;
  }

  #take(outcome: Outcome): void {
    if (!outcome.ok) return;
    for (const event of outcome.events) {
      this.state = evolve(this.state, event);
      this.log.push(event);
    }
  }

  #context(now: number): Context {
    const fresh = () => `m${++this.#ids}`;
    return { now, newId: fresh, newCode: fresh, newTicket: fresh, random: () => 0, masked: (said) => said };
  }
}
