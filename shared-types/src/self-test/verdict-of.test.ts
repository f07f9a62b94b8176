import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, FINDINGS, type Finding, TESTED_THINGS } from './findings.ts';
import { type Measures, measures } from './measures.ts';
import { verdictOf } from './verdict-of.ts';

const GOOD: Measures = {
  camera: 'fine',
  microphone: 'fine',
  loudspeaker: 'fine',
  echo: 'fine',
  down: 20_000_000,
  up: 4_000_000,
  loss: 0,
  roundTrip: 40,
  path: 'udp',
  clock: 300,
};
const NOTHING: Measures = {
  camera: null,
  microphone: null,
  loudspeaker: null,
  echo: null,
  down: null,
  up: null,
  loss: null,
  roundTrip: null,
  path: null,
  clock: null,
};
const RANK = { green: 0, yellow: 1, red: 2 } as const;
/** From the best to the worst. */
const DEVICES = ['fine', 'busy'] as const;
const PATHS = ['udp', 'tcp', 'none'] as const;

test('[ST1] everything in order is green, one finding for each thing; nothing measured has no colour', () => {
  const findings = verdictOf(GOOD);
  expect(findings).toHaveLength(TESTED_THINGS);
  expect(findings.every((finding) => FINDINGS[finding] === 'green')).toBe(true);
  expect(colourOf(findings)).toBe('green');
  expect(verdictOf(NOTHING)).toEqual([]);
  expect(colourOf([])).toBeNull();
});

test.each<[Partial<Measures>, Finding, 'green' | 'yellow' | 'red']>([
  [{ camera: 'refused' }, 'camera/refused', 'yellow'],
  [{ camera: 'missing' }, 'camera/missing', 'yellow'],
  [{ microphone: 'silent' }, 'microphone/silent', 'red'],
  [{ microphone: 'busy' }, 'microphone/busy', 'red'],
  [{ loudspeaker: 'unheard' }, 'loudspeaker/unheard', 'yellow'],
  [{ echo: 'heard' }, 'echo/heard', 'yellow'],
  [{ down: 0 }, 'down/slow', 'red'],
  [{ down: 109_999 }, 'down/slow', 'red'],
  [{ down: 110_000 }, 'down/low', 'yellow'],
  [{ down: 677_500 }, 'down/fine', 'green'],
  [{ up: 500_000 }, 'up/low', 'yellow'],
  [{ loss: 0.049 }, 'loss/fine', 'green'],
  [{ loss: 0.05 }, 'loss/some', 'yellow'],
  [{ loss: 0.15 }, 'loss/high', 'red'],
  [{ roundTrip: 299 }, 'delay/fine', 'green'],
  [{ roundTrip: 300 }, 'delay/some', 'yellow'],
  [{ roundTrip: 800 }, 'delay/long', 'red'],
  [{ path: 'tcp' }, 'path/tcp', 'yellow'],
  [{ path: 'none' }, 'path/none', 'red'],
  [{ clock: 59_999 }, 'clock/fine', 'green'],
  [{ clock: 60_000 }, 'clock/wrong', 'yellow'],
])('[ST1] %o is %s, %s', (measured, finding, colour) => {
  const only = verdictOf({ ...NOTHING, ...measured });
  expect(only).toEqual([finding]);
  expect(colourOf(only)).toBe(colour);
  if (colour !== 'green') expect(verdictOf({ ...GOOD, ...measured })[0]).toBe(finding);
});

test('[ST1] the worst comes first', () => {
  expect(verdictOf({ ...GOOD, camera: 'busy', microphone: 'silent', path: 'tcp' }).slice(0, 3)).toEqual([
    'microphone/silent',
    'camera/busy',
    'path/tcp',
  ]);
});

test('[ST1] better measures never bring a worse colour', () => {
  const rates = fc.integer({ min: 0, max: 2_000_000 });
  const pair = fc.record({
    camera: fc.tuple(fc.nat(1), fc.nat(1)),
    microphone: fc.tuple(fc.nat(1), fc.nat(1)),
    path: fc.tuple(fc.nat(2), fc.nat(2)),
    down: fc.tuple(rates, rates),
    up: fc.tuple(rates, rates),
    loss: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    roundTrip: fc.tuple(fc.nat(2_000), fc.nat(2_000)),
    clock: fc.tuple(fc.nat(200_000), fc.nat(200_000)),
  });
  fc.assert(
    fc.property(pair, ({ camera, microphone, path, down, up, loss, roundTrip, clock }) => {
      const pick = (least: typeof Math.min, most: typeof Math.max): Measures => ({
        camera: DEVICES[least(...camera)] ?? null,
        microphone: DEVICES[least(...microphone)] ?? null,
        loudspeaker: null,
        echo: null,
        path: PATHS[least(...path)] ?? null,
        down: most(...down),
        up: most(...up),
        loss: least(...loss),
        roundTrip: least(...roundTrip),
        clock: least(...clock),
      });
      const better = colourOf(verdictOf(pick(Math.min, Math.max)));
      const worse = colourOf(verdictOf(pick(Math.max, Math.min)));
      expect(RANK[better ?? 'green']).toBeLessThanOrEqual(RANK[worse ?? 'green']);
    }),
  );
});

test('[ST1] measures of no honest page are no measures', () => {
  expect(measures.safeParse(GOOD).success).toBe(true);
  expect(measures.safeParse(NOTHING).success).toBe(true);
  const wrong: object[] = [{ loss: 2 }, { down: -1 }, { up: Number.NaN }, { roundTrip: '5' }, { path: 'pigeon' }];
  for (const one of [...wrong, { clock: Number.POSITIVE_INFINITY }, { camera: 'Logitech C920' }, { device: 'C920' }])
    expect(measures.safeParse({ ...GOOD, ...one }).success).toBe(false);
});
