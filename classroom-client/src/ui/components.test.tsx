import { expect, test, vi } from 'vitest';
import { switchLanguage, t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { render } from '../testing/render.tsx';
import { secondsLeft } from './Countdown.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HoldButton } from './HoldButton.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinkBanner } from './LinkBanner.tsx';
import { Working } from './Working.tsx';

test('the countdown shows 1 until the end and 0 from there', () => {
  expect([0, 4001, 4999, 5000, 9000].map((now) => secondsLeft(now, 5000))).toEqual([5, 1, 1, 0, 0]);
});

test('a hold button wants a whole second, and says so to who only taps it', async () => {
  vi.useFakeTimers();
  try {
    const onHeld = vi.fn();
    const page = await render(<HoldButton onHeld={onHeld}>结束</HoldButton>, { common });
    const touch = (type: string) => page.button('结束').dispatchEvent(new Event(type, { bubbles: true }));
    await page.act(() => void touch('pointerdown'));
    await page.act(() => void vi.advanceTimersByTime(900));
    await page.act(() => void touch('pointerup'));
    expect(page.text()).toBe('按住一秒');
    await page.act(() => void vi.advanceTimersByTime(3_000));
    expect(page.text()).toBe('结束');
    expect(onHeld).not.toHaveBeenCalled();
    await page.act(() => void touch('pointerdown'));
    await page.act(() => void vi.advanceTimersByTime(1000));
    expect(onHeld).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('a screen that fails says so, opens again at a tap, and a board does by itself', async () => {
  vi.useFakeTimers();
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  try {
    const Broken = () => {
      throw new Error('broken');
    };
    const reload = vi.fn();
    const shown = (opensItself: boolean) => (
      <ErrorBoundary opensItself={opensItself} reload={reload}>
        <Broken />
      </ErrorBoundary>
    );
    const page = await render(shown(false), { common });
    expect(page.text()).toContain('这个网页出了点问题');
    await page.act(() => page.button('重新打开').click());
    expect(reload).toHaveBeenCalledOnce();
    await page.act(() => void vi.advanceTimersByTime(60_000));
    expect(reload).toHaveBeenCalledOnce();
    await render(shown(true), { common });
    await page.act(() => void vi.advanceTimersByTime(5_000));
    expect(reload).toHaveBeenCalledTimes(2);
  } finally {
    complaint.mockRestore();
    vi.useRealTimers();
  }
});

test('a wait that takes long, and a lost link, have one action', async () => {
  vi.useFakeTimers();
  try {
    const onRetry = vi.fn();
    const page = await render(<Working sentence="连接中" longer="还在连接" onRetry={onRetry} />, { common });
    expect(page.all('button')).toHaveLength(0);
    await page.act(() => void vi.advanceTimersByTime(5_000));
    await page.act(() => page.button('再试一次').click());
    await page.show(<LinkBanner link="lost" onRetry={onRetry} />);
    await page.act(() => page.button('再试一次').click());
    expect(onRetry).toHaveBeenCalledTimes(2);
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
