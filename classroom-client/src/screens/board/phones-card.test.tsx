import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { board } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { render } from '../../testing/render.tsx';
import { PhonesCard } from './PhonesCard.tsx';

const ADDRESSES = { join: 'http://192.168.1.20:8080/s/', phone: 'https://192.168.1.20:8443/assist' };
const PHONE = { phoneId: 'p1', browser: 'Chrome · Android' };
let phones: object[] = [];
let hasCertificate = true;
const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  phones = [];
  hasCertificate = true;
  asked.splice(0);
  vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`);
    if (path === '/ca.crt') return { ok: hasCertificate };
    const reply = path === '/api/phones/link' ? { url: 'https://192.168.1.20:8443/assist#abc' } : { phones };
    return { json: async () => ({ ok: true, ...reply }) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open() {
  const page = await render(<PhonesCard token="token" addresses={ADDRESSES} />, { board, common, refusal });
  const wait = (ms: number) => page.act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await wait(0);
  return { ...page, wait };
}

test('a phone’s QR comes with the way to the school’s certificate, and goes when it was used', async () => {
  const page = await open();
  await page.act(() => page.button('显示二维码').click());
  await page.wait(0);
  expect(page.all('svg[role=img]')).toHaveLength(2);
  expect(page.text()).toContain('http://192.168.1.20:8080/ca.crt');
  phones = [PHONE];
  await page.wait(5_000);
  expect(page.all('svg[role=img]')).toHaveLength(0);
  expect(page.text()).toContain('手机配好了');
});

test('a certificate that browsers know needs no word, and a phone is removed after a question', async () => {
  hasCertificate = false;
  phones = [PHONE];
  const page = await open();
  await page.act(() => page.button('显示二维码').click());
  await page.wait(0);
  expect(page.all('svg[role=img]')).toHaveLength(1);
  await page.act(() => page.button('移除').click());
  expect(page.text()).toContain('移除这部手机（Chrome · Android）？');
  expect(asked).not.toContain('DELETE /api/phones/p1');
  const [, yes] = page.all('[role=alertdialog] button');
  await page.act(() => yes?.click());
  await page.wait(0);
  expect(asked).toContain('DELETE /api/phones/p1');
});
