import { expect, test } from 'vitest';
import { concealmentOf, heardOf, outgoingOf } from './voice-report.ts';

const report = (...entries: object[]) => new Map(entries.map((entry, nth) => [String(nth), entry])) as never;
const voice = (totalSamplesReceived: number, concealedSamples: number, silentConcealedSamples = 0) => ({
  type: 'inbound-rtp',
  kind: 'audio',
  totalSamplesReceived,
  concealedSamples,
  silentConcealedSamples,
});

test('[WL5] the made-up share of the voice leaves out what was silent, and adds voices up', () => {
  const before = heardOf(report(voice(48_000, 1_000, 1_000)));
  const video = { type: 'inbound-rtp', kind: 'video', totalSamplesReceived: 9, concealedSamples: 9 };
  const now = heardOf(report(voice(96_000, 13_000, 3_400), voice(48_000, 0), video));
  expect(concealmentOf(before, now)).toBeCloseTo(9_600 / 96_000);
});

test('[WL5] without a voice, or after it has begun anew, there is nothing to say', () => {
  const now = heardOf(report(voice(48_000, 100)));
  expect(concealmentOf(now, now)).toBeNull();
  expect(concealmentOf(now, heardOf(report(voice(10, 0))))).toBeNull();
  expect(concealmentOf(heardOf(report()), now)).toBeCloseTo(100 / 48_000);
});

test('[WL4] what fits on the way out is what the connection in use says', () => {
  const idle = { type: 'candidate-pair', nominated: false, availableOutgoingBitrate: 1 };
  expect(outgoingOf(report(idle, { ...idle, nominated: true, availableOutgoingBitrate: 300_000 }))).toBe(300_000);
  expect(outgoingOf(report(idle, { type: 'candidate-pair', nominated: true }))).toBeNull();
});
