import { setTimeout as sleep } from 'node:timers/promises';
import type { Api as Routes } from '@tongke/shared-types';
import type { Browser, Page } from 'playwright-core';
import { openFarBoard } from '../outage/far-board.ts';
import { bringDeck } from './bring-deck.ts';
import { chooseDeck } from './choose-deck.ts';
import { type FrameWatch, watchFrames } from './frame-watch.ts';
import { drawStroke, takePen, turnBy } from './hand.ts';
import { type Rates, turnCost } from './lesson-bytes.ts';
import { inkOverOneWay, turnsOverOneWay } from './over-one-way.ts';
import { packHeld } from './pack-held.ts';
import { watchPaints } from './paint-watch.ts';
import { watchPictures } from './picture-fetches.ts';
import { type Beat, sharedSlides } from './shared-slides.ts';

const ROUND_TRIP_MS = 200;
const SETTLE_MS = 3_000;
const TITLE = '分数';

interface Options {
  /** The deck, and how many pages it has. */
  readonly pdf: Buffer;
  readonly pages: number;
  /** How often a page is turned and a stroke begun over the slow link. */
  readonly turns: number;
  readonly strokes: number;
  readonly beat: Beat;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

/** A lesson with slides and one board, both real browsers: how late pages and ink are over a slow link, and what they cost beside a shared screen. */
export async function farSlides(
  browsers: { readonly teacher: Browser; readonly classroom: Browser },
  options: Options,
) {
  const { pdf, pages, turns, strokes, beat, tlsDir, log } = options;
  const far = await openFarBoard(browsers, { roundTripMs: ROUND_TRIP_MS, tlsDir });
  try {
    const { lead, api, link } = far;
    const board = await far.board();
    link.delayMs = 0;
    const pictures = watchPictures(board);
    const { deckId } = await bringDeck(api, TITLE, pdf);
    await chooseDeck(lead, TITLE);
    await packHeld(board, pages);
    const fetchedForPack = await pictures.fetched();
    log(`for the pack: ${JSON.stringify(fetchedForPack)}`);
    const frames = watchFrames(board);
    await board.reload();
    await board.getByRole('img', { name: '第 1 页', exact: true }).waitFor();
    for (const page of [lead, board]) await page.evaluate(watchPaints);

    link.delayMs = ROUND_TRIP_MS / 2;
    const oneWayMs = ROUND_TRIP_MS / 2;
    const turnsMs = await turnsOverOneWay(lead, board, { turns, pages, oneWayMs });
    const turnBytes = [...frames.turns];
    await takePen(lead);
    const inkMs = await inkOverOneWay(lead, board, { strokes, oneWayMs });
    log(`over the way: ${JSON.stringify({ turnsMs: turnsMs.map(Math.round), inkMs: inkMs.map(Math.round) })}`);

    link.delayMs = 0;
    const product = await slidesRates(lead, board, { ...{ frames, beat, pages, done: turns } });
    if ((await pictures.fetched()).count > fetchedForPack.count) throw new Error('the board did not hold the pack');
    log(`slides: ${JSON.stringify(product)}`);
    await lead.getByRole('button', { name: '收起', exact: true }).first().click();
    const found = await api.get<Routes['GET /api/decks/:id/pages']['reply']>(`/api/decks/${deckId}/pages`);
    const urls = found.pages.flatMap(({ large }) => (large === null ? [] : [`/api/blobs/${large}`]));
    const control = await sharedSlides(lead, board, urls, beat);
    log(`shared screen: ${JSON.stringify(control)}`);
    return { turnsMs, turnBytes, inkMs, packBytes: fetchedForPack.bytes, product, control };
  } finally {
    await far.close();
  }
}

interface Run {
  readonly frames: FrameWatch;
  readonly beat: Beat;
  readonly pages: number;
  /** How often it was turned before. */
  readonly done: number;
}

/** What the board's WebSocket brings, whatever it is: voices that speak, clocks and heartbeats too. */
async function slidesRates(lead: Page, board: Page, { frames, beat, pages, done }: Run): Promise<Rates> {
  const during = async (act: () => Promise<unknown>) => {
    await sleep(SETTLE_MS);
    const [before, begun] = [frames.bytes(), performance.now()];
    await act();
    return { bytes: frames.bytes() - before, seconds: (performance.now() - begun) / 1_000 };
  };
  const quiet = await during(() => sleep(beat.quietMs));
  const perQuietSecond = quiet.bytes / quiet.seconds;
  const turned = await during(async () => {
    for (let turn = 0; turn < beat.turns; turn += 1) {
      await turnBy(lead, done + turn, pages);
      await sleep(beat.pageMs);
    }
  });
  const inked = await during(async () => {
    for (let stroke = 0; stroke < beat.strokes; stroke += 1) await drawStroke(lead, stroke);
    // The last stroke's event is on its way.
    await board.waitForTimeout(200);
  });
  return {
    perTurn: turnCost({ ...turned, turns: beat.turns, perQuietSecond }),
    perInkSecond: inked.bytes / inked.seconds,
    perQuietSecond,
  };
}
