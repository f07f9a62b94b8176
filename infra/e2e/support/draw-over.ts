import type { Locator } from 'playwright-core';

/** A place on an element, in shares of its width and height. */
type Place = readonly [x: number, y: number];

/** Draws one line over an element, through these places; `before` happens while the pen is still down. */
export async function drawOver(
  element: Locator,
  [first, ...rest]: readonly [Place, ...Place[]],
  before = async () => {},
) {
  const box = await element.boundingBox();
  if (!box) throw new Error('There is nothing to draw on.');
  const at = ([x, y]: Place) => [box.x + x * box.width, box.y + y * box.height] as const;
  const { mouse } = element.page();
  await mouse.move(...at(first));
  await mouse.down();
  for (const place of rest) await mouse.move(...at(place), { steps: 6 });
  await before();
  await mouse.up();
}
