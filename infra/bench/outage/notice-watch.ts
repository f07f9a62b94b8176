declare global {
  interface Window {
    /** Epoch ms of each time at which the page began to say so. */
    tongkeNoticed: number[];
  }
}

/** Runs inside a page: from now on it looks every 50 ms whether the page says these words. */
export function watchNotice(words: string): void {
  window.tongkeNoticed = [];
  let said = false;
  setInterval(() => {
    const says = document.body.textContent?.includes(words) ?? false;
    if (says && !said) window.tongkeNoticed.push(performance.timeOrigin + performance.now());
    said = says;
  }, 50);
}
