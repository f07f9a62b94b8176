import { quantile } from '../quantile.ts';

/** What a slice of time took. */
export interface Measured {
  /** Packets of the stream that receivers got. */
  readonly packets: number;
  /** Processor time in µs, by the scheduler's count. */
  readonly us: number;
}

/** One slice of each side: at the same time, or one right after the other. */
export interface Pair<Own extends Measured> {
  readonly own: Own;
  readonly control: Measured;
}

/** A comparison of two sides. */
export interface Pairs<Own extends Measured> {
  /** The median of own ÷ control, in processor time per packet, over the pairs: so that drift of the machine falls on both. */
  readonly ratio: number;
  /** Smallest, quartiles and largest of the pairs' ratios. */
  readonly spread: readonly number[];
  /** All packets of the counted slices. */
  readonly packets: { readonly own: number; readonly control: number };
  /** Pairs that were measured again, for their sides had not carried the same. */
  readonly repeated: number;
  readonly measured: readonly Pair<Own>[];
}

export interface PairsOptions<Own extends Measured> {
  /** How many pairs count. */
  readonly slices: number;
  /** Measures a slice of each side; `round` counts from 0, the warm-up. */
  readonly pair: (round: number) => Promise<Pair<Own>>;
  readonly log: (line: string) => void;
}

/** The most by which the packets of two slices may differ. */
const TOLERANCE = 0.005;

/**
 * Compares two sides pair by pair; the first pair warms up. A pair whose sides did not carry the same is measured again, and where that
 * happens as often as not the bench fails: the work was not the same, and a ratio would say nothing.
 */
export async function measurePairs<Own extends Measured>(options: PairsOptions<Own>): Promise<Pairs<Own>> {
  const { slices, log } = options;
  const measured: Pair<Own>[] = [];
  let repeated = 0;
  for (let round = 0; measured.length < slices; round += 1) {
    const pair = await options.pair(round);
    const same = carriedTheSame(pair);
    const remark = round === 0 ? ' (warm-up)' : same ? '' : ' (not the same, once more)';
    log(`${words(pair.own)} beside ${words(pair.control)}${remark}`);
    if (round === 0) continue;
    if (same) measured.push(pair);
    else repeated += 1;
    if (repeated > slices)
      throw new Error(`The two sides do not carry the same: ${words(pair.own)}, ${words(pair.control)}.`);
  }
  const ratios = measured.map((pair) => perPacket(pair.own) / perPacket(pair.control));
  const packets = (side: 'own' | 'control') => measured.reduce((sum, pair) => sum + pair[side].packets, 0);
  return {
    ratio: quantile(ratios, 0.5),
    spread: [0, 0.25, 0.5, 0.75, 1].map((q) => Number(quantile(ratios, q).toPrecision(3))),
    packets: { own: packets('own'), control: packets('control') },
    repeated,
    measured,
  };
}

/** Processor time per packet, in µs. */
export function perPacket({ us, packets }: Measured): number {
  return us / packets;
}

function carriedTheSame({ own, control }: Pair<Measured>): boolean {
  const most = Math.max(own.packets, control.packets);
  return Math.min(own.packets, control.packets) > 0 && Math.abs(own.packets - control.packets) <= TOLERANCE * most;
}

function words(slice: Measured): string {
  return `${perPacket(slice).toFixed(2)} µs for each of ${slice.packets} packets`;
}
