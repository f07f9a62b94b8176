import { type LossReport, PLAIN_VOICE, stepVoice, type VoiceForm } from '@tongke/shared-types';
import type { Reported } from './engine.ts';

/** Whatever streams a voice, on its way in or out. */
interface Stream {
  reported(): Promise<Reported>;
}

/**
 * A share is that of so many ms: of fewer packets it says little, and more tell of a time that is over. Chromium reports a voice every 2.5 to
 * 7.5 s, and a link that loses voices loses reports.
 */
const SPAN_MS = { least: 4_000, most: 16_000 } as const;
/** A report counts for so long, in ms. */
const FRESH_MS = 10_000;

/** [VO1] The form that a voice needs on one link, by what its receiver reports. Times are ms of one monotonic clock. */
export class VoiceNeed {
  #of: Stream | null = null;
  #base: { readonly reported: Reported; readonly at: number } | null = null;
  #report: LossReport | null = null;
  #stand = PLAIN_VOICE;

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
    this.#stand = stepVoice(this.#stand, this.#report, concealment);
    return this.#stand.form;
  }

  #read(reported: Reported, now: number): void {
    const base = this.#base;
    if (!base || reported.report === base.reported.report || now - base.at < SPAN_MS.least) return;
    this.#base = { reported, at: now };
    const tried = reported.tried - base.reported.tried;
    const lost = reported.lost - base.reported.lost;
    if (tried <= 0 || now - base.at > SPAN_MS.most) return;
    this.#report = { loss: Math.min(1, Math.max(0, lost / tried)), at: now };
  }
}
