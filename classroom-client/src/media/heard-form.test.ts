import { expect, test } from 'vitest';
import { heardForm, type Played } from './heard-form.ts';

const NOW = 10_000;
const played = (plain: number | null, sheltered: number | null): Played => ({ plain, sheltered, now: NOW });

test.each([
  ['plain', null, null, 'plain'],
  ['plain', NOW, null, 'plain'],
  // Both flow: on the way there and on the way back.
  ['plain', NOW, NOW - 299, 'protected'],
  ['protected', NOW, NOW, 'protected'],
  ['protected', NOW, NOW - 300, 'plain'],
  // A link that takes everything for a while is no reason to change.
  ['protected', NOW - 5_000, NOW - 4_000, 'protected'],
  ['plain', NOW - 5_000, NOW - 4_000, 'plain'],
] as const)(
  '[VO2] what was heard was %s, the plain form played at %s, the protected at %s: %s',
  (heard, plain, sheltered, next) => {
    expect(heardForm(heard, played(plain, sheltered))).toBe(next);
  },
);
