import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryShelf } from '../../testing/memory-shelf.ts';
import { forgetLateness, keepLateness, keptLateness } from './device-lateness.ts';
import { BEAT_MS, BEATS, LEAD_IN, rhythmLateness } from './rhythm.ts';

const beats = (late: number, jitter: (beat: number) => number = () => 0) =>
  Array.from({ length: LEAD_IN + BEATS }, (_, beat) => 1_000 + beat * BEAT_MS + late + jitter(beat));

describe('the test of a device', () => {
  it('[TM10] finds how late taps are behind the beat, and corrects by 0 to 60 ms', () => {
    expect(rhythmLateness(1_000, beats(37))).toMatchObject({ ok: true, late: 37, behind: 37, spread: 0, taps: BEATS });
    expect(rhythmLateness(1_000, beats(140))).toMatchObject({ ok: true, late: 60, behind: 140 });
    expect(rhythmLateness(1_000, beats(-25))).toMatchObject({ ok: true, late: 0, behind: -25 });
  });

  it('[TM10] is not moved by single taps that go astray, nor by the first ones', () => {
    const astray = beats(30, (beat) => (beat < LEAD_IN || beat % 9 === 0 ? 300 : beat % 2 === 0 ? 10 : -10));
    const result = rhythmLateness(1_000, astray);
    expect(result.ok && Math.abs(result.behind - 30)).toBeLessThanOrEqual(10);
  });

  it('[TM10] says when there is nothing to go by', () => {
    expect(rhythmLateness(1_000, beats(20).slice(0, 10))).toEqual({ ok: false, why: 'too-few' });
    expect(
      rhythmLateness(
        1_000,
        beats(0, (beat) => (beat * 137) % 400),
      ),
    ).toEqual({ ok: false, why: 'too-uneven' });
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 }), (taps) => {
        const result = rhythmLateness(1_000, taps);
        if (result.ok) expect(result.late >= 0 && result.late <= 60).toBe(true);
      }),
    );
  });

  it('[TM10] keeps what it found on the device; what somebody wrote there instead is no result', () => {
    const shelf = memoryShelf();
    expect(keptLateness(shelf)).toBeNull();
    keepLateness(shelf, { late: 12, at: 5 });
    expect(keptLateness(shelf)).toEqual({ late: 12, at: 5 });
    for (const bad of ['{', '{"late":61,"at":1}', '{"late":-1,"at":1}', '{"late":"9","at":1}', 'null', '3']) {
      shelf.setItem('tongke.lateness', bad);
      expect(keptLateness(shelf)).toBeNull();
    }
    keepLateness(shelf, { late: 12, at: 5 });
    forgetLateness(shelf);
    expect(keptLateness(shelf)).toBeNull();
  });
});
