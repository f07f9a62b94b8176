import type { Link } from '../../netlab/link.ts';
import { quantile } from '../quantile.ts';
import type { Chance } from './chance.ts';
import { SimulatedNetwork, TWO_PATHS } from './simulated-network.ts';

const PINGS = 15;

/** The link of one room for the emulator, drawn as the simulation draws it, and what its pings would take in the median, in ms. */
export function ruralLink(chance: Chance): { readonly link: Link; readonly medianPing: number } {
  const network = new SimulatedNetwork(TWO_PATHS, chance);
  const { rtt, outward } = network;
  const pings = Array.from({ length: PINGS }, () => network.ping());
  const link = {
    up: true,
    delayMs: 0,
    jitterMs: TWO_PATHS.jitter * rtt,
    late: { share: TWO_PATHS.late, byMs: rtt },
    toClient: { delayMs: rtt * outward },
    toServer: { delayMs: rtt * (1 - outward) },
    seed: Math.floor(chance.between(1, 2 ** 30)),
  };
  return { link, medianPing: quantile(pings, 0.5) };
}
