import type { Page } from 'playwright-core';

/** Faster than a hand is a false start. */
const REACTION_MS = 250;
/** Discs do not show in the same instant: hands that are too close together would share the first place. */
const APART_MS = 200;

/** Pupils press the buzzer as soon as all of them see it, one well after the other. */
export async function buzz(tablets: readonly Page[], disc = '抢！'): Promise<void> {
  const discs = tablets.map((tablet) => tablet.getByRole('button', { name: disc }));
  await Promise.all(discs.map((one) => one.waitFor()));
  await tablets[0]?.waitForTimeout(REACTION_MS);
  for (const one of discs) {
    await one.click();
    await tablets[0]?.waitForTimeout(APART_MS);
  }
}
