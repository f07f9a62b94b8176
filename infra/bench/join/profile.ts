import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright-core';
import { installProbe } from '../../e2e/support/probe.ts';
import { installClocks } from './probes.ts';

/** A Chromium that begins with no connection open and with what an earlier visit left in its folder. */
export async function openProfile(folder: string, certFile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium-headless-shell',
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      // Trusted as where the school's authority is installed: a browser keeps nothing of a page that it had to be told to bear.
      `--ignore-certificate-errors-spki-list=${keyHash(certFile)}`,
    ],
  });
  await context.addInitScript(installProbe);
  await context.addInitScript(installClocks);
  return context;
}

function keyHash(certFile: string): string {
  const key = new X509Certificate(readFileSync(certFile)).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** Opens the address in a fresh browser; answers the ms from the start of the navigation to the first frame from afar. */
export async function coldVisit(folder: string, certFile: string, url: string): Promise<number> {
  const context = await openProfile(folder, certFile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.tongkeBench.firstFrames.length > 0, undefined, { polling: 100 });
    return await page.evaluate(() => (window.tongkeBench.firstFrames[0] ?? Number.NaN) - performance.timeOrigin);
  } finally {
    await context.close();
  }
}
