import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOLD_MS, type Level, loudest, MARGIN_DB, MOST_VOICES, type Voice } from './loudest.ts';

const STEP_MS = 300;
const ids = (voices: readonly Voice[]) => voices.map(({ trackId }) => trackId).sort();
const levels = (volumes: Readonly<Record<string, number>>): Level[] =>
  Object.entries(volumes).map(([trackId, volume]) => ({ trackId, volume }));

test('[FL19] the three loudest are let through; somebody a little louder takes no place, somebody much louder does', () => {
  const first = loudest([], levels({ a: -30, b: -20, c: -40, d: -35 }), 0, MOST_VOICES);
  expect(ids(first)).toEqual(['a', 'b', 'd']);
  const close = levels({ a: -30, b: -20, c: -35 + MARGIN_DB - 1, d: -35 });
  expect(ids(loudest(first, close, HOLD_MS, MOST_VOICES))).toEqual(['a', 'b', 'd']);
  const loud = levels({ a: -30, b: -20, c: -10, d: -35 });
  expect(ids(loudest(first, loud, HOLD_MS - 1, MOST_VOICES))).toEqual(['a', 'b', 'd']);
  expect(ids(loudest(first, loud, HOLD_MS, MOST_VOICES))).toEqual(['a', 'b', 'c']);
});

test('[FL19] who falls silent keeps the place for a breath, and then leaves it', () => {
  const first = loudest([], levels({ a: -30 }), 0, MOST_VOICES);
  expect(ids(loudest(first, [], HOLD_MS - 1, MOST_VOICES))).toEqual(['a']);
  expect(ids(loudest(first, [], HOLD_MS, MOST_VOICES))).toEqual([]);
});

const heard = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: -127, max: 0 }));

test('[FL19] never more than three, none twice, and each for two seconds at least while it is heard', () => {
  fc.assert(
    fc.property(fc.array(heard, { maxLength: 60 }), (steps) => {
      let voices: readonly Voice[] = [];
      steps.forEach((volumes, at) => {
        const now = at * STEP_MS;
        const before = voices;
        voices = loudest(before, levels(volumes), now, MOST_VOICES);
        expect(voices.length).toBeLessThanOrEqual(MOST_VOICES);
        expect(new Set(ids(voices)).size).toBe(voices.length);
        for (const { trackId, since } of before) {
          if (trackId in volumes && now - since < HOLD_MS) expect(ids(voices)).toContain(trackId);
        }
      });
    }),
  );
});

test('[FL19] where everybody is as loud as before nothing changes', () => {
  fc.assert(
    fc.property(heard, (volumes) => {
      const settled = [0, 1, 2, 3].reduce<readonly Voice[]>(
        (v, at) => loudest(v, levels(volumes), at * HOLD_MS, MOST_VOICES),
        [],
      );
      const later = [4, 5, 6].reduce((v, at) => loudest(v, levels(volumes), at * HOLD_MS, MOST_VOICES), settled);
      expect(ids(later)).toEqual(ids(settled));
    }),
  );
});
