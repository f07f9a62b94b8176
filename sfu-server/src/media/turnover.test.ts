import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT_PLAIN, flowsAt, stepTurnover, type Turnover } from './turnover.ts';

/** The stands at each look, one a second. */
function run(looks: readonly (readonly [needed: boolean, ready: boolean])[]): Turnover[] {
  let stand = AT_PLAIN;
  return looks.map(([needed, ready], second) => {
    stand = stepTurnover(stand, { needed, ready }, second * 1_000);
    return stand;
  });
}

describe('[VO2] from one form of a voice to the other', () => {
  test('the plain voice ends when the protected one has flowed for 2 s, and flows for 1 s before that ends', () => {
    const there = run([
      ...Array(2).fill([true, false]),
      ...Array(4).fill([true, true]),
      ...Array(3).fill([false, true]),
    ]);
    expect(there.map(({ at }) => at)).toEqual([
      'offered',
      'offered',
      'over',
      'over',
      'protected',
      'protected',
      'back',
      'plain',
      'plain',
    ]);
  });

  test('a browser that never attaches it keeps the plain voice', () => {
    expect(run(Array(50).fill([true, false])).every((stand) => flowsAt(stand).plain)).toBe(true);
  });

  test('whatever a link does, a voice flows, and the form that ends has flowed together with the other for a second', () => {
    const looks = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(looks, (seen) => {
        const stands = [AT_PLAIN, ...run(seen)].map(flowsAt);
        stands.forEach((now, at) => {
          expect(now.plain || now.sheltered).toBe(true);
          const before = stands[at - 1];
          if (before && ((before.plain && !now.plain) || (before.sheltered && !now.sheltered))) {
            expect(before).toEqual({ plain: true, sheltered: true });
          }
        });
      }),
    );
  });
});
