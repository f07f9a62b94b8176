import { expect, test } from 'vitest';
import { adviceFor } from './file-limit.mjs';

test('a limit that a full lesson would reach is told before the lesson', () => {
  expect(adviceFor('4096')).toContain('allows 4096 open files, so about 3596 tablets');
  expect(adviceFor('1024')).toContain('524');
});

test('a limit that is high enough, or unknown, is not spoken of', () => {
  for (const limit of ['20000', '1048576', 'unlimited', '']) expect(adviceFor(limit)).toBeNull();
});
