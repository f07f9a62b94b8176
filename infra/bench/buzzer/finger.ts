/** Runs `press` as soon as this instant (performance.now) is there, never before it, and tells how late that was, in ms. */
export function pressAt(instant: number, press: (lateMs: number) => void): void {
  const left = instant - performance.now();
  if (left > 0) setTimeout(pressAt, left, instant, press);
  else press(-left);
}
