import { type Refused, refuse } from '@tongke/shared-types';
import type { Guesser, GuessLimiter } from '../guard/guess-limiter.ts';
import { isRefused } from './is-refused.ts';

/**
 * [HT4] Lets one code, PIN or link be tried, counting it when it was wrong. Attempts are looked at one after the other:
 * a thousand at once must not all slip past a counter that still stands at zero.
 */
export function guessGuard({
  guesses,
  wait,
}: {
  readonly guesses: GuessLimiter;
  readonly wait: (ms: number) => Promise<void>;
}) {
  let last: Promise<unknown> = Promise.resolve();
  return async <T extends object>(guesser: Guesser, attempt: () => Promise<T | Refused>): Promise<T | Refused> => {
    const pause = guesses.before(guesser);
    if (pause === 'refuse') return refuse('code/slow-down');
    if (pause > 0) await wait(pause);
    const turn = last.then(async () => {
      if (guesses.before(guesser) === 'refuse') return refuse('code/slow-down');
      const answer = await attempt();
      if (isRefused(answer) && (answer.reason === 'code/wrong' || answer.reason === 'pin/wrong'))
        guesses.wrong(guesser);
      return answer;
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

export type GuessGuard = ReturnType<typeof guessGuard>;
