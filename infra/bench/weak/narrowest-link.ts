import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { asked, open, prepare, reveal } from '../../e2e/support/ask.ts';
import { bringDeck } from '../slides/bring-deck.ts';
import { chooseDeck } from '../slides/choose-deck.ts';
import { turnBy } from '../slides/hand.ts';
import { lessonPdf } from '../slides/lesson-pdf.ts';
import { packHeld } from '../slides/pack-held.ts';
import { rate } from './rate.ts';
import type { SideBySide } from './side-by-side.ts';

const TITLE = '分数';
const PAGES = 8;
const PROMPT = '四分之三大于二分之一。';
const SETTLE_MS = 30_000;
/** In each minute a question is opened, revealed and put away, and three pages are turned; after each of these the lesson goes on for so long. */
const BEAT_MS = 10_000;

/**
 * A lesson and a plain call on 96 kbit/s to the board and 48 from it, for so many minutes. The deck came before, as it does ten minutes before a lesson. Throws
 * where a question or a page does not come to the board. Answers when it began and ended, ms.
 */
export async function narrowestLink(
  { far: { lead, api }, board, set }: Pick<SideBySide, 'far' | 'board' | 'set'>,
  { minutes, browser }: { readonly minutes: number; readonly browser: Browser },
): Promise<{ readonly start: number; readonly end: number }> {
  set({ toClient: { rate: rate(2_000) } });
  await bringDeck(api, TITLE, await lessonPdf(browser, PAGES));
  await chooseDeck(lead, TITLE);
  await packHeld(board, PAGES);
  await prepare(lead, [asked(PROMPT, { kind: 'true-false', correct: true })]);
  set({ toClient: { rate: rate(96) }, toServer: { rate: rate(48) } });
  await sleep(SETTLE_MS);
  const start = Date.now();
  let turned = 0;
  const turn = async () => {
    await turnBy(lead, turned, PAGES);
    turned += 1;
    await pageShown(board, pageAfter(turned));
  };
  for (const until = start + minutes * 60_000; Date.now() < until; ) {
    await open(lead, PROMPT);
    await board.getByText(PROMPT).waitFor();
    await sleep(BEAT_MS);
    await reveal(lead);
    await sleep(BEAT_MS);
    await lead.getByRole('group', { name: '现在' }).getByRole('button', { name: '收起' }).click();
    await pageShown(board, pageAfter(turned));
    for (let page = 0; page < 3; page += 1) {
      await sleep(BEAT_MS);
      await turn();
    }
    await sleep(BEAT_MS);
  }
  return { start, end: Date.now() };
}

/** The page after so many turns by `turnBy`, from 1. */
function pageAfter(turns: number): number {
  const place = turns % (2 * (PAGES - 1));
  return 1 + Math.min(place, 2 * (PAGES - 1) - place);
}

const pageShown = (board: Page, page: number) =>
  board.getByRole('img', { name: `第 ${page} 页`, exact: true }).waitFor();
