import type { LinkReport } from '@tongke/shared-types';
import { describe, expect, test } from 'vitest';
import { createLinkWord } from './link-word.ts';

const CALM: LinkReport = { type: 'link', concealment: 0, outgoing: 1_000_000, roundTrip: 80 };

/** Whether this is news behind that. */
function isNews(report: Partial<LinkReport>, before: Partial<LinkReport> = {}): boolean {
  const word = createLinkWord(() => 0);
  word.hear({ ...CALM, ...before });
  return word.hear({ ...CALM, ...report });
}

describe('[WL5] what a browser says of its link', () => {
  test('the first is news; the same again waits for a beat, 30 s later', () => {
    let now = 50_000;
    const word = createLinkWord(() => now);
    expect([word.hear(CALM), word.hear(CALM)]).toEqual([true, false]);
    now += 29_999;
    expect(word.again()).toBeNull();
    const latest = { ...CALM, roundTrip: 90 };
    expect(word.hear(latest)).toBe(false);
    now += 1;
    expect(word.again()).toBe(latest);
    expect(word.again()).toBeNull();
    now += 30_000;
    expect(word.again()).toBe(latest);
  });

  test('news puts the repetition off, and of a link of which nothing can be said nothing is repeated', () => {
    let now = 0;
    const word = createLinkWord(() => now);
    word.hear(CALM);
    now = 20_000;
    const worse = { ...CALM, concealment: 0.2 };
    expect(word.hear(worse)).toBe(true);
    now = 49_999;
    expect(word.again()).toBeNull();
    expect(word.hear(null)).toBe(false);
    now = 60_000;
    expect(word.again()).toBeNull();
    expect(word.hear(CALM)).toBe(true);
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
