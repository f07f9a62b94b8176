import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { drawStroke, turnBy } from './hand.ts';

interface Far {
  /** What the packets' way takes. */
  readonly oneWayMs: number;
}

/** Between two turns a hand rests, ms. */
const REST_MS = 700;

/** How much later than the way of the packets each page was painted on the board, ms: from the teacher's key. */
export async function turnsOverOneWay(
  lead: Page,
  board: Page,
  far: Far & { readonly turns: number; readonly pages: number },
): Promise<number[]> {
  const { turns, pages, oneWayMs } = far;
  const over: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await sleep(REST_MS);
    const before = await board.evaluate(() => window.tongkePaints.picture.url);
    await turnBy(lead, turn, pages);
    await board.waitForFunction((url) => window.tongkePaints.picture.url !== url, before, { polling: 50 });
    over.push((await paintedAt(board, 'picture')) - (await pressedAt(lead)) - oneWayMs);
  }
  return over;
}

/** The same for strokes: from the pen's touch to the first part of the stroke. What is drawn is told every 66 ms, which stands in it. */
export async function inkOverOneWay(
  lead: Page,
  board: Page,
  far: Far & { readonly strokes: number },
): Promise<number[]> {
  const { strokes, oneWayMs } = far;
  const over: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const before = await board.evaluate(() => window.tongkePaints.strokes.at);
    await drawStroke(lead, stroke, async () => {
      await board.waitForFunction((at) => window.tongkePaints.strokes.at !== at, before, { polling: 50 });
      over.push((await paintedAt(board, 'strokes')) - (await pressedAt(lead)) - oneWayMs);
    });
  }
  return over;
}

const pressedAt = (page: Page) => page.evaluate(() => window.tongkePaints.pressedAt);
const paintedAt = (page: Page, what: 'picture' | 'strokes') =>
  page.evaluate((name) => window.tongkePaints[name].at, what);
