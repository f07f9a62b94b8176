import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layout } from './layout.ts';
import { needOf } from './plan-of.ts';
import { type DownlinkSample, rungOf } from './rung-of.ts';
import { rungOfVoices } from './rung-of-voices.ts';
import { isWorse, RUNGS, type Rung } from './rungs.ts';

const VILLAGE: Layout = [
  { trackId: 'voice', as: 'teacher-voice', layers: 1, wanted: 0 },
  { trackId: 'teacher', as: 'teacher-video', layers: 3, wanted: 2 },
];
const CALM: DownlinkSample = { estimate: 5_000_000, sent: 500_000, loss: 0, concealment: 0 };
const rungAt = (sample: Partial<DownlinkSample>, layout = VILLAGE) => rungOf({ ...CALM, ...sample }, layout).rung;

describe('[WL2] the rung that a link carries', () => {
  test.each([
    [2_000_000, 'A'],
    [600_000, 'B'],
    [200_000, 'C'],
    [100_000, 'D'],
    [60_000, 'E'],
    [30_000, 'E'],
    [19_000, 'F'],
  ])('with %i bit/s it is %s', (estimate, rung) => {
    expect(rungAt({ estimate })).toBe(rung);
  });

  test.each([
    [{ loss: 0.04 }, 'A'],
    [{ loss: 0.05 }, 'B'],
    [{ loss: 0.15 }, 'C'],
    [{ loss: 0.3 }, 'E'],
    [{ concealment: 0.03, loss: 0.01 }, 'C'],
    [{ concealment: 0.1, loss: 0.01 }, 'E'],
    [{ concealment: 0.5, loss: 0.009 }, 'A'],
    [{ concealment: null, loss: 0.01 }, 'A'],
  ])('with %o no more than %s', (sample, rung) => {
    expect(rungAt(sample)).toBe(rung);
  });

  test('F is for a link on which not even 20 kbit/s arrive, whatever the congestion control says', () => {
    const gone = { estimate: 30_000, sent: 42_000, loss: 0.6, concealment: null };
    expect([rungAt(gone), rungAt({ ...gone, concealment: 0.8 })]).toEqual(['F', 'F']);
    expect(rungAt({ ...gone, loss: 0.4 })).toBe('E');
    // The loss is an old one: the screen hears the voice.
    expect(rungAt({ ...gone, concealment: 0.05 })).toBe('E');
    // Where hardly anything is sent its loss says little.
    expect(rungAt({ ...gone, sent: 2_000 })).toBe('E');
  });

  test('what moves needs no room for voices, which the congestion control does not count, and stays while a quarter of its frames fits', () => {
    const running = (estimate: number, tried = false) => rungOf({ ...CALM, estimate }, VILLAGE, 'C', tried).rung;
    expect([running(512_000), running(511_000)]).toEqual(['B', 'C']);
    expect([running(72_000), running(71_000)]).toEqual(['C', 'E']);
    // What is tried has to fit with half of them.
    expect([running(102_000, true), running(101_000, true), running(85_000, true)]).toEqual(['C', 'D', 'E']);
  });

  test('while D runs, voices alone, it is carried as long as E is, and no longer', () => {
    const running = (sample: Partial<DownlinkSample>, rung: Rung) => rungOf({ ...CALM, ...sample }, VILLAGE, rung).rung;
    expect([running({ estimate: 60_000 }, 'D'), running({ estimate: 60_000 }, 'C')]).toEqual(['D', 'E']);
    expect(running({ estimate: 50_000 }, 'D')).toBe('E');
    expect(running({ estimate: 60_000, loss: 0.3 }, 'D')).toBe('E');
  });

  test('[SH5] while D runs, a shared screen counts with what it is seen to take', () => {
    const film = (bitrate: number): Layout => [
      ...VILLAGE,
      { trackId: 'screen', as: 'screen', layers: 2, wanted: 1, bitrates: [bitrate, 0] },
    ];
    const running = (bitrate: number, estimate: number) => rungOf({ ...CALM, estimate }, film(bitrate), 'D').rung;
    expect([running(10_000, 60_000), running(200_000, 60_000)]).toEqual(['D', 'E']);
    expect(running(200_000, 140_000)).toBe('D');
  });

  test.each([
    ['D', null, 'D'],
    ['D', 0.09, 'D'],
    ['D', 0.1, 'E'],
    ['E', 0.49, 'E'],
    ['E', 0.5, 'F'],
    ['F', null, 'F'],
  ] as const)(
    'where no picture runs on %s, with %s of the voice made up it is what the ear says: %s',
    (running, concealment, rung) => {
      expect(rungOfVoices(running, concealment)).toEqual({ rung, urgent: false });
    },
  );

  test('nothing is waited for at 30 % of loss, or when less than a voice fits', () => {
    const urgent = (sample: Partial<DownlinkSample>) => rungOf({ ...CALM, ...sample }, VILLAGE).urgent;
    expect([urgent({}), urgent({ loss: 0.29 }), urgent({ loss: 0.3 })]).toEqual([false, false, true]);
    expect([urgent({ estimate: 50_000 }), urgent({ estimate: 40_000 })]).toEqual([false, true]);
  });

  test('where there is no picture nothing of it can be given up', () => {
    expect(rungAt({ estimate: 60_000 }, VILLAGE.slice(0, 1))).toBe('A');
  });

  test('what the rung takes fits, down to E, and a better link never gets a worse rung', () => {
    const sample = fc.record({
      estimate: fc.integer({ min: 0, max: 4_000_000 }),
      sent: fc.integer({ min: 0, max: 4_000_000 }),
      loss: fc.double({ min: 0, max: 0.29, noNaN: true }),
      concealment: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(sample, fc.nat(1_000_000), (one, more) => {
        const { rung } = rungOf(one, VILLAGE);
        if (rung < 'E') expect(needOf(rung, VILLAGE)).toBeLessThanOrEqual(one.estimate);
        if (rung === 'F') expect(one.estimate).toBeLessThan(20_000);
        const better = rungOf({ ...one, estimate: one.estimate + more }, VILLAGE).rung;
        expect(isWorse(RUNGS, better, rung)).toBe(false);
      }),
    );
  });
});
