import { expect, test } from 'vitest';
import { encodingsFor } from './encodings.ts';
import { layerFor, layersOf } from './layers.ts';

test.each([
  [3, 160, 0],
  [3, 428, 0],
  [3, 440, 1],
  [3, 857, 1],
  [3, 900, 2],
  [3, 3840, 2],
  [2, 200, 0],
  [2, 640, 1],
  [1, 2000, 0],
])('%i layers shown %i pixels wide take layer %i', (layers, width, layer) => {
  expect(layerFor(width, layers)).toBe(layer);
});

test('the number of layers stands in the scalability mode', () => {
  const of = (scalabilityMode?: string) =>
    layersOf({ codecs: [], encodings: [scalabilityMode === undefined ? {} : { scalabilityMode }] } as never);
  expect([of('L3T1'), of('S2T2'), of('L1T3'), of()]).toEqual([3, 2, 1, 1]);
});

test('a camera sends as many layers as its picture carries, the smallest first', () => {
  const scales = (width: number, most: 2 | 3) => encodingsFor(width, most).map((one) => one.scaleResolutionDownBy);
  expect(scales(1280, 3)).toEqual([4, 2, 1]);
  expect(scales(640, 3)).toEqual([2, 1]);
  expect(scales(1280, 2)).toEqual([2, 1]);
  expect(scales(320, 3)).toEqual([undefined]);
});
