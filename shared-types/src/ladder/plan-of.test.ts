import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILM_SOUND_BITRATE } from './bitrates.ts';
import { KEPT, type Layout } from './layout.ts';
import { needOf, planOf, type TrackPlan } from './plan-of.ts';
import { RUNGS } from './rungs.ts';

const VILLAGE: Layout = [
  { trackId: 'voice', as: 'teacher-voice', layers: 1, wanted: 0 },
  { trackId: 'other', as: 'floor-voice', layers: 1, wanted: 0 },
  { trackId: 'teacher', as: 'teacher-video', layers: 3, wanted: 2 },
  { trackId: 'floor', as: 'floor-video', layers: 3, wanted: 2 },
];
const layouts = fc.uniqueArray(
  fc
    .record({ trackId: fc.uuid(), as: fc.constantFrom(...KEPT), layers: fc.integer({ min: 1, max: 3 }) })
    .chain((track) => fc.integer({ min: 0, max: track.layers - 1 }).map((wanted) => ({ ...track, wanted }))),
  { maxLength: 12, selector: ({ trackId }) => trackId },
);
const rank = ({ paused, spatialLayer, temporalLayer }: TrackPlan) => (paused ? -1 : 3 * spatialLayer + temporalLayer);

describe('[WL1] what a rung means for each track', () => {
  test('A is all of it, B the middle layer, C the lowest with fewer frames, D and E voices alone, F nothing', () => {
    const pictures = RUNGS.map((rung) => planOf(rung, VILLAGE).slice(2).map(rank));
    expect(pictures).toEqual([
      [8, 8],
      [5, 5],
      [1, 1],
      [-1, -1],
      [-1, -1],
      [-1, -1],
    ]);
    const voices = RUNGS.map((rung) => planOf(rung, VILLAGE).filter(({ paused }, nth) => nth < 2 && !paused).length);
    expect(voices).toEqual([2, 2, 2, 2, 2, 0]);
  });

  test('[FL21] on D and E the bits of one room that speaks count, on better rungs those of each', () => {
    const panel: Layout = [...VILLAGE, { trackId: 'third', as: 'floor-voice', layers: 1, wanted: 0 }];
    const voices = RUNGS.map((rung) =>
      planOf(rung, panel).filter(({ bitrate, frames }) => bitrate > 0 && frames === 0),
    );
    expect(voices.map(({ length }) => length)).toEqual([3, 3, 3, 2, 2, 0]);
    expect(needOf('E', panel)).toBe(needOf('E', VILLAGE));
  });

  test('a voice is given up on F alone, and a picture goes before any that is kept longer', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...RUNGS), fc.nat(5_000_000), (layout, rung, carries) => {
        const plans = planOf(rung, layout, carries);
        for (const [nth, { as }] of layout.entries()) {
          const plan = plans[nth] as TrackPlan;
          if (as.endsWith('voice')) expect(plan.paused).toBe(rung === 'F');
          if (as === 'film-sound') expect(plan.paused).toBe(rung === 'E' || rung === 'F');
          for (const [at, other] of layout.entries()) {
            const goesLater = KEPT.indexOf(other.as) < KEPT.indexOf(as) && !other.as.endsWith('voice');
            if (!goesLater || plan.paused) continue;
            const kept = plans[at] as TrackPlan;
            expect(kept.paused).toBe(false);
            if (other.as === 'film-sound') continue;
            if (other.layers === 3 && other.wanted === 2) expect(rank(kept)).toBeGreaterThanOrEqual(rank(plan));
          }
        }
      }),
    );
  });

  test('a worse rung never takes more of any track, and what is kept longer goes first where bits are given away', () => {
    fc.assert(
      fc.property(layouts, fc.nat(4), (layout, nth) => {
        const better = planOf(RUNGS[nth] ?? 'A', layout);
        const worse = planOf(RUNGS[nth + 1] ?? 'F', layout);
        for (const at of layout.keys())
          expect(rank(worse[at] as TrackPlan)).toBeLessThanOrEqual(rank(better[at] as TrackPlan));
        const byKept = [...layout.keys()].sort(
          (a, b) => KEPT.indexOf(layout[a]?.as ?? 'screen') - KEPT.indexOf(layout[b]?.as ?? 'screen'),
        );
        const priorities = byKept.map((at) => better[at]?.priority ?? 0);
        expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
      }),
    );
  });

  test('[SH5] a shared screen and its sound are kept where the teacher’s picture is not, and cost what they are seen to take', () => {
    const film: Layout = [
      { trackId: 'sound', as: 'film-sound', layers: 1, wanted: 0 },
      { trackId: 'screen', as: 'screen', layers: 2, wanted: 1 },
      ...VILLAGE,
    ];
    const kept = RUNGS.map((rung) => planOf(rung, film).map(({ paused }) => !paused));
    expect(kept.map(([sound]) => sound)).toEqual([true, true, true, true, false, false]);
    expect(kept.map(([, screen]) => screen)).toEqual([true, true, true, true, false, false]);
    expect(kept.map(([, , , , teacher]) => teacher)).toEqual([true, true, true, false, false, false]);
    expect(RUNGS.slice(0, 4).map((rung) => planOf(rung, film)[1]?.spatialLayer)).toEqual([1, 1, 0, 0]);
    const [sound, screen, ...others] = film;
    const still = [{ ...screen, bitrates: [4_000, 20_000] }, sound, ...others] as Layout;
    expect(needOf('C', still) - needOf('C', VILLAGE)).toBe(FILM_SOUND_BITRATE + 1.25 * 4_000);
    expect(needOf('E', still)).toBe(needOf('E', VILLAGE));
  });

  test('on C rooms without the floor come in the layout’s order, as many as the rest of the link carries', () => {
    const rooms = ['r1', 'r2', 'r3'].map((trackId) => ({ trackId, as: 'room-video', layers: 3, wanted: 0 }) as const);
    const layout: Layout = [{ trackId: 'floor', as: 'floor-video', layers: 3, wanted: 0 }, ...rooms];
    const seen = (carries: number) =>
      planOf('C', layout, carries).flatMap(({ trackId, paused }) => (paused ? [] : [trackId]));
    expect(seen(150_000)).toEqual(['floor']);
    expect(seen(230_000)).toEqual(['floor', 'r1', 'r2']);
    expect(seen(1_000_000)).toEqual(['floor', 'r1', 'r2', 'r3']);
  });
});

test('[WL2] E takes 96 kbit/s at most with two voices, answers and slides; each better rung takes no less', () => {
  expect(needOf('E', VILLAGE)).toBeLessThanOrEqual(96_000);
  fc.assert(
    fc.property(layouts, fc.nat(3), (layout, nth) => {
      expect(needOf(RUNGS[nth + 1] ?? 'F', layout)).toBeLessThanOrEqual(needOf(RUNGS[nth] ?? 'A', layout));
    }),
  );
});

test('[WL2] a layer counts with what it takes of late and a quarter more, as long as that is less than it may take', () => {
  const teacher = { trackId: 'teacher', as: 'teacher-video', layers: 3, wanted: 2 } as const;
  const takes = (...bitrates: number[]) => needOf('B', [{ ...teacher, bitrates }]) - needOf('E', []);
  expect(takes(100_000, 200_000, 900_000)).toBe(250_000);
  expect(takes(100_000, 490_000, 900_000)).toBe(500_000);
  // A layer that is not sent yet.
  expect(takes(100_000, 0, 0)).toBe(500_000);
});
