import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN_AGAIN_MS, PLAIN_VOICE, PROTECT_MS, stepVoice, type VoiceSample, type VoiceStand } from './voice-form.ts';

const CALM: VoiceSample = { loss: 0, concealment: 0 };
const PROTECTED: VoiceStand = { form: 'protected', since: null };

/** The stand after so many looks at the same link, one a second. */
function after(seconds: number, stand: VoiceStand, sample: VoiceSample): VoiceStand {
  return Array.from({ length: seconds + 1 }, (_, second) => second * 1_000).reduce(
    (so, now) => stepVoice(so, sample, now),
    stand,
  );
}

describe('[VO1] who gets the protected voice', () => {
  test.each([
    [{ loss: 0.3 }, 0, 'protected'],
    [{ loss: 0.29 }, 1, 'plain'],
    [{ loss: 0.05 }, 2, 'protected'],
    [{ loss: 0.049 }, 60, 'plain'],
    [{ loss: 0.01, concealment: 0.03 }, 2, 'protected'],
    // A screen that is busy makes voice up too.
    [{ loss: 0.009, concealment: 0.5 }, 60, 'plain'],
    [{ loss: 0.049, concealment: null }, 60, 'plain'],
  ])('on a plain link %o for %i s: %s', (sample, seconds, form) => {
    expect(after(seconds, PLAIN_VOICE, { ...CALM, ...sample }).form).toBe(form);
  });

  test.each([
    [{ loss: 0.019 }, 29, 'protected'],
    [{ loss: 0.019 }, 30, 'plain'],
    [{ loss: 0.02 }, 300, 'protected'],
    // Protection hides what the link does: what is made up says nothing.
    [{ loss: 0, concealment: 1 }, 30, 'plain'],
  ])('on a protected one %o for %i s: %s', (sample, seconds, form) => {
    expect(after(seconds, PROTECTED, { ...CALM, ...sample }).form).toBe(form);
  });

  test('one good look begins the wait anew, one bad look the other', () => {
    const once = stepVoice(stepVoice(PLAIN_VOICE, { ...CALM, loss: 0.1 }, 0), CALM, 1_000);
    expect(stepVoice(once, { ...CALM, loss: 0.1 }, 2_000).form).toBe('plain');
    const almost = stepVoice(after(29, PROTECTED, CALM), { ...CALM, loss: 0.1 }, 29_500);
    expect(stepVoice(almost, CALM, 30_000).form).toBe('protected');
  });

  const samples = fc.array(
    fc.record({
      loss: fc.double({ min: 0, max: 1, noNaN: true }),
      concealment: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { maxLength: 120 },
  );

  test('whatever a link does, it leaves the protected voice no sooner than after the calm, and goes no sooner than it must', () => {
    fc.assert(
      fc.property(samples, (seen) => {
        let stand: VoiceStand = PLAIN_VOICE;
        seen.forEach((sample, second) => {
          const next = stepVoice(stand, sample, second * 1_000);
          const last = (ms: number) => seen.slice(Math.max(0, second - ms / 1_000), second + 1);
          if (stand.form === 'protected' && next.form === 'plain') {
            expect(last(PLAIN_AGAIN_MS).every(({ loss }) => loss < 0.02)).toBe(true);
          }
          if (stand.form === 'plain' && next.form === 'protected') {
            const ms = sample.loss >= 0.3 ? 0 : PROTECT_MS;
            expect(last(ms).every(({ loss }) => loss >= 0.01)).toBe(true);
          }
          stand = next;
        });
      }),
    );
  });
});
