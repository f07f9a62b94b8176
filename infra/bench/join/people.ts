import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import type { School } from '../../e2e/support/school.ts';
import { startBoard } from '../../e2e/support/start-board.ts';
import { installClocks } from './probes.ts';
import type { Rehearsal } from './rehearsal.ts';

const START = '开始上课';
/** Encoders have found their pace and nothing of the page's start is left over. */
const SETTLE_MS = 2_000;

/** The lead teacher in the lobby, camera and microphone on their way to the SFU. `init` runs before the page's own code. */
export async function openLead(
  browser: Browser,
  { school, api }: Rehearsal,
  lessonId: string,
  init?: () => void,
): Promise<Page> {
  const { context, page } = await openScreen(browser, { width: 1366, height: 768 });
  await context.addInitScript(installClocks);
  if (init) await context.addInitScript(init);
  await context.addCookies([{ ...api.cookie, url: school.origin }]);
  await page.goto(`${school.origin}/teach#lesson=${lessonId}`);
  await page.getByRole('button', { name: START, exact: true }).waitFor();
  await page.waitForFunction(() => {
    const up = window.tongkeProbe.connections.filter(({ connectionState }) => connectionState === 'connected');
    // One sends, one receives.
    return up.length === 2;
  });
  await page.waitForTimeout(SETTLE_MS);
  return page;
}

/** A paired board of this token in a context that is ready to be opened. */
async function preparedBoard(context: BrowserContext, origin: string, token: string): Promise<void> {
  await context.addInitScript(installClocks);
  await context.addInitScript(
    ([at, value]) => {
      if (location.origin === at) localStorage.setItem('tongke.board', value);
    },
    [origin, token] as const,
  );
}

/** A board that waits in the lobby: ready, its receiving transport connected, nothing received yet. */
export async function openWaitingBoard(
  browser: Browser,
  { school }: { readonly school: Pick<School, 'origin'> },
  token: string,
): Promise<Page> {
  const { context, page } = await openScreen(browser, { width: 1366, height: 768 });
  await preparedBoard(context, school.origin, token);
  await page.goto(`${school.origin}/board`);
  await startBoard(page);
  await page.waitForFunction(() =>
    window.tongkeProbe.connections.some(({ connectionState }) => connectionState === 'connected'),
  );
  await page.waitForTimeout(SETTLE_MS);
  return page;
}

/** The lead teacher presses the button; answers the instant of the press, epoch ms. */
export async function startLesson(lead: Page): Promise<number> {
  await lead.getByRole('button', { name: START, exact: true }).click();
  return lead.evaluate(() => window.tongkeBench.pressedAt);
}

/** The instant at which a page painted its first frame from afar, epoch ms. */
export async function firstFrame(page: Page): Promise<number> {
  await page.waitForFunction(() => window.tongkeBench.firstFrames.length > 0, undefined, { polling: 50 });
  return page.evaluate(() => window.tongkeBench.firstFrames[0] ?? Number.NaN);
}
