import { expect, test } from 'vitest';
import { type Heard, heardOf, isSilent, nextPulse, type Pulse } from './pulse.ts';

const START: Pulse = { pair: 'p', received: 0, asked: 0, at: 0 };
const heard = (received: number, asked: number, pair = 'p'): Heard => ({ pair, received, asked });

/** Looks every 250 ms; what is heard follows from the time. Answers when it was silent first, ms. */
function silentAt(of: (now: number) => Heard | null, untilMs = 60_000): number | null {
  let pulse = START;
  for (let now = 0; now <= untilMs; now += 250) {
    pulse = nextPulse(pulse, of(now), now);
    if (isSilent(pulse, of(now), now)) return now;
  }
  return null;
}

test('[RC1] a link that breaks is silent within 3 s: nothing comes, and checks stay unanswered', () => {
  // As Chromium does: after 2.5 s without a packet it checks every 48 ms.
  const broken = (now: number) => heard(10_000, 4 + Math.max(0, Math.floor((now - 2_500) / 48)));
  expect(silentAt(broken)).toBeLessThanOrEqual(3_000);
});

test('[RC1] a connection that carries no media is not silent while its checks are answered', () => {
  expect(silentAt((now) => heard(Math.floor(now / 3_000), 1 + Math.floor(now / 3_000)))).toBeNull();
});

test('[RC1] where a browser counts no checks, 5 s of nothing are silence; so they are where the connection is gone', () => {
  expect(silentAt(() => heard(1, 0))).toBe(5_000);
  expect(silentAt(() => null)).toBe(5_000);
});

test('another pair of addresses is no sign of life before something comes through it', () => {
  const pulse = { ...START, received: 900, asked: 9 };
  expect(nextPulse(pulse, heard(5, 1, 'q'), 2_000)).toEqual({ ...heard(5, 1, 'q'), at: 0 });
  expect(nextPulse({ ...heard(5, 1, 'q'), at: 0 }, heard(6, 1, 'q'), 2_100).at).toBe(2_100);
});

test('the browser’s statistics are read for the pair in use', () => {
  const counts = {
    bytesReceived: 100,
    responsesReceived: 2,
    requestsReceived: 0,
    requestsSent: 1,
    consentRequestsSent: 4,
  };
  const report = (...entries: object[]) => new Map(entries.map((entry, at) => [String(at), entry])) as never;
  const pair = { id: 'b', type: 'candidate-pair', ...counts };
  const other = { ...pair, id: 'a', bytesReceived: 7 };
  expect(heardOf(report(other, pair, { type: 'transport', selectedCandidatePairId: 'b' }))).toEqual({
    pair: 'b',
    received: 102,
    asked: 5,
  });
  expect(heardOf(report(other, { ...pair, nominated: true, state: 'succeeded' }))?.received).toBe(102);
  expect(heardOf(report(other, { type: 'transport' }))).toBeNull();
});
