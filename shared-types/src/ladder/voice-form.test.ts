import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LossReport, PLAIN_AGAIN_MS, PLAIN_VOICE, stepVoice, type VoiceStand } from './voice-form.ts';

const PROTECTED: VoiceStand = { form: 'protected', since: null };
const EVERY_MS = 5_000;

type Said = Partial<LossReport> & { readonly concealment?: number | null };

/** The stand after so many reports of the same, one each 5 s, each looked at five times. */
function after(reports: number, stand: VoiceStand, { loss = 0, since = null, concealment = null }: Said): VoiceStand {
  const looks = Array.from({ length: reports * 5 }, (_, look) => Math.floor(look / 5) * EVERY_MS);
  return looks.reduce((so, at) => stepVoice(so, { loss, at, since }, concealment), stand);
}

describe('[VO1] who gets the protected voice', () => {
  test.each([
    [0.15, 0.1, null, 1, 'protected'],
    [0.149, 0.1, null, 1, 'plain'],
    // Over by the next look.
    [1, 0.099, null, 1, 'plain'],
    [1, null, null, 1, 'plain'],
    [0.05, 1, null, 1, 'plain'],
    [0.05, null, null, 2, 'protected'],
    [0.049, null, null, 20, 'plain'],
    [0.02, null, 0.03, 1, 'plain'],
    [0.02, null, 0.03, 2, 'protected'],
    // A screen that is busy makes voice up too.
    [0.019, null, 0.5, 20, 'plain'],
    [0.049, null, 0.029, 20, 'plain'],
  ] as const)(
    'on a plain link %d lost, %d since, %d made up, %i reports: %s',
    (loss, since, concealment, reports, form) => {
      expect(after(reports, PLAIN_VOICE, { loss, since, concealment }).form).toBe(form);
    },
  );

  test.each([
    [0.009, 6, 'protected'],
    [0.009, 7, 'plain'],
    [0.01, 60, 'protected'],
  ] as const)('on a protected one %d lost, %i reports: %s', (loss, reports, form) => {
    expect(after(reports, PROTECTED, { loss }).form).toBe(form);
    // Protection hides what the link does: what is made up says nothing.
    expect(after(reports, PROTECTED, { loss, concealment: 1 }).form).toBe(form);
  });

  test('a report that is looked at again is no second one, a good one in between begins anew, and so does silence', () => {
    const said = (loss: number, at: number): LossReport => ({ loss, at, since: null });
    const once = stepVoice(PLAIN_VOICE, said(0.1, 0), null);
    expect(stepVoice(once, said(0.1, 0), null).form).toBe('plain');
    for (const between of [said(0.03, 5_000), null]) {
      expect(stepVoice(stepVoice(once, between, null), said(0.1, 10_000), null).form).toBe('plain');
      const almost = stepVoice(after(6, PROTECTED, {}), between, null);
      expect(stepVoice(almost, said(0, 31_000), null).form).toBe('protected');
    }
  });

  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  const reports = fc.array(fc.record({ loss: share, since: share, concealment: share }), { maxLength: 60 });

  test('whatever is reported, it leaves the protected voice after the calm alone, never without a report, and takes it only where packets are lost', () => {
    fc.assert(
      fc.property(reports, (all) => {
        let stand: VoiceStand = PLAIN_VOICE;
        all.forEach(({ loss, since, concealment }, n) => {
          const report: LossReport | null = loss === null ? null : { loss, at: n * EVERY_MS, since };
          const next = stepVoice(stand, report, concealment);
          if (report === null) expect(next.form).toBe(stand.form);
          if (stand.form === 'protected' && next.form === 'plain') {
            const calm = all.slice(n - PLAIN_AGAIN_MS / EVERY_MS, n + 1);
            expect(calm.every((past) => past.loss !== null && past.loss < 0.01)).toBe(true);
          }
          if (stand.form === 'plain' && next.form === 'protected') {
            const hurts = (of = all[n]) => {
              const heard = (of?.concealment ?? 0) >= 0.03 && (of?.loss ?? 0) >= 0.02;
              return heard || (of?.loss ?? 0) >= 0.05;
            };
            expect(((loss ?? 0) >= 0.15 && (since ?? 0) >= 0.1) || (hurts() && hurts(all[n - 1]))).toBe(true);
          }
          stand = next;
        });
      }),
    );
  });
});
