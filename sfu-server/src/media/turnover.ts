/**
 * Where a watched voice stands between its two forms. `offered`: the protected consumer is made and its browser has not attached it yet ·
 * `over`: both flow, until the protected one is heard · `protected`: it flows alone · `back`: both flow, until the plain one is heard.
 */
export interface Turnover {
  readonly at: 'plain' | 'offered' | 'over' | 'protected' | 'back';
  /** Ms of one monotonic clock. */
  readonly since: number;
}

/** Both forms flow for so long, in ms: over a round trip of 600 ms, a third of a second of waiting, and the looks of a second. */
const OVER_MS = 2_000;
/** The plain form flows for so long before the protected one ends, in ms. */
const BACK_MS = 1_000;

export const AT_PLAIN: Turnover = { at: 'plain', since: 0 };

/** [VO2] The next stand: `needed`, whether the link calls for the protected form and it is there; `ready`, whether its browser has attached it. */
export function stepTurnover(
  turnover: Turnover,
  { needed, ready }: { readonly needed: boolean; readonly ready: boolean },
  now: number,
): Turnover {
  const { at, since } = turnover;
  const to = (next: Turnover['at']): Turnover => ({ at: next, since: now });
  switch (at) {
    case 'plain':
      return needed ? to('offered') : turnover;
    case 'offered':
      if (!needed) return to('plain');
      return ready ? to('over') : turnover;
    case 'over':
    case 'protected':
      if (!needed) return to('back');
      return at === 'over' && now - since >= OVER_MS ? to('protected') : turnover;
    case 'back':
      if (needed) return to('over');
      return now - since >= BACK_MS ? to('plain') : turnover;
  }
}

/** Which forms flow. */
export function flowsAt({ at }: Turnover): { readonly plain: boolean; readonly sheltered: boolean } {
  return { plain: at !== 'protected', sheltered: at === 'over' || at === 'protected' || at === 'back' };
}
