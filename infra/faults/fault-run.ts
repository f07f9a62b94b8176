import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type CommandReply, UNPREPARED } from '@tongke/shared-types';
import { check, differences, type Findings } from './check.ts';
import type { History, Stored } from './history.ts';
import { NEMESES, type NemesisName } from './nemeses.ts';
import { readLog } from './read-log.ts';
import type { Stage } from './stage.ts';
import { isSettled } from './tablet.ts';

export interface FaultRun {
  readonly nemesis: NemesisName;
  /** Answers given in this run. */
  readonly answers: number;
  /** How many waited for their acknowledgement when the fault struck. */
  readonly inFlight: number;
  readonly findings: Findings;
  readonly ms: number;
}

const IN_FLIGHT = 100;
const SETTLE_MS = 30_000;
const SCREENS_MS = 30_000;
const LONGEST_MS = 20_000;
/** Answers to the question before, at each new one. */
const LATE = 0.05;
const CHOICES = (['A', 'B', 'C', 'D'] as const).map((key) => ({ key, text: key }));
const QUESTION: Command = {
  ...UNPREPARED,
  prompt: '3/4 + 1/4 = ?',
  task: { kind: 'single', choices: CHOICES, correct: 'A' },
  seconds: 600,
};

/** One fault in the middle of so many answers: strikes, heals, waits for rest, and checks everything that was ever given. */
export async function faultRun(stage: Stage, nemesis: NemesisName, answers: number): Promise<FaultRun> {
  const begun = performance.now();
  const before = stage.given.length;
  const reused: CommandReply[] = [];
  const roundBefore = stage.roundId;
  if (roundBefore) await stage.lead({ type: 'round.dismiss', roundId: roundBefore });
  await stage.lead(QUESTION);
  if (!(await stage.until(() => (stage.roundId ?? roundBefore) !== roundBefore, SCREENS_MS)))
    throw new Error('The lead teacher sees no question.');
  const pupils = answerOn(stage);
  if (roundBefore) for (const tablet of stage.tablets) if (stage.random() < LATE) tablet.give(roundBefore);

  await stage.until(() => stage.given.length - before >= 0.4 * answers, LONGEST_MS);
  await stage.until(() => stage.online >= IN_FLIGHT, SCREENS_MS);
  const inFlight = await answerTogether(stage);
  reused.push(...(await NEMESES[nemesis](stage)));
  await stage.until(() => stage.given.length - before >= answers, LONGEST_MS);
  pupils.stop();
  await stage.until(() => stage.given.every(isSettled), SETTLE_MS);

  const roundId = stage.roundId;
  if (!roundId) throw new Error('The question is gone.');
  await stage.lead({ type: 'round.close', roundId });
  if (!(await stage.until(() => stage.isClosed, SCREENS_MS))) throw new Error('The question does not close.');
  await stage.lead({ type: 'question.reveal', roundId });
  const rest = await atRest(stage, roundId);
  const findings = check({ given: stage.given, reused, ...rest });
  const run = { nemesis, answers: stage.given.length - before, inFlight, findings };
  return { ...run, ms: Math.round(performance.now() - begun) };
}

/** Everybody who can answers in the same instant, and the fault strikes before any of it is acknowledged; answers how many those are. */
async function answerTogether(stage: Stage): Promise<number> {
  const holds = () => {
    for (const tablet of stage.tablets) tablet.answer(performance.now(), true);
    return stage.inFlight >= IN_FLIGHT;
  };
  if (!(await stage.until(holds, SCREENS_MS))) throw new Error(`Only ${stage.inFlight} answers were under way.`);
  return stage.inFlight;
}

/** Pupils answer, until they are told to stop. */
function answerOn(stage: Stage): { stop(): void } {
  let turn = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    turn += 1;
    // Not always the same ones first.
    const from = (turn * 37) % stage.tablets.length;
    for (let index = 0; index < stage.tablets.length; index += 1) {
      stage.tablets[(from + index) % stage.tablets.length]?.answer(now);
    }
  }, 10);
  return { stop: () => clearInterval(timer) };
}

/** What the disk and the screens hold once every screen has the reveal; at the latest after 30 s, as they are then. */
async function atRest(stage: Stage, roundId: string): Promise<Pick<History, 'stored' | 'shown' | 'settledAt'>> {
  const { lessonId } = stage.school;
  const end = performance.now() + SCREENS_MS;
  for (;;) {
    // The screens first: what they have is in the log by then.
    const shown = stage.shown().flatMap((one) => one ?? []);
    const stored = readLog(stage.dataDir, lessonId);
    const isReveal = ({ event }: Stored) => event.type === 'question.revealed' && event.roundId === roundId;
    const settledAt = stored.find(isReveal)?.version ?? Number.POSITIVE_INFINITY;
    const rest = { stored, shown, settledAt };
    if (shown.length === stage.shown().length && differences(rest).length === 0) return rest;
    if (performance.now() > end) return rest;
    await sleep(200);
  }
}

/** How many cases there are of each kind. */
export function counts({ lost, doubled, different, unsettled }: Findings) {
  return {
    lost: lost.length,
    doubled: doubled.length,
    different: different.length,
    unsettled: unsettled.length,
  };
}

export function isRed(findings: Findings): boolean {
  return Object.values(counts(findings)).some((count) => count > 0);
}
