import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { render } from '../../testing/render.tsx';
import { Alerts } from './Alerts.tsx';

afterEach(() => vi.unstubAllGlobals());

test('[AC5] an administrator reads that codes are being guessed, how often, and what to do', async () => {
  fakeServer({ 'GET /api/alerts': { ok: true, alerts: [{ kind: 'wrong-guesses', at: Date.now(), value: 31 }] } });
  const page = await render(<Alerts />, { common, staff });
  expect(page.text()).toContain('一分钟错了 31 次');
  expect(page.text()).toContain('请问问是谁');
});

test('nothing to know takes no room', async () => {
  fakeServer({ 'GET /api/alerts': { ok: true, alerts: [] } });
  const page = await render(<Alerts />, { common, staff });
  expect(page.text()).toBe('');
});
