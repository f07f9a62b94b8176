/** What a screen receives, in bytes. */
export interface Rates {
  /** For a turned page, beside what a quiet second costs. */
  readonly perTurn: number;
  /** For a second in which somebody draws, all in all. */
  readonly perInkSecond: number;
  /** For a second in which nothing happens. */
  readonly perQuietSecond: number;
}

export interface LessonPlan {
  readonly seconds: number;
  readonly pages: number;
  /** Seconds of these in which somebody draws. */
  readonly inkSeconds: number;
}

/** The lesson of the bench: 20 minutes, 30 pages, on each of them 5 s of ink. */
export const PLAN: LessonPlan = { seconds: 1_200, pages: 30, inkSeconds: 150 };

/** What a lesson of this plan costs at these rates, in bytes: every page is turned to once. */
export function lessonBytes({ perTurn, perInkSecond, perQuietSecond }: Rates, plan: LessonPlan): number {
  const { seconds, pages, inkSeconds } = plan;
  return pages * perTurn + inkSeconds * perInkSecond + (seconds - inkSeconds) * perQuietSecond;
}

/** What a turn costs beside the quiet time around it: never less than nothing. */
export function turnCost(run: {
  readonly bytes: number;
  readonly seconds: number;
  readonly turns: number;
  readonly perQuietSecond: number;
}): number {
  return Math.max(0, run.bytes - run.seconds * run.perQuietSecond) / run.turns;
}
