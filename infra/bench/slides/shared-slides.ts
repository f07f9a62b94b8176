import { setTimeout as sleep } from 'node:timers/promises';
import { SCREEN_FRAMES } from '@tongke/shared-types';
import type { Page } from 'playwright-core';
import { button } from '../../e2e/support/button.ts';
import { quantile } from '../quantile.ts';
import { PLACE_MS, strokePlaces } from './hand.ts';
import { turnCost } from './lesson-bytes.ts';
import { installPageScreen } from './page-screen.ts';
import { lookAtScreen, lumaOfScreen, type ScreenLook } from './screen-watch.ts';
import { ssim } from './ssim.ts';

const LABEL = '老师的屏幕';
/** The size of the pages' pictures. */
const SIZE = { width: 1600, height: 900 } as const;
/** The first picture has come, and the encoder has found its rate. */
const SETTLE_MS = 15_000;
/** Every so-many-th page is compared, and the last one. */
const COMPARED = 5;

/** How a side is measured. */
export interface Beat {
  readonly turns: number;
  /** How long a page stands, how long it is quiet, ms. */
  readonly pageMs: number;
  readonly quietMs: number;
  /** Strokes of 2 s, one behind the other. */
  readonly strokes: number;
}

/**
 * The control: the same pages as a shared screen of the product itself, 文字和图片 (VP8, `detail`, its layers and rates), from the lead teacher
 * through the SFU to the board. A canvas stands for the screen. `pictures` are the addresses of the pages.
 */
export async function sharedSlides(lead: Page, board: Page, pictures: readonly string[], beat: Beat) {
  const { turns, pageMs, quietMs, strokes } = beat;
  await lead.evaluate(installPageScreen, { urls: pictures, ...SIZE, framesPerSecond: SCREEN_FRAMES.detail });
  await button(lead, '投屏').click();
  await button(lead, '文字和图片').click();
  await board.waitForFunction((label) => {
    const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
    return video !== null && video.videoWidth > 0 && !video.paused;
  }, LABEL);
  await sleep(SETTLE_MS);
  const during = async (act: () => Promise<unknown>) => {
    const [before, begun] = [await board.evaluate(lookAtScreen, LABEL), performance.now()];
    await act();
    const [after, seconds] = [await board.evaluate(lookAtScreen, LABEL), (performance.now() - begun) / 1_000];
    return { ...after, bytes: after.bytes - before.bytes, frames: after.frames - before.frames, seconds };
  };
  const likeness: number[] = [];
  const turned = await during(async () => {
    for (let turn = 1; turn <= turns; turn += 1) {
      const page = (turn % pictures.length) + 1;
      await lead.evaluate((shown) => window.tongkePageScreen.show(shown), page);
      await sleep(pageMs);
      if (turn % COMPARED === 0 || turn === turns) likeness.push(await likenessOf(lead, board, page));
    }
  });
  await sleep(SETTLE_MS);
  const quiet = await during(() => sleep(quietMs));
  const inked = await during(async () => {
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      await lead.evaluate(([places, everyMs]) => window.tongkePageScreen.draw(places, everyMs), [
        strokePlaces(stroke),
        PLACE_MS,
      ] as const);
    }
  });
  const perQuietSecond = quiet.bytes / quiet.seconds;
  return {
    rates: {
      perTurn: turnCost({ ...turned, turns, perQuietSecond }),
      perInkSecond: inked.bytes / inked.seconds,
      perQuietSecond,
    },
    ssim: { p50: quantile(likeness, 0.5), min: Math.min(...likeness) },
    picture: sizeOf(turned),
    framesPerSecond: turned.frames / turned.seconds,
  };
}

const sizeOf = ({ width, height }: ScreenLook) => `${width}×${height}`;

async function likenessOf(lead: Page, board: Page, page: number): Promise<number> {
  const seen = await board.evaluate(lumaOfScreen, { label: LABEL, ...SIZE });
  const meant = await lead.evaluate((number) => window.tongkePageScreen.luma(number), page);
  const luma = (base64: string) => ({ ...SIZE, pixels: new Uint8Array(Buffer.from(base64, 'base64')) });
  return ssim(luma(seen), luma(meant));
}
