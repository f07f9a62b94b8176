import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { installProbe } from './probe.ts';

/** A name of this machine that a browser does not take for localhost, so that plain HTTP to it is what it is in a school. */
export const PLAIN_HOST = 'school.test';

/**
 * What Chromium leaves out: the pages of its own address bar and its spare processes, which would cost more than a page of Tongke each time a
 * window opens. As the last list is the one that counts, what Playwright leaves out for its own sake is said again.
 */
const WITHOUT = [
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join(',')}`,
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
];

export interface Capture {
  readonly video?: string;
  readonly voice?: string;
  /** Pictures a second of the built-in camera, 5 to 60; 20 without it. Fewer where many cameras share a machine. */
  readonly fps?: number;
  /** False: there is no camera and no microphone at all. */
  readonly devices?: boolean;
  /** False: whoever asks for them is refused. */
  readonly granted?: boolean;
}

/** A Chromium of its own whose camera and microphone play the given files. */
export async function openBrowser({
  video,
  voice,
  fps = 20,
  devices = true,
  granted = true,
}: Capture = {}): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium-headless-shell',
    args: [
      ...QUIET,
      '--autoplay-policy=user-gesture-required',
      ...(devices ? [`--use-fake-device-for-media-stream=fps=${fps}`] : []),
      ...(granted ? ['--use-fake-ui-for-media-stream'] : []),
      ...(video ? [`--use-file-for-fake-video-capture=${video}`] : []),
      ...(voice ? [`--use-file-for-fake-audio-capture=${voice}`] : []),
    ],
  });
}

export interface Screen {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors the page logged or threw. */
  readonly errors: readonly string[];
}

/** A page with a cookie jar and storage of its own, watched for errors and with the media probe inside. */
export async function openScreen(browser: Browser, size: { width: number; height: number }): Promise<Screen> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
  });
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { context, page, errors };
}
