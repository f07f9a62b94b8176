import { expect, it } from 'vitest';
import { steadyLink, worseLink } from './link-states.ts';
import type { LinkState } from './signals.ts';

it('worse is said when two samples agree, better at once', () => {
  const samples: LinkState[] = ['saving', 'good', 'saving', 'audio-only', 'audio-only', 'good'];
  let shown: LinkState = 'good';
  let before: LinkState = 'good';
  const said = samples.map((now) => {
    shown = steadyLink(shown, before, now);
    before = now;
    return shown;
  });
  expect(said).toEqual(['good', 'good', 'good', 'saving', 'audio-only', 'good']);
});

it('of two states of a link the worse one stands', () => {
  expect(worseLink('good', 'saving')).toBe('saving');
  expect(worseLink('audio-only', 'saving')).toBe('audio-only');
  expect(worseLink('good', 'good')).toBe('good');
});
