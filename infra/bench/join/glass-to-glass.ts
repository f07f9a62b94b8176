import type { Page } from 'playwright-core';
import { seesPicture } from '../../e2e/support/senses.ts';
import { openBarePair } from './bare-pair.ts';
import { installClockCamera, readClock } from './clock-camera.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from './people.ts';
import type { Stage } from './warm-first-frame.ts';

/** Delay buffers have settled by then. */
const WARM_UP_MS = 5_000;
const MEASURE_MS = 8_000;

export interface Glass {
  /** The age in ms of each frame when it was painted. */
  readonly ages: readonly number[];
  /** The picture that was measured, as WIDTH×HEIGHT. */
  readonly picture: string;
}

/** How old frames are when a board paints them in a running lesson: from the teacher's glass to the class's. */
export async function glassToGlass({ rehearsal, teacher, classroom }: Stage): Promise<Glass> {
  const { lessonId, boardTokens } = await rehearsal.appoint(1);
  const [lead, board] = await Promise.all([
    openLead(teacher, rehearsal, lessonId, installClockCamera),
    openWaitingBoard(classroom, rehearsal, boardTokens[0] ?? ''),
  ]);
  await startLesson(lead);
  await firstFrame(board);
  const glass = await read(board);
  await Promise.all([lead.context().close(), board.context().close()]);
  return glass;
}

/** The same between two bare pages. */
export async function bareGlassToGlass({ teacher, classroom, blankUrl }: Stage): Promise<Glass> {
  const pair = await openBarePair({
    from: teacher,
    to: classroom,
    url: blankUrl,
    sending: true,
    init: installClockCamera,
  });
  await firstFrame(pair.receiver);
  const glass = await read(pair.receiver);
  await pair.close();
  return glass;
}

async function read(page: Page): Promise<Glass> {
  await page.waitForTimeout(WARM_UP_MS);
  // One bare page in ten had none at this moment.
  await seesPicture(page);
  const ages = await page.evaluate(readClock, MEASURE_MS);
  const picture = await page.evaluate(() => {
    const widths = [...document.querySelectorAll('video')].sort((a, b) => b.clientWidth - a.clientWidth);
    return `${widths[0]?.videoWidth}×${widths[0]?.videoHeight}`;
  });
  return { ages, picture };
}
