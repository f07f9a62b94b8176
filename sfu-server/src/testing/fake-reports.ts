import type { Reported } from '../media/engine.ts';

/** What the receiver of a stream reports at each look; it loses nothing until a test says so. */
export interface FakeReports {
  /** Share of packets lost from now on, 0 to 1; null: no report comes any more. */
  loss: number | null;
  /** Nothing is sent. */
  rests: boolean;
  readonly next: () => Promise<Reported>;
}

/** Each look finds another report, over 100 packets more. */
export function fakeReports(): FakeReports {
  let [tried, lost, reports] = [0, 0, 0];
  const fake: FakeReports = {
    loss: 0,
    rests: false,
    async next() {
      if (fake.rests) return { tried, lost, report: String(reports) };
      tried += 100;
      lost += 100 * (fake.loss ?? 0);
      if (fake.loss !== null) reports += 1;
      return { tried, lost, report: String(reports) };
    },
  };
  return fake;
}
