import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorse, RUNGS, type Rung } from './rungs.ts';
import { type Ladder, runningRung, type Seen, startLadder, stepLadder } from './step-ladder.ts';

const seen = (rung: Rung, urgent = false): Seen<Rung> => ({ rung, urgent });

/** Steps once a second through what is carried, and answers the ladder after each step. */
function climb(carried: readonly Seen<Rung>[], start: Rung = 'C', ceiling: Rung = 'A'): Ladder<Rung>[] {
  let ladder = startLadder<Rung>(start);
  return carried.map((one, second) => {
    ladder = stepLadder(RUNGS, ladder, one, { now: 1_000 * second, ceiling });
    return ladder;
  });
}
const rungs = (ladders: readonly Ladder<Rung>[]) => ladders.map(({ rung }) => rung).join('');
const always = (rung: Rung, seconds: number) => Array.from({ length: seconds }, () => seen(rung));

describe('[WL3] a rung is left', () => {
  test('downwards after 3 s, to what is carried; a dip of less changes nothing', () => {
    expect(rungs(climb([...always('E', 3), ...always('C', 4)]))).toBe('CCCCCCC');
    expect(rungs(climb([...always('C', 1), ...always('E', 5)]))).toBe('CCCCEE');
  });

  test('downwards at once where a voice would miss its deadline', () => {
    expect(rungs(climb([seen('C'), seen('E', true), seen('F', true)]))).toBe('CEF');
  });

  test('upwards by one rung each 8 s that show that it is carried', () => {
    const up = rungs(climb(always('A', 26), 'D'));
    expect(up).toBe(`${'D'.repeat(8)}${'C'.repeat(8)}${'B'.repeat(8)}${'A'.repeat(2)}`);
  });

  test('sooner where the link is new, until it falls', () => {
    let ladder = startLadder<Rung>('C', 2_000);
    const carried = [...always('A', 6), ...always('C', 5), ...always('A', 4)];
    const seenRungs = carried.map((one, second) => {
      ladder = stepLadder(RUNGS, ladder, one, { now: 1_000 * second, ceiling: 'A' });
      return ladder.rung;
    });
    expect(seenRungs.join('')).toBe('CCBBAAAAACCCCBB');
  });

  test('at once where a person wants less, and never above what a person wants', () => {
    const ladder = stepLadder(RUNGS, startLadder<Rung>('A'), seen('A'), { now: 0, ceiling: 'E' });
    expect(ladder.rung).toBe('E');
    expect(rungs(climb(always('A', 200), 'E', 'C'))).toMatch(/^E{8}D{8}C+$/);
  });
});

describe('[WL3] a try', () => {
  test('succeeds as soon as it is carried', () => {
    const ladders = climb([...always('C', 11), ...always('B', 1)]);
    expect(ladders.map(runningRung).join('')).toBe(`${'C'.repeat(8)}BBBB`);
    expect(rungs(ladders)).toBe(`${'C'.repeat(11)}B`);
  });

  test('comes after the longest wait that counts, however often one has failed', () => {
    const failed = { ...startLadder<Rung>('E', 32_000), steady: 0 };
    const at = (now: number) => stepLadder<Rung>(RUNGS, failed, seen('E'), { now, ceiling: 'A', most: 8_000 }).trying;
    expect([at(7_000), at(8_000)?.rung]).toEqual([null, 'D']);
  });

  test('that fails and hurts nobody lasts 8 s, and is made again after the same wait', () => {
    const ladders = climb(always('C', 400));
    const begins = ladders.flatMap(({ trying }, at) => (trying && !ladders[at - 1]?.trying ? [at] : []));
    expect(begins).toEqual(Array.from({ length: 25 }, (_, nth) => 8 + 16 * nth).filter((at) => at < 400));
    expect(new Set(ladders.map(({ rung }) => rung))).toEqual(new Set(['C']));
  });

  test('leaves out what shows nothing by itself, and takes the best that it shows', () => {
    const step = (ladder: Ladder<Rung>, carried: Rung, now: number): Ladder<Rung> =>
      stepLadder<Rung>(RUNGS, ladder, seen(carried), { now, ceiling: 'A', mute: ['D'] });
    let ladder: Ladder<Rung> = step(startLadder<Rung>('E'), 'E', 0);
    ladder = step(ladder, 'E', 8_000);
    expect(ladder).toMatchObject({ rung: 'E', trying: { rung: 'C' } });
    expect(step(ladder, 'C', 11_000)).toMatchObject({ rung: 'C', trying: null });
    expect(step(ladder, 'D', 15_000)).toMatchObject({ rung: 'E', trying: { rung: 'C' } });
    expect(step(ladder, 'D', 16_000)).toMatchObject({ rung: 'D', trying: null });
    expect(step(ladder, 'E', 16_000)).toMatchObject({ rung: 'E', trying: null });
  });

  test('ends at once where a voice suffers from it', () => {
    const ladders = climb([...always('D', 9), seen('E', true)], 'D');
    expect(ladders.slice(-2).map(runningRung)).toEqual(['C', 'E']);
  });

  test('a rise that does not last doubles the wait too, and one that lasts 30 s ends that', () => {
    const wave = [...always('B', 9), ...always('C', 4), ...always('B', 17), ...always('B', 40)];
    const ladders = climb(wave, 'C', 'B');
    expect(ladders.map(({ wait }) => wait / 1_000)).toEqual([
      ...Array.from({ length: 12 }, () => 8),
      ...Array.from({ length: 46 }, () => 16),
      ...Array.from({ length: 12 }, () => 8),
    ]);
  });
});

describe('[WL3] for every link', () => {
  const samples = fc.array(
    fc.record({ rung: fc.constantFrom(...RUNGS), urgent: fc.boolean(), for: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 40 },
  );

  test('but for tries no more runs than is carried for longer than 3 s, and not an instant where that is urgent', () => {
    fc.assert(
      fc.property(samples, (parts) => {
        const flow = parts.flatMap(({ rung, urgent, for: seconds }) =>
          Array.from({ length: seconds }, () => seen(rung, urgent)),
        );
        let above = 0;
        for (const [at, ladder] of climb(flow).entries()) {
          const carried = flow[at]?.rung ?? 'A';
          const isAbove = isWorse(RUNGS, carried, runningRung(ladder));
          above = isAbove && !ladder.trying ? above + 1 : 0;
          expect(above).toBeLessThanOrEqual(3);
          if (flow[at]?.urgent && isWorse(RUNGS, carried, ladder.rung)) expect(isAbove).toBe(false);
        }
      }),
    );
  });

  test('a steady one comes to rest at what it carries, and stays there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RUNGS), fc.constantFrom(...RUNGS), (start, carried) => {
        const settled = climb(always(carried, 600), start).slice(60);
        expect(settled.every(({ rung }) => rung === carried)).toBe(true);
      }),
    );
  });
});
