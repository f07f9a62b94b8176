import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { board } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { render } from '../../testing/render.tsx';
import { Pairing } from './Pairing.tsx';

const WORDS = { board, common, refusal };
const answers: Record<string, () => object> = {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (path: string) => ({ json: async () => answers[path]?.() }));
  const pins = ['483201', '777777'];
  answers['/api/boards/pin'] = () => ({ ok: true, pin: pins.shift(), claim: 'c', validMs: 300_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(claim: string | null = null) {
  const onPaired = vi.fn();
  const page = await render(<Pairing claim={claim} onPaired={onPaired} />, WORDS);
  const wait = (ms: number) => page.act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await wait(0);
  return { ...page, onPaired, wait };
}

test('an unpaired board shows six digits and is paired as soon as somebody has typed them', async () => {
  answers['/api/boards/claim'] = () => ({ ok: true, status: 'pending' });
  const page = await open();
  expect(page.text()).toContain('483 201');
  await page.wait(4000);
  expect(page.onPaired).not.toHaveBeenCalled();
  answers['/api/boards/claim'] = () => ({ ok: true, status: 'paired', token: 'kept' });
  await page.wait(2000);
  expect(page.onPaired).toHaveBeenCalledExactlyOnceWith('kept');
});

test('a board whose clock is wrong keeps its digits for five minutes, and says how many are left', async () => {
  answers['/api/boards/claim'] = () => ({ ok: true, status: 'pending' });
  const page = await open();
  expect(page.text()).toContain('5 分钟内有效');
  vi.setSystemTime(Date.UTC(2031, 0, 1));
  await page.wait(61_000);
  expect(page.text()).toContain('483 201');
  expect(page.text()).toContain('4 分钟内有效');
  await page.wait(245_000);
  expect(page.text()).toContain('777 777');
});

test('trouble with the digits stays on the screen while it is tried again, and a tap tries at once', async () => {
  const asked = answers['/api/boards/pin'] as () => object;
  answers['/api/boards/claim'] = () => ({ ok: true, status: 'pending' });
  answers['/api/boards/pin'] = () => ({ ok: false, reason: 'busy-try-again' });
  const page = await open();
  for (let tries = 0; tries < 40; tries++) {
    await page.wait(100);
    expect(page.text()).toContain(refusal['busy-try-again'].zh);
  }
  answers['/api/boards/pin'] = asked;
  await page.act(() => page.button('再试一次').click());
  await page.wait(0);
  expect(page.text()).toContain('483 201');
});

test('digits that ran out are replaced by new ones', async () => {
  answers['/api/boards/claim'] = () => ({ ok: false, reason: 'pin/wrong' });
  const page = await open();
  await page.wait(2100);
  expect(page.text()).toContain('777 777');
});

test('a link that was used up is said, and the way on is a PIN', async () => {
  answers['/api/boards/claim'] = () => ({ ok: false, reason: 'link/used' });
  const page = await open('a-link-that-was-used-before');
  expect(page.text()).toContain(refusal['link/used'].zh);
  await page.act(() => page.button('再试一次').click());
  await page.wait(0);
  expect(page.text()).toContain('483 201');
});
