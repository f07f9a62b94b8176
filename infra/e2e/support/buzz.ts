import type { Page } from 'playwright-core';
import { pressAfter } from './press-after.ts';

/** Faster than a hand is a false start. */
const REACTION_MS = 250;
/** Discs do not show in the same instant: hands that are too close together would share the first place. */
const APART_MS = 200;

/** Pupils press the buzzer, one well after the other, and before the first of them can have won. */
export async function buzz(tablets: readonly Page[]): Promise<void> {
  await Promise.all(tablets.map((tablet, nth) => pressAfter(tablet, REACTION_MS + nth * APART_MS)));
}
