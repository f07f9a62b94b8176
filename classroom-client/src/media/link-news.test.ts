import type { LinkReport } from '@tongke/shared-types';
import { describe, expect, test } from 'vitest';
import { isLinkNews } from './link-news.ts';

const CALM: LinkReport = { type: 'link', concealment: 0, outgoing: 1_000_000, roundTrip: 80 };
const isNews = (report: Partial<LinkReport>, before: Partial<LinkReport> = {}, after = 2_000) =>
  isLinkNews({ report: { ...CALM, ...before }, at: 50_000 }, { ...CALM, ...report }, 50_000 + after);

describe('[WL5] what a browser says of its link', () => {
  test('the first is news, and after 30 s the same again', () => {
    expect(isLinkNews(null, CALM, 0)).toBe(true);
    expect([isNews({}, {}, 29_999), isNews({}, {}, 30_000)]).toEqual([false, true]);
  });

  test('a voice that is made up is said each time, and that it is no longer', () => {
    expect(isNews({ concealment: 0.009 })).toBe(false);
    expect(isNews({ concealment: 0.01 })).toBe(true);
    expect(isNews({ concealment: 0.2 }, { concealment: 0.2 })).toBe(true);
    expect(isNews({ concealment: 0 }, { concealment: 0.2 })).toBe(true);
    expect([isNews({ concealment: null }), isNews({}, { concealment: null })]).toEqual([true, true]);
  });

  test('what fits on the way out is news when it is a quarter more or less, or begins or ends', () => {
    expect([isNews({ outgoing: 1_250_000 }), isNews({ outgoing: 1_250_001 })]).toEqual([false, true]);
    expect([isNews({ outgoing: 800_000 }), isNews({ outgoing: 799_000 })]).toEqual([false, true]);
    expect([isNews({ outgoing: null }), isNews({}, { outgoing: null })]).toEqual([true, true]);
    expect(isNews({ outgoing: null }, { outgoing: null })).toBe(false);
  });

  test('a round trip is news when it is a quarter and 20 ms away from the last', () => {
    expect([isNews({ roundTrip: 100 }), isNews({ roundTrip: 101 })]).toEqual([false, true]);
    expect([isNews({ roundTrip: 600 }, { roundTrip: 500 }), isNews({ roundTrip: 630 }, { roundTrip: 500 })]).toEqual([
      false,
      true,
    ]);
    expect([isNews({ roundTrip: null }), isNews({ roundTrip: undefined }, { roundTrip: null })]).toEqual([true, false]);
  });
});
