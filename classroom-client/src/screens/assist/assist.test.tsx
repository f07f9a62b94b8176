import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { render } from '../../testing/render.tsx';
import { Assist } from './Assist.tsx';

const LINK = '#a-link-that-pairs-one-phone';

afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = '';
});

test('a phone without a network keeps the link it scanned, says so, and tries again at a tap', async () => {
  location.hash = LINK;
  fakeServer({});
  const page = await render(<Assist />, { common, refusal, staff });
  expect(page.text()).toContain('连不上服务器');
  expect(location.hash).toBe(LINK);
  const asked = fakeServer({ 'POST /api/phones/pair': { ok: false, reason: 'link/used' } });
  await page.act(() => page.button('再试一次').click());
  expect(asked[0]?.body).toEqual({ token: LINK.slice(1) });
  expect(page.text()).toContain(refusal['link/used'].zh);
  expect(location.hash).toBe('');
});
