import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEGINS_MS, type HeardVoice, heardVoices, PAUSE_MS, VOICE_DB, whoSpeaks } from './who-speaks.ts';

const TICK_MS = 300;
const at = (peerId: string, volume = -30) => ({ peerId, volume });

/** Who speaks after these measurements, one every `TICK_MS`. */
function after(...ticks: readonly (readonly string[])[]): readonly string[] {
  return whoSpeaks(
    ticks.reduce<readonly HeardVoice[]>(
      (voices, tick, index) =>
        heardVoices(
          voices,
          tick.map((peerId) => at(peerId)),
          index * TICK_MS,
        ),
      [],
    ),
  );
}

test('[AU2] a noise does not speak, a voice does after half a second, and a pause between words is none', () => {
  expect(after(['a'])).toEqual([]);
  expect(after(['a'], ['a'])).toEqual([]);
  expect(after(['a'], ['a'], ['a'])).toEqual(['a']);
  expect(after(['a'], ['a'], ['a'], [], [])).toEqual(['a']);
  expect(after(['a'], ['a'], ['a'], [], [], [], [])).toEqual([]);
});

test('[AU2] whoever began first stands in front until a pause', () => {
  expect(after(['b'], ['b', 'a'], ['b', 'a'], ['b', 'a'])).toEqual(['b', 'a']);
  expect(after(['b'], ['b', 'a'], ['b', 'a'], ['a'], ['a'], ['a'], ['a', 'b'])).toEqual(['a']);
});

test('[AU2] a room that breathes is no voice', () => {
  const quiet = [at('a', VOICE_DB - 1)];
  expect(heardVoices([], quiet, 0)).toEqual([]);
});

test('[AU2] whatever is measured: who speaks was heard for long enough and within the last second, nobody twice', () => {
  const tick = fc.record({
    ms: fc.integer({ min: 1, max: 1_500 }),
    levels: fc.uniqueArray(
      fc.record({ peerId: fc.constantFrom('a', 'b', 'c'), volume: fc.integer({ min: -70, max: 0 }) }),
      {
        selector: ({ peerId }) => peerId,
      },
    ),
  });
  fc.assert(
    fc.property(fc.array(tick, { maxLength: 40 }), (ticks) => {
      let voices: readonly HeardVoice[] = [];
      let now = 0;
      const loudAt = new Map<string, number[]>();
      for (const { ms, levels } of ticks) {
        now += ms;
        for (const { peerId, volume } of levels)
          if (volume >= VOICE_DB) loudAt.set(peerId, [...(loudAt.get(peerId) ?? []), now]);
        voices = heardVoices(voices, levels, now);
        const speaks = whoSpeaks(voices);
        expect(new Set(speaks).size).toBe(speaks.length);
        for (const peerId of speaks) {
          const heard = loudAt.get(peerId) ?? [];
          const last = Math.max(...heard);
          expect(now - last).toBeLessThan(PAUSE_MS);
          expect(heard.some((one) => last - one >= BEGINS_MS)).toBe(true);
        }
      }
    }),
  );
});
