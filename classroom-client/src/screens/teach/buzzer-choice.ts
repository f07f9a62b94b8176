import { BUZZER_MODES, type BuzzerMode } from '@tongke/shared-types';
import type { Shelf } from '../../connection/storage.ts';

export const TEAMS = [2, 3, 4] as const;
/** How long a buzzer may be open, in s. */
export const BUZZER_SECONDS = [10, 20, 30, 60] as const;

/** How the lead teacher opens a buzzer. What is asked is another thing each time and not kept. */
export interface BuzzerChoice {
  readonly mode: BuzzerMode;
  readonly teams: number;
  /** In s. */
  readonly seconds: number;
}

const KEY = 'tongke.buzzer';
const FIRST: BuzzerChoice = { mode: 'pupil', teams: 2, seconds: 20 };

/** The last choice on this device, so that the next buzzer is one tap and go. */
export function keptChoice(shelf: Shelf): BuzzerChoice {
  try {
    const { mode, teams, seconds } = JSON.parse(shelf.getItem(KEY) ?? 'null') as BuzzerChoice;
    return {
      mode: BUZZER_MODES.find((known) => known === mode) ?? FIRST.mode,
      teams: TEAMS.find((known) => known === teams) ?? FIRST.teams,
      seconds: BUZZER_SECONDS.find((known) => known === seconds) ?? FIRST.seconds,
    };
  } catch {
    return FIRST;
  }
}

export function keepChoice(shelf: Shelf, choice: BuzzerChoice): void {
  shelf.setItem(KEY, JSON.stringify(choice));
}
