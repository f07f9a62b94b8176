import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** A stroke takes two seconds: a place every so many ms. */
export const PLACE_MS = 20;
const PLACES_A_STROKE = 100;

/** A stroke as a hand makes it, a wave across the page, in shares of its width and height; each lies lower than the one before, ten on a page. */
export function strokePlaces(stroke: number): readonly (readonly [number, number])[] {
  const down = 0.1 + 0.08 * (stroke % 10);
  return Array.from({ length: PLACES_A_STROKE }, (_, place) => {
    const share = place / PLACES_A_STROKE;
    return [0.1 + 0.8 * share, down + 0.03 * Math.sin(share * 30)] as const;
  });
}

/** Takes the pen on the lead teacher's page. */
export async function takePen(lead: Page): Promise<void> {
  const tools = lead.getByRole('group', { name: '书写工具' });
  await tools.getByRole('button', { name: '笔', exact: true }).click();
  await lead.locator('[data-ink=draw]').waitFor();
}

/** Turns to the next page by a key, and at either end back: turn by turn, from 0, through a deck that began with its first page. */
export async function turnBy(lead: Page, turn: number, pages: number): Promise<void> {
  const back = Math.floor(turn / (pages - 1)) % 2 === 1;
  await lead.keyboard.press(back ? 'PageUp' : 'PageDown');
}

/** Draws one stroke at a hand's pace; `begun` is called once the pen is down and has moved. */
export async function drawStroke(lead: Page, stroke: number, begun = async () => {}): Promise<void> {
  const box = await lead.locator('[data-ink]').boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first = [0, 0] as const, second = first, ...places] = strokePlaces(stroke);
  await lead.mouse.move(...at(first));
  await lead.mouse.down();
  const from = performance.now();
  await lead.mouse.move(...at(second));
  await begun();
  for (const [index, place] of places.entries()) {
    const early = from + index * PLACE_MS - performance.now();
    if (early > 0) await sleep(early);
    await lead.mouse.move(...at(place));
  }
  await lead.mouse.up();
}
