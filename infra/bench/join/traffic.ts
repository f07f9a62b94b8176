import type { Page } from 'playwright-core';

/** What a screen received and sent. */
export interface Traffic {
  readonly down: number;
  readonly up: number;
  /** Width of the widest picture that arrived, in pixels. */
  readonly width: number;
  /** Frames a second of all pictures that arrived. */
  readonly frames: number;
}

/** The media of a screen over so long, from the browser's own counters of its transports: kbit/s, without UDP and IP headers. */
export async function kbitPerSecond(page: Page, forMs: number): Promise<Traffic> {
  const before = await page.evaluate(countBytes);
  await page.waitForTimeout(forMs);
  const after = await page.evaluate(countBytes);
  const perSecond = (count: number) => Math.round(count / ((after.at - before.at) / 1_000));
  return {
    down: perSecond(((after.received - before.received) * 8) / 1_000),
    up: perSecond(((after.sent - before.sent) * 8) / 1_000),
    width: after.width,
    frames: perSecond(after.frames - before.frames),
  };
}

/** Runs inside the page. */
async function countBytes() {
  const total = { at: performance.now(), received: 0, sent: 0, width: 0, frames: 0 };
  for (const connection of window.tongkeProbe.connections) {
    if (connection.connectionState === 'closed') continue;
    const report = await connection.getStats();
    report.forEach((entry) => {
      if (entry.type === 'transport') {
        total.received += entry.bytesReceived ?? 0;
        total.sent += entry.bytesSent ?? 0;
      }
      if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') return;
      if (window.tongkeProbe.measures(entry.trackIdentifier)) return;
      total.width = Math.max(total.width, entry.frameWidth ?? 0);
      total.frames += entry.framesDecoded ?? 0;
    });
  }
  return total;
}
