import { expect, test } from 'vitest';
import { createReceivingFirst } from './receiving-first.ts';

const BOTH = { camera: true, microphone: true };
const VOICE = { camera: false, microphone: true };

test('the camera opens once what the screen wants is attached; the voice does not wait', () => {
  const receivingFirst = createReceivingFirst(() => 0);
  expect(receivingFirst(BOTH, false)).toEqual(VOICE);
  expect(receivingFirst(BOTH, true)).toEqual(BOTH);
});

test('what never comes holds it back for a second', () => {
  let now = 0;
  const receivingFirst = createReceivingFirst(() => now);
  receivingFirst(BOTH, false);
  now = 999;
  expect(receivingFirst(BOTH, false)).toEqual(VOICE);
  now = 1_000;
  expect(receivingFirst(BOTH, false)).toEqual(BOTH);
});

test('a camera that runs goes on while something new is attached, and ends when it is not wanted', () => {
  const receivingFirst = createReceivingFirst(() => 0);
  receivingFirst(BOTH, true);
  expect(receivingFirst(BOTH, false)).toEqual(BOTH);
  expect(receivingFirst(VOICE, false)).toEqual(VOICE);
  expect(receivingFirst(BOTH, false)).toEqual(VOICE);
});
