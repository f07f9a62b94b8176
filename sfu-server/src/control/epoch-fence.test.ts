import { expect, test } from 'vitest';
import { EpochFence } from './epoch-fence.ts';

test('an owner is admitted until a newer one speaks, lesson by lesson', () => {
  const fence = new EpochFence();
  expect([fence.admit('L1', 3), fence.admit('L1', 3), fence.admit('L1', 4), fence.admit('L1', 3)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(fence.admit('L2', 1)).toBe(true);
});

test('the lesson that was silent for longest is forgotten first', () => {
  const fence = new EpochFence();
  fence.admit('old', 9);
  fence.admit('busy', 9);
  for (let index = 0; index < 19_998; index += 1) fence.admit(`L${index}`, 1);
  fence.admit('busy', 9);
  fence.admit('new', 1);
  expect([fence.admit('busy', 8), fence.admit('old', 8)]).toEqual([false, true]);
});
