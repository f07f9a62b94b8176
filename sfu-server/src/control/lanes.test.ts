import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

test('tasks of one key run one after another, also after one that failed; other keys do not wait', async () => {
  const lanes = new Lanes();
  const order: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = lanes.run('a', async () => {
    await gate;
    order.push('first');
    throw new Error('failed');
  });
  const second = lanes.run('a', async () => order.push('second'));
  await lanes.run('b', async () => order.push('other'));
  release();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(order).toEqual(['other', 'first', 'second']);
});
