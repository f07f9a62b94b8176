import { expect, test } from 'vitest';
import { linkStateOf } from './link-state-of.ts';

const up = { bitrate: 400_000, loss: 0.01, picture: 9 };
const down = { available: 900_000, loss: 0.01, score: 9 };

test.each([
  ['all goes well', { up, down }, 'good'],
  ['nothing goes', { up: null, down: null }, 'good'],
  ['much is lost on the way up, which a board cannot tell', { up: { ...up, loss: 0.08 }, down }, 'saving'],
  ['much is lost on the way down', { up, down: { ...down, loss: 0.08 } }, 'saving'],
  ['repairs do not keep up', { up, down: { ...down, score: 3 } }, 'saving'],
  ['the voice arrives and the picture that is watched does not', { up: { ...up, picture: 0 }, down }, 'audio-only'],
  ['a picture that nobody watches is not sent', { up: { ...up, bitrate: 30_000, picture: null }, down }, 'good'],
  ['nothing at all arrives: presence tells that', { up: { ...up, bitrate: 0, picture: 0 }, down }, 'good'],
] as const)('[MD5] %s', (_, quality, state) => {
  expect(linkStateOf(quality)).toBe(state);
});
