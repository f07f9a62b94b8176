import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reported } from './engine.ts';
import { VoiceNeed } from './voice-need.ts';

/** A stream of 50 packets a second; what is lost is known to the sender at the reports, and before where it is `asked` for again. */
function stream(asked = 0) {
  const so: { tried: number; lost: number; report: string; arrived: number } = {
    tried: 0,
    lost: 0,
    report: '0',
    arrived: 0,
  };
  return {
    second(loss: number, reports: boolean) {
      so.tried += 50;
      so.arrived += 50 * loss;
      so.lost += 50 * loss * asked;
      if (!reports) return;
      so.lost = so.arrived;
      so.report = String(so.tried);
    },
    reported: async (): Promise<Reported> => ({ tried: so.tried, lost: so.lost, report: so.report }),
  };
}

test('[VO1] whenever reports come: a link that loses nothing is never protected, one that loses a third is, within three of them', async () => {
  const gaps = fc.array(fc.integer({ min: 3, max: 7 }), { minLength: 6, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(gaps, async (all) => {
      const [calm, lossy] = [stream(), stream()];
      const needs = [new VoiceNeed(), new VoiceNeed()] as const;
      let [now, reports] = [0, 0];
      for (const gap of all) {
        for (let second = 1; second <= gap; second += 1) {
          now += 1_000;
          calm.second(0, second === gap);
          lossy.second(0.33, second === gap);
          if (second === gap) reports += 1;
          expect(await needs[0].look(calm, 1, now)).toBe('plain');
          const form = await needs[1].look(lossy, null, now);
          if (reports >= 3) expect(form).toBe('protected');
        }
      }
    }),
  );
});

test('[VO1] a link that loses a third of the reports too is protected all the same', async () => {
  const need = new VoiceNeed();
  const link = stream();
  let form = 'plain';
  for (let second = 1; second <= 30; second += 1) {
    // Every third report comes to nothing.
    link.second(0.3, second % 5 === 0 && second % 15 !== 0);
    form = await need.look(link, null, second * 1_000);
    if (second === 10) expect(form).toBe('protected');
  }
  expect(form).toBe('protected');
});

test('[VO1] a report tells of the time since the one before, so that one after a long silence decides nothing, and neither does another stream’s', async () => {
  const need = new VoiceNeed();
  const link = stream();
  const look = async (seconds: number, loss: number, reports: boolean) => {
    let form = 'plain';
    for (let second = 0; second < seconds; second += 1) {
      link.second(loss, reports);
      now += 1_000;
      form = await need.look(link, null, now);
    }
    return form;
  };
  let now = 0;
  await look(6, 0, true);
  await look(30, 1, false);
  expect(await look(3, 0, true)).toBe('plain');
  expect(await look(20, 0, true)).toBe('plain');
  const other = stream();
  other.second(1, true);
  expect(await need.look(other, null, now + 5_000)).toBe('plain');
});

/** After which second the voice is protected; null where it never is. What is lost in each second, and in which a report comes. */
async function protectedAfter(asked: number, losses: readonly number[], reports: (second: number) => boolean) {
  const [need, link] = [new VoiceNeed(), stream(asked)];
  for (const [at, loss] of losses.entries()) {
    link.second(loss, reports(at + 1));
    if ((await need.look(link, null, (at + 1) * 1_000)) === 'protected') return at + 1;
  }
  return null;
}
const calm = (seconds: number) => Array<number>(seconds).fill(0);

test('[VO1] a moment without anything, at a reconnection or a queue that ran over, protects no voice, whenever the next report comes', async () => {
  for (const every of [1, 2, 3, 4, 5, 6, 7]) {
    for (let from = 0; from < 12; from += 1) {
      for (const loss of [0.15, 0.5, 1]) {
        const losses = [...calm(from), loss, ...calm(30)];
        expect(await protectedAfter(0, losses, (second) => second % every === 0)).toBeNull();
      }
    }
  }
});

test('[VO1] a link that loses 30 % is protected with the first report of 2 s of it and the look after that', async () => {
  for (let from = 0; from < 8; from += 1) {
    const losses = [...calm(20 + from), ...Array<number>(20).fill(0.3)];
    // What the server counts itself it knows at each look.
    const own = (await protectedAfter(0, losses, () => true)) ?? 99;
    expect(own - 20 - from).toBeLessThanOrEqual(4);
    for (const every of [3, 4, 5]) {
      const told = (await protectedAfter(0.5, losses, (second) => second % every === 0)) ?? 99;
      expect(told - 20 - from).toBeLessThanOrEqual(2 * every);
    }
  }
});

test('[VO1] looked at every 5 s while it is calm, and each second else, a voice that loses 30 % is protected 4 s later at the most', async () => {
  for (let from = 0; from < 10; from += 1) {
    for (const every of [3, 4, 5]) {
      const [need, link] = [new VoiceNeed(), stream(0.5)];
      let looked = 0;
      let at: number | null = null;
      for (let second = 1; second < 60 && at === null; second += 1) {
        link.second(second > 20 + from ? 0.3 : 0, second % every === 0);
        if (need.calm && second - looked < 5) continue;
        looked = second;
        if ((await need.look(link, null, second * 1_000)) === 'protected') at = second;
        if (second <= 20 + from) expect(need.calm).toBe(true);
      }
      expect((at ?? 99) - 20 - from).toBeLessThanOrEqual(2 * every + 4);
    }
  }
});

test('[VO1] a voice is not calm before it was looked at, nor while it is protected', async () => {
  const [need, link] = [new VoiceNeed(), stream()];
  expect(need.calm).toBe(false);
  await need.look(link, null, 0);
  expect(need.calm).toBe(true);
  for (let second = 1; second <= 20; second += 1) {
    link.second(0.3, true);
    await need.look(link, null, second * 1_000);
  }
  for (let second = 21; second <= 50; second += 1) {
    expect(need.calm).toBe(false);
    link.second(0, true);
    await need.look(link, null, second * 1_000);
  }
});
