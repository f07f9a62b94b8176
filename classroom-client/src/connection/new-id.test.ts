import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are 22 safe letters and differ', () => {
  const ids = Array.from({ length: 200 }, newId);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(new Set(ids).size).toBe(200);
});
