/** What so many boards did to the machine, over a slice. */
export interface Step {
  readonly boards: number;
  /** Share of all cores' time, 0 to 1. */
  readonly busy: number;
  /** Share of the packets that did not come, 0 to 1. */
  readonly loss: number;
}

/** Up to where boards are served. */
export interface Limits {
  readonly busy: number;
  /** Less than this. */
  readonly loss: number;
}

/** How many widths the first step has. */
const FIRST_WIDTHS = 5;
/** Of the way to where the boards are thought to fill the machine: so much of it in one step. */
const SHARE_OF_WAY = 0.6;
/** Beyond these shares of the limit a step adds a quarter at most, and then no more than the least: a machine that is nearly full fills faster than evenly. */
const WARM = 0.5;
const NEAR = 0.7;

export function isServed({ busy, loss }: Step, limits: Limits): boolean {
  return busy <= limits.busy && loss < limits.loss;
}

/** How many boards to try after these steps: `width` more, or many such widths as long as the cores are far from full, but never more than twice as many, nor a quarter more from half of the limit on. */
export function nextBoards(steps: readonly Step[], width: number, limits: Limits): number {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return width * FIRST_WIDTHS;
  if (first === last) return 2 * last.boards;
  const perBoard = (last.busy - first.busy) / (last.boards - first.boards);
  const left = perBoard > 0 && last.busy <= NEAR * limits.busy ? (limits.busy - last.busy) / perBoard : 0;
  const most = last.busy > WARM * limits.busy ? last.boards / 4 : last.boards;
  const widths = Math.floor(Math.min(SHARE_OF_WAY * left, most) / width);
  return last.boards + width * Math.max(1, widths);
}

/**
 * The most boards that are served, of steps of which the last one failed. Where it failed by the cores' time alone, which grows evenly with the boards,
 * that is where the line between the last two crosses the limit; a loss begins at once, so that there the step before counts as it is.
 */
export function mostBoards(steps: readonly Step[], limits: Limits): number {
  const [before, failed] = [steps.at(-2), steps.at(-1)];
  if (!failed || isServed(failed, limits)) throw new Error('The boards did not fill the machine.');
  if (!before) throw new Error(`Not even ${failed.boards} boards are served.`);
  if (failed.loss >= limits.loss || failed.busy <= before.busy) return before.boards;
  const share = (limits.busy - before.busy) / (failed.busy - before.busy);
  return before.boards + share * (failed.boards - before.boards);
}
