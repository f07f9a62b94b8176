import { expect, test } from 'vitest';
import { browserCapture, problemOf } from './capture.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('%s means %s', (name, problem) => {
  expect(problemOf(new DOMException('', name))).toBe(problem);
});

test('a page without a camera interface is refused, not broken', async () => {
  expect(await browserCapture({ width: 640, height: 360 })('camera', null)).toEqual({ ok: false, problem: 'refused' });
});
