import type { LinkEstimate } from '@tongke/shared-types';
import type { Chance } from './chance.ts';

/** How a room's network behaves. */
export interface Weather {
  /** Mean of the exponential jitter of each leg, as a share of the round trip. */
  readonly jitter: number;
  /** Share of packets that come one round trip late, per leg. */
  readonly late: number;
  readonly paths: 'both' | 'socket';
}

/** The first of two copies: little jitter, hardly anything late. */
export const TWO_PATHS: Weather = { jitter: 0.05, late: 0.002, paths: 'both' };
/** TCP alone: what is lost comes a round trip later. */
export const SOCKET_ONLY: Weather = { jitter: 0.1, late: 0.03, paths: 'socket' };

const RTT_MS = { least: 40, most: 600 } as const;
/** Share of the round trip that is the way out. */
const OUTWARD = { least: 0.3, most: 0.7 } as const;

/** What five minutes leave of pings: every 5 s one a path, and one of the browser's own on the socket. */
const PINGS = { both: { page: 86, browser: 42 }, socket: { page: 60, browser: 60 } } as const;

/** One room's link to the server, drawn anew for a round. */
export class SimulatedNetwork {
  readonly rtt: number;
  readonly weather: Weather;
  readonly #chance: Chance;
  /** Share of the round trip that is the way out. */
  readonly outward: number;

  constructor(weather: Weather, chance: Chance) {
    this.weather = weather;
    this.#chance = chance;
    this.rtt = chance.between(RTT_MS.least, RTT_MS.most);
    this.outward = chance.between(OUTWARD.least, OUTWARD.most);
  }

  /** How long a packet takes to the room, in ms. */
  out(): number {
    return this.#leg(this.rtt * this.outward);
  }

  /** How long a packet takes to the server, in ms. */
  back(): number {
    return this.#leg(this.rtt * (1 - this.outward));
  }

  /** A round trip; both legs in one draw, for millions of them are made. */
  ping(): number {
    const { jitter, late } = this.weather;
    const jitters = this.#chance.twoExponentials(jitter * this.rtt);
    return this.rtt + jitters + (this.#chance.happens(2 * late) ? this.rtt : 0);
  }

  /** Five minutes of pings of a device in this room. */
  measure(estimate: Pick<LinkEstimate, 'add'>, now: number): void {
    const { page, browser } = PINGS[this.weather.paths];
    const every = (page + browser) / browser;
    let browsers = 0;
    for (let n = 1; n <= page + browser; n += 1) {
      const isBrowser = n >= (browsers + 1) * every;
      if (isBrowser) browsers += 1;
      estimate.add(this.ping(), now, isBrowser ? 'browser' : 'page');
    }
  }

  #leg(least: number): number {
    const { jitter, late } = this.weather;
    return least + this.#chance.exponential(jitter * this.rtt) + (this.#chance.happens(late) ? this.rtt : 0);
  }
}
