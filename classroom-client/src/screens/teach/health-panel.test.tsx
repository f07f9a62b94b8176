import type { LinkHealth, MediaReply } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../connection/connect.ts';
import { common } from '../../i18n/words/common.ts';
import { link } from '../../i18n/words/link.ts';
import { HEALTH_WINDOW_MS, type HealthSample, withSample } from '../../media/health-samples.ts';
import { render } from '../../testing/render.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import { lineOf } from './SmallChart.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HEALTH: LinkHealth = {
  down: 'B',
  up: 'full',
  sent: 420_000,
  lossSent: 0.013,
  received: 1_250_000,
  lossReceived: 0.002,
  concealment: null,
  roundTrip: 61.4,
};

async function panel(answer: () => MediaReply<'media.health'>) {
  const asked = vi.fn(async () => answer());
  const page = await render(<HealthPanel ask={asked as unknown as Connection['media']} peerId="c1" />, {
    common,
    link,
  });
  const wait = (ms: number) => page.act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  return { ...page, asked, wait };
}

test('[WL10] an open sheet asks every 3 s for its classroom alone, and draws what came', async () => {
  const page = await panel(() => ({ ok: true, result: HEALTH }));
  expect(page.asked).toHaveBeenCalledExactlyOnceWith({ type: 'media.health', peerId: 'c1' });
  for (const words of ['420 kbit/s', '1.3 Mbit/s', '1.3 %', '61 ms', '–']) expect(page.text()).toContain(words);
  await page.wait(6_000);
  expect(page.asked).toHaveBeenCalledTimes(3);
  const lines = page.all('path').map((path) => path.getAttribute('d') ?? '');
  expect(lines.map((line) => line.split(/[ML]/).length - 1)).toEqual([3, 3, 3, 3, 0]);
  await page.show(<p />);
  await page.wait(30_000);
  expect(page.asked).toHaveBeenCalledTimes(3);
});

test('[WL10] a classroom without media is said so, and asked for again', async () => {
  let here = false;
  const page = await panel(() => (here ? { ok: true, result: HEALTH } : { ok: false, reason: 'media/not-joined' }));
  expect(page.text()).toContain(link.noHealth.zh);
  here = true;
  await page.wait(3_000);
  expect(page.text()).toContain('420 kbit/s');
});

test('[WL10] a chart goes five minutes back', () => {
  const at = (ms: number): HealthSample => ({ ...HEALTH, at: ms });
  const samples = [0, 1, 2].reduce<readonly HealthSample[]>((kept, ms) => withSample(kept, at(ms)), []);
  expect(withSample(samples, at(HEALTH_WINDOW_MS + 1)).map((sample) => sample.at)).toEqual([2, HEALTH_WINDOW_MS + 1]);
});

test('a line ends where nothing was measured, and begins anew behind it', () => {
  const values = [1, 2, null, 4];
  expect(
    lineOf(
      values.map((value, nth) => ({ at: nth / 3, value })),
      4,
    ),
  ).toBe('M0.0 30.0 L66.7 20.0 M200.0 0.0');
});
