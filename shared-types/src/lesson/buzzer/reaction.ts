import type { Measure } from './measure.ts';

/** What one press was judged by and what came of it. All ms. */
export interface Reaction {
  /** N*: how much of the waiting was the network. */
  readonly network: number;
  /** R*: from the cue on the entrant's own screen to the press. */
  readonly reaction: number;
  /** Half the width of what the reaction may really have been. */
  readonly margin: number;
}

/**
 * δ: reactions that lie closer together are a tie, in ms. It is max(one frame of 60 Hz, 2·σ of what a device adds): with σ = 8 ms the
 * frame decides.
 */
export const TIE_MS = 16.75;

/** Faster than any human: pressed without having seen the cue, in ms (Woods 2015: mean detection 131 ms, simple reaction 231 ms). */
export const FASTEST_MS = 100;

/**
 * ε: how coarse a device's stamps may be, in ms. A network that beats its own least round trip now and then is no reason for more: what
 * a device's frame adds would then count against its pupil.
 */
export const EPSILON_MS = 1;

/** What a reaction is less sure by, in ms. */
const WIDER = { socket: 25, alone: 25, hand: 150 } as const;

/**
 * The bounded delivery clock (shaped after DBO, SIGCOMM 2023). Waited is W, from the key's departure to the press's arrival on the
 * server's clock; claimed is R̂, what the device says; N̂ = W − R̂ is the network time that this implies. It is believed within
 * [least − ε, least + slack]: R* = W − clip(N̂). Whoever lies about R̂ gains slack + ε at most.
 */
export function judge(
  press: { readonly waited: number; readonly claimed: number | null; readonly hand: boolean },
  { least, slack, alone, path }: Measure,
): Reaction {
  const { waited, claimed, hand } = press;
  const implied = claimed === null ? least + slack / 2 : waited - claimed;
  const network = Math.min(Math.max(implied, least - EPSILON_MS), least + slack);
  const unsure =
    Math.abs(implied - network) +
    (claimed === null ? slack / 2 : 0) +
    (path === 'socket' ? WIDER.socket : 0) +
    (alone ? WIDER.alone : 0);
  const margin = (hand ? WIDER.hand : TIE_MS / 2) + unsure;
  return { network, reaction: waited - network, margin };
}
