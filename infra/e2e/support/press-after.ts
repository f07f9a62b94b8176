import type { Page } from 'playwright-core';

/** Presses so many ms after the disc shows that it may be pressed, timed in the page: a busy machine delays every hand alike. */
export function pressAfter(page: Page, ms: number, word = '抢！'): Promise<void> {
  return page.evaluate(
    ([wait, words]) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const disc = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words);
          if (!disc) return void requestAnimationFrame(look);
          setTimeout(() => {
            disc.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
            resolve();
          }, wait);
        };
        look();
      }),
    [ms, word] as const,
  );
}
