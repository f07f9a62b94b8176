import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TASKS } from '../../testing/questions.ts';
import { ITEM_KEYS } from './item-keys.ts';
import { shuffled } from './shuffled.ts';
import { isSound } from './sound.ts';
import type { Task } from './task.ts';

test('[QZ17] things are never shown in their right order, keep it, and have their keys by place', () => {
  const lots = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), lots, (count, drawn) => {
      const right = ITEM_KEYS.slice(0, count);
      const items = right.map((key) => ({ key, text: `thing ${key}` }));
      let next = 0;
      const task = shuffled({ kind: 'order', items, correct: [...right] }, () => drawn[next++ % drawn.length] ?? 0);
      if (task.kind !== 'order' || !task.correct) throw new Error('it has become another question');
      expect(isSound(task)).toBe(true);
      expect(task.items.map(({ key }) => key)).toEqual(right);
      const textOf = (key: string) => task.items.find((item) => item.key === key)?.text;
      expect(task.correct.map(textOf)).toEqual(items.map(({ text }) => text));
      expect(task.items.map(({ text }) => text)).not.toEqual(items.map(({ text }) => text));
    }),
  );
});

test('[QZ17] what has no order to hide stays as it is', () => {
  const open: Task = { ...TASKS.order, correct: null };
  for (const task of [TASKS.single, open]) expect(shuffled(task, () => 0.9)).toBe(task);
});
