import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextRepair, type Repair, type Sight } from './repair.ts';

/** Looks every 250 ms for so long; answers what was done when, ms. */
function acts(see: (now: number) => Omit<Sight, 'now'>, untilMs: number): [number, string][] {
  const done: [number, string][] = [];
  let repair: Repair | null = null;
  for (let now = 0; now <= untilMs; now += 250) {
    const step = nextRepair(repair, { ...see(now), now });
    repair = step.repair;
    if (step.act !== 'wait') done.push([now, step.act]);
    if (step.act === 'renew') break;
  }
  return done;
}

test('[RC3] ICE is restarted at once, and after 5 s without help everything is made anew', () => {
  expect(acts(() => ({ health: 'silent', up: true }), 60_000)).toEqual([
    [0, 'restart'],
    [5_000, 'renew'],
  ]);
});

test('[RC2] time without signaling does not count, and waiting begins anew with it', () => {
  const up = (now: number) => now >= 40_000;
  expect(acts((now) => ({ health: 'silent', up: up(now) }), 60_000)).toEqual([
    [40_000, 'restart'],
    [45_000, 'renew'],
  ]);
  const away = (now: number) => now < 1_000 || now >= 30_000;
  expect(acts((now) => ({ health: 'silent', up: away(now) }), 60_000).map(([at]) => at)).toEqual([0, 34_750]);
});

test('[RC3] a first connection that does not come about within 15 s is made anew', () => {
  expect(acts(() => ({ health: 'connecting', up: true }), 60_000)).toEqual([[15_000, 'renew']]);
  expect(acts(() => ({ health: 'new', up: true }), 60_000)).toEqual([]);
});

test('[RC2] [RC3] whatever happens: nothing is done without signaling, and nothing is made anew that a restart was not tried for', () => {
  const sights = fc.array(
    fc.record({
      health: fc.constantFrom('new', 'connecting', 'alive', 'silent'),
      up: fc.boolean(),
      after: fc.nat(9_000),
    }),
  );
  fc.assert(
    fc.property(sights, (all) => {
      let repair: Repair | null = null;
      let now = 0;
      let restarted = false;
      for (const { health, up, after } of all) {
        now += after;
        const { act, ...next } = nextRepair(repair, { health, up, now });
        repair = next.repair;
        if (!up || health === 'alive' || health === 'new') expect(act).toBe('wait');
        if (act === 'renew' && health === 'silent') expect(restarted).toBe(true);
        restarted = act === 'restart' || (restarted && repair !== null);
      }
    }),
  );
});
