import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

test('[BL3] no more than so many run at once, the others in their order, and one that fails makes room', async () => {
  const run = fewAtOnce(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (number: number) => async () => {
    order.push(number);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (number % 3 === 0) throw new Error(`${number}`);
    return number;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((number) => run(work(number))));
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(most).toBe(2);
  expect(done.map(({ status }) => status === 'fulfilled')).toEqual([false, true, true, false, true, true, false]);
});
