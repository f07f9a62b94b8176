import { BADLY_HURT, LOSING, type LossReport, PLAIN_VOICE, stepVoice, type VoiceForm } from '@tongke/shared-types';
import type { Reported } from './engine.ts';

/** Whatever streams a voice, on its way in or out. */
interface Stream {
  reported(): Promise<Reported>;
}

/**
 * A share is that of so many ms: of fewer packets it says little, and more tell of a time that is over. Chromium reports a voice every 2.5 to
 * 7.5 s, and a link that loses voices loses reports.
 */
const SPAN_MS = { least: 4_000, leastIfBad: 2_000, most: 16_000 } as const;
/** Of fewer packets since a report nothing is said. */
const FEWEST = 25;
/** A report counts for so long, in ms. */
const FRESH_MS = 10_000;

/** [VO1] The form that a voice needs on one link, by what its receiver reports. Times are ms of one monotonic clock. */
export class VoiceNeed {
  #of: Stream | null = null;
  #base: { readonly reported: Reported; readonly at: number } | null = null;
  #report: Omit<LossReport, 'since'> | null = null;
  #stand = PLAIN_VOICE;
  #calm = false;

  /** At the last look it was plain, and of late nothing was lost of it. */
  get calm(): boolean {
    return this.#calm;
  }

  /** A look at the stream that is heard. Rejects when the worker is gone. */
  async look(stream: Stream, concealment: number | null, now: number): Promise<VoiceForm> {
    const reported = await stream.reported();
    if (stream !== this.#of) {
      this.#of = stream;
      this.#base = { reported, at: now };
      this.#report = null;
    }
    this.#read(reported, now);
    if (this.#report && now - this.#report.at >= FRESH_MS) this.#report = null;
    const since = this.#base && shareLost(this.#base.reported, reported, FEWEST);
    const report = this.#report && { ...this.#report, since };
    this.#stand = stepVoice(this.#stand, report, concealment);
    this.#calm = this.#stand.form === 'plain' && Math.max(this.#report?.loss ?? 0, since ?? 0) < LOSING;
    return this.#stand.form;
  }

  #read(reported: Reported, now: number): void {
    const base = this.#base;
    if (!base || reported.report === base.reported.report) return;
    const [loss, span] = [shareLost(base.reported, reported), now - base.at];
    if (span < ((loss ?? 0) >= BADLY_HURT ? SPAN_MS.leastIfBad : SPAN_MS.least)) return;
    this.#base = { reported, at: now };
    if (loss !== null && span <= SPAN_MS.most) this.#report = { loss, at: now };
  }
}

/** The share of packets that was lost in between, 0 to 1; null where fewer than `fewest` were sent. */
function shareLost(before: Reported, after: Reported, fewest = 1): number | null {
  const tried = after.tried - before.tried;
  return tried < fewest ? null : Math.min(1, Math.max(0, (after.lost - before.lost) / tried));
}
