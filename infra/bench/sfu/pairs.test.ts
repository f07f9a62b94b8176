import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';
import { type Measured, measurePairs } from './pairs.ts';

const slice = (us: number, packets = 1_000): Measured => ({ us: us * packets, packets });

/** Gives each side its slices, and remembers in which order they were asked for. */
function sides(own: Measured[], control: Measured[]) {
  const order: string[] = [];
  const taking = (name: string, list: Measured[]) => async () => {
    order.push(name);
    return list.shift() ?? slice(1);
  };
  return { order, pair: inTurn(taking('own', own), taking('control', control)), log: () => {} };
}

it('is the median of the pairs behind the warm-up, with their spread and packets beside it', async () => {
  const both = sides([slice(99), slice(11), slice(12), slice(30)], [slice(1), slice(10), slice(10), slice(10)]);
  expect(await measurePairs({ ...both, slices: 3 })).toMatchObject({
    ratio: 1.2,
    spread: [1.1, 1.1, 1.2, 3, 3],
    packets: { own: 3_000, control: 3_000 },
    repeated: 0,
  });
});

it('lets the sides take turns in going first', async () => {
  const both = sides([], []);
  await measurePairs({ ...both, slices: 2 });
  expect(both.order).toEqual(['own', 'control', 'control', 'own', 'own', 'control']);
});

it('measures a pair again whose sides did not carry the same', async () => {
  const both = sides([slice(1), slice(5, 994), slice(12, 996)], [slice(1), slice(10), slice(10)]);
  expect(await measurePairs({ ...both, slices: 1 })).toMatchObject({ ratio: 1.2, repeated: 1 });
});

it('fails where the sides go on to differ, and where nothing is carried', async () => {
  const lossy = Array.from({ length: 9 }, () => slice(1, 900));
  await expect(measurePairs({ ...sides(lossy, []), slices: 2 })).rejects.toThrow('900 packets');
  const nothing = () => Array.from({ length: 9 }, () => ({ us: 0, packets: 0 }));
  await expect(measurePairs({ ...sides(nothing(), nothing()), slices: 2 })).rejects.toThrow('0 packets');
});

it('fails where no pair was asked for', async () => {
  await expect(measurePairs({ ...sides([], []), slices: 0 })).rejects.toThrow('nothing was measured');
});
