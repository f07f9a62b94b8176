import type { Link } from '../../netlab/link.ts';
import type { Chance } from './chance.ts';
import { SimulatedNetwork, TWO_PATHS } from './simulated-network.ts';

/** The link of one room for the emulator, drawn as the simulation draws it. */
export function ruralLink(chance: Chance): Link {
  const { rtt, outward } = new SimulatedNetwork(TWO_PATHS, chance);
  return {
    up: true,
    delayMs: 0,
    jitterMs: TWO_PATHS.jitter * rtt,
    late: { share: TWO_PATHS.late, byMs: rtt },
    toClient: { delayMs: rtt * outward },
    toServer: { delayMs: rtt * (1 - outward) },
    seed: Math.floor(chance.between(1, 2 ** 30)),
  };
}
