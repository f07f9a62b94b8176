import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { Context } from '../decide/context.ts';
import { isRunning } from '../decide/is-running.ts';
import { happen, type Outcome, unless } from '../decide/outcome.ts';
import { portions } from '../decide/portions.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState, Time } from '../state.ts';
import type { BuzzerRound } from './buzzer-state.ts';
import { grain } from './grain.ts';
import { type EntrantMeasure, MEASURES_PER_EVENT } from './measure.ts';

/** From arming to the cue: enough for the sealed cue to be everywhere, and a while that nobody can know. In ms. */
const ARMED_MS = { least: 1_000, more: 800 } as const;

/** Where nobody measures, the round starts all the same, so long after the cue was due. In ms. */
export const START_GRACE_MS = 500;

const FEWEST_TEAMS = 2;

/** [BZ1] Arms a buzzer when no other round is on the screens. */
export function openBuzzer(
  state: LessonState,
  command: Extract<Command, { type: 'buzzer.open' }>,
  { now, newId, random }: Context,
): Outcome {
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [isRunning(state), 'round/running'],
    ],
    () => {
      const { mode, prompt, seconds } = command;
      const teams = mode === 'teams' ? (command.teams ?? FEWEST_TEAMS) : null;
      const startsAt = now + ARMED_MS.least + Math.floor(random() * (ARMED_MS.more + 1));
      return happen({ type: 'buzzer.armed', roundId: newId(), mode, teams, prompt, at: now, startsAt, seconds });
    },
  );
}

/** [BZ2] The cue is due: the measures are frozen, and from here on presses count. */
export function startBuzzer(
  { round }: LessonState,
  { roundId, measures }: { readonly roundId: string; readonly measures: readonly EntrantMeasure[] },
  { now }: Pick<Context, 'now'>,
): Outcome {
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return refuse('round/other');
  return round.phase === 'armed' ? happen(...started(round, measures, now)) : happen();
}

/** What the start consists of. */
export function started(round: BuzzerRound, measures: readonly EntrantMeasure[], at: Time): LessonEvent[] {
  const { roundId, prompt, seconds } = round;
  const measured = portions(measures.map(inGrains), MEASURES_PER_EVENT).map(
    (portion): LessonEvent => ({ type: 'buzzer.measured', roundId, measures: portion }),
  );
  return [...measured, { type: 'buzzer.started', roundId, at, closesAt: at + seconds * 1000, prompt }];
}

function inGrains({ entrant, least, slack, alone, path, late }: EntrantMeasure): EntrantMeasure {
  return { entrant, least: grain(least), slack: grain(slack), alone, path, late: grain(late) };
}
