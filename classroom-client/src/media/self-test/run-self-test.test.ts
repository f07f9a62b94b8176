import { beforeEach, expect, test, vi } from 'vitest';
import { createLessonStore } from '../../lesson/lesson-store.ts';
import { createMediaStore, type MediaState } from '../media-store.ts';
import { runSelfTest } from './run-self-test.ts';

const order: string[] = [];
const loudspeaker = vi.hoisted(() => ({ is: 'fine' }));
vi.mock('./try-sound.ts', () => ({ trySound: async () => ({ microphone: 'fine', loudspeaker: loudspeaker.is }) }));
vi.mock('./try-echo.ts', () => ({
  tryEcho: async ({ flowing }: { flowing: () => Promise<unknown> }) => {
    order.push('echo');
    await flowing();
    return 'heard';
  },
}));
vi.mock('./probe-rates.ts', () => ({
  probeRates: async () => {
    order.push('rates');
    return { down: 5_000_000, up: 1_000_000 };
  },
}));
beforeEach(() => void order.splice(0));

function run(link: MediaState['link'], stats: () => Promise<readonly RTCStatsReport[]>, measured = true) {
  const store = createMediaStore();
  store.setState({ link });
  const clock = { offset: -90_000, roundTrip: 20 };
  return runSelfTest({
    connection: { store: createLessonStore(measured ? { clock } : {}) },
    media: { store, stats, loop: async () => null },
    capture: async () => ({ ok: false, problem: 'missing' }),
    camera: async () => 'busy',
    devices: { microphone: null, loudspeaker: null },
    proof: {},
  });
}
const connected = (currentRoundTripTime: number) =>
  new Map<string, object>([
    ['t', { id: 't', type: 'transport', selectedCandidatePairId: 'p' }],
    ['p', { id: 'p', type: 'candidate-pair', localCandidateId: 'l', currentRoundTripTime }],
    ['l', { id: 'l', type: 'local-candidate', protocol: 'udp' }],
  ]) as never;

test('[ST4] all measures are brought together, the round trip from before the link was filled', async () => {
  const trips = [0.05, 0.9, 0.9];
  const measured = await run('connected', async () => {
    order.push('stats');
    return [connected(trips.shift() ?? 0)];
  });
  expect(measured).toEqual({
    camera: 'busy',
    microphone: 'fine',
    loudspeaker: 'fine',
    echo: 'heard',
    down: 5_000_000,
    up: 1_000_000,
    loss: null,
    roundTrip: 50,
    path: 'udp',
    clock: 90_000,
  });
  expect(order).toEqual(['stats', 'rates', 'stats', 'echo', 'stats']);
});

test('[ST4] media that does not get through has no path; what nobody measured is null', async () => {
  for (const link of ['off', 'connecting'] as const) expect((await run(link, async () => [])).path).toBe('none');
  expect((await run('interrupted', async () => [connected(0.1)])).path).toBe('none');
  const unknown = await run('connected', () => Promise.reject(new Error('closed')), false);
  expect(unknown).toMatchObject({ path: null, roundTrip: null, loss: null, clock: null });
});

test('[AU4] of a loudspeaker that the microphone does not hear nothing is said of an echo', async () => {
  loudspeaker.is = 'unheard';
  expect(await run('connected', async () => [])).toMatchObject({ loudspeaker: 'unheard', echo: null });
  loudspeaker.is = 'fine';
});
