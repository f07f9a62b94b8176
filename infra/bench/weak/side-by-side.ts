import type { Browser, Page } from 'playwright-core';
import type { Link, Way } from '../../netlab/link.ts';
import { type FarBoard, openFarBoard } from '../outage/far-board.ts';
import { type BarePages, openBarePages } from './bare-pages.ts';
import type { HeardLook } from './heard-watch.ts';
import { watchHeard } from './heard-watch.ts';
import { type PictureLook, watchPicture } from './picture-watch.ts';

/** What a page heard and saw. */
export interface Looks {
  readonly heard: readonly HeardLook[];
  readonly seen: readonly PictureLook[];
}

/** A lesson and a plain call, each at the end of a link of its own, both links alike. */
export interface SideBySide {
  readonly far: FarBoard;
  readonly bare: BarePages;
  /** The board and the page that receives. */
  readonly board: Page;
  set(way: Partial<Way> & Pick<Link, 'toServer' | 'toClient'>): void;
  /** What was looked at since then: to hand over all that a long run saw keeps the machine from its packets. */
  looks(since: number): Promise<{ readonly product: Looks; readonly bare: Looks }>;
  close(): Promise<void>;
}

interface Options {
  readonly roundTripMs: number;
  readonly tlsDir: string;
  /** Whether the plain call has a camera too; the lesson has one in any case. */
  readonly video: boolean;
}

/** Opens both, and watches what comes. */
export async function openSideBySide(
  browsers: { readonly teacher: Browser; readonly classroom: Browser },
  { roundTripMs, tlsDir, video }: Options,
): Promise<SideBySide> {
  const far = await openFarBoard(browsers, { roundTripMs, tlsDir });
  const link: Link = { delayMs: roundTripMs / 2, up: true };
  const bare = await openBarePages({ from: browsers.teacher, to: browsers.classroom }, { link, video });
  const board = await far.board();
  const receivers = [board, bare.receiver];
  for (const page of receivers) {
    await page.evaluate(watchHeard);
    await page.evaluate(watchPicture);
  }
  const looksOf = (page: Page, since: number): Promise<Looks> =>
    page.evaluate(
      (from) => ({
        heard: window.tongkeHeard.filter(([at]) => at >= from),
        seen: window.tongkePicture.filter(([at]) => at >= from),
      }),
      since,
    );
  return {
    far,
    bare,
    board,
    set(way) {
      for (const one of [far.link, link]) Object.assign(one, way);
    },
    async looks(since) {
      const [product = { heard: [], seen: [] }, plain = product] = await Promise.all(
        receivers.map((page) => looksOf(page, since)),
      );
      return { product, bare: plain };
    },
    async close() {
      await bare.close();
      await far.close();
    },
  };
}
