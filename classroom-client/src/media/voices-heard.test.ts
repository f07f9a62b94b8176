import { LEAD_PEER } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMediaStore } from './media-store.ts';
import { keepVoices } from './voices-heard.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('[AU2] the latest word of who speaks counts, and none at all for long means nobody', () => {
  const store = createMediaStore();
  const keep = keepVoices(store);
  const say = (speaks: readonly string[]) =>
    keep({
      peerId: null,
      signal: { type: 'voices', speaks, levels: speaks.map((peerId) => ({ peerId, volume: -20 })) },
    });
  say([LEAD_PEER]);
  say(['c1', LEAD_PEER]);
  expect(store.getState()).toMatchObject({ speaks: ['c1', LEAD_PEER], levels: { c1: -20, [LEAD_PEER]: -20 } });
  vi.advanceTimersByTime(4_999);
  expect(store.getState().speaks).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(store.getState()).toMatchObject({ speaks: [], levels: {} });
});
