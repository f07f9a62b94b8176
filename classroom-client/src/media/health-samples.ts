import type { LinkHealth } from '@tongke/shared-types';

/** How a link did at an instant, ms. */
export interface HealthSample extends LinkHealth {
  readonly at: number;
}

/** So far back a chart goes, ms. */
export const HEALTH_WINDOW_MS = 5 * 60_000;

/** The samples of the last five minutes with one more. */
export function withSample(samples: readonly HealthSample[], sample: HealthSample): readonly HealthSample[] {
  return [...samples.filter(({ at }) => at > sample.at - HEALTH_WINDOW_MS), sample];
}
