import { expect, test, vi } from 'vitest';
import { switchLanguage, t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { render } from '../testing/render.tsx';
import { secondsLeft } from './Countdown.tsx';
import { HoldButton } from './HoldButton.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

test('the countdown shows 1 until the end and 0 from there', () => {
  expect([0, 4001, 4999, 5000, 9000].map((now) => secondsLeft(now, 5000))).toEqual([5, 1, 1, 0, 0]);
});

test('a hold button wants a whole second', async () => {
  vi.useFakeTimers();
  try {
    const onHeld = vi.fn();
    const page = await render(<HoldButton onHeld={onHeld}>结束</HoldButton>, { common });
    const touch = (type: string) => page.button('结束').dispatchEvent(new Event(type, { bubbles: true }));
    await page.act(() => void touch('pointerdown'));
    await page.act(() => void vi.advanceTimersByTime(900));
    await page.act(() => void touch('pointerup'));
    await page.act(() => void vi.advanceTimersByTime(900));
    expect(onHeld).not.toHaveBeenCalled();
    await page.act(() => void touch('pointerdown'));
    await page.act(() => void vi.advanceTimersByTime(1000));
    expect(onHeld).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('the other language is one tap away, with parameters in their places', async () => {
  const page = await render(<LanguageSwitch />, { common });
  expect(t('common.classNumber', { classroom: '三班', number: 12 })).toBe('三班 12号');
  await page.act(() => page.button('English').click());
  expect(t('common.classNumber', { classroom: '三班', number: 12 })).toBe('三班 no. 12');
  expect(document.documentElement.lang).toBe('en');
  await page.act(() => switchLanguage('zh'));
  expect(page.text()).toBe('English');
});
