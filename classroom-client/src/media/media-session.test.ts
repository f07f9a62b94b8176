import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSfu, fakeTrack } from '../testing/fake-engine.ts';
import { createMediaSession } from './media-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const QUIET = { renewed: () => {}, joining: () => {}, kept: () => {}, link: () => {} };

async function setUp() {
  const sfu = fakeSfu();
  const heard: string[] = [];
  const session = createMediaSession(sfu.link, sfu.load, {
    renewed: () => heard.push('renewed'),
    joining: () => undefined,
    kept: ({ trackIds }) => heard.push(`kept ${trackIds.join()}`),
    link: (state) => heard.push(state),
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  sfu.joined();
  await settle();
  const go = async (state: 'connected' | 'disconnected' | 'failed') => {
    for (const id of ['send-1', 'receive-1']) sfu.transport(id)?.tell(state);
    await settle();
  };
  return { sfu, session, heard, settle, go };
}

test('one request brings both transports; capabilities follow without waiting', async () => {
  const { sfu, session, heard } = await setUp();
  expect(sfu.asked.map(({ type }) => type).slice(0, 2)).toEqual(['media.join', 'media.capabilities']);
  expect([session.send()?.id, session.receive()?.id]).toEqual(['send-1', 'receive-1']);
  expect(heard).toEqual(['renewed', 'connecting']);
});

test('with a certificate that is known beforehand the SFU is not asked to connect', async () => {
  const sfu = fakeSfu();
  const dtlsParameters = { role: 'client', fingerprints: [] } as const;
  const identity = { certificate: {} as RTCCertificate, dtlsParameters: { ...dtlsParameters, fingerprints: [] } };
  const session = createMediaSession(sfu.link, sfu.load, QUIET, async () => identity);
  sfu.joined();
  await vi.advanceTimersByTimeAsync(0);
  await session.send()?.produce(fakeTrack('video'), { source: 'camera' });
  expect(sfu.all('media.join')[0]?.dtlsParameters).toEqual(dtlsParameters);
  expect([sfu.count('media.produce'), sfu.count('media.connect')]).toEqual([1, 0]);
});

test('transports outlive signaling: the second join names them and nothing is made anew', async () => {
  const { sfu, heard, settle, go } = await setUp();
  await go('connected');
  sfu.tracks.push('camera-1');
  sfu.joined();
  await settle();
  expect(sfu.all('media.join')[1]?.have).toEqual({ sfuId: 'sfu-1', transportIds: ['send-1', 'receive-1'] });
  expect(heard.slice(-1)[0]).toBe('kept camera-1');
  expect(sfu.transport('send-1')?.closed).toBe(false);
  expect(sfu.count('media.restart-ice')).toBe(0);
});

test('a replaced SFU: everything is made anew, without a reload', async () => {
  const { sfu, session, heard, settle } = await setUp();
  sfu.replace();
  sfu.notify({ type: 'media.lost' });
  await settle();
  expect(sfu.transport('send-1')?.closed).toBe(true);
  expect(session.send()?.id).toBe('send-2');
  expect(heard.filter((word) => word === 'renewed')).toHaveLength(2);
});

test('an SFU that is away is asked again until it is there', async () => {
  const { sfu, heard, settle } = await setUp();
  sfu.replace();
  sfu.refuse('media.join', 'media/unavailable');
  sfu.notify({ type: 'media.lost' });
  await settle(6000);
  sfu.refuse('media.join', null);
  await settle(2000);
  expect(heard.filter((word) => word === 'renewed')).toHaveLength(2);
});

test('capabilities that were lost with the link are told again with the kept place', async () => {
  const { sfu, settle } = await setUp();
  sfu.joined();
  await settle();
  expect(sfu.all('media.join')[1]?.have).not.toBeNull();
  expect(sfu.count('media.capabilities')).toBe(2);
});

test('the place is not taken before the SFU has the capabilities', async () => {
  const sfu = fakeSfu();
  sfu.refuse('media.capabilities', 'media/unavailable');
  createMediaSession(sfu.link, sfu.load, QUIET);
  sfu.joined();
  await vi.advanceTimersByTimeAsync(1_000);
  sfu.refuse('media.capabilities', null);
  const before = sfu.count('media.capabilities');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(before).toBeGreaterThan(1);
  expect(sfu.count('media.capabilities')).toBe(before + 1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sfu.count('media.capabilities')).toBe(before + 1);
});

test('a handshake that got no answer is given up with its connection, and made anew', async () => {
  const { sfu, session, settle } = await setUp();
  sfu.refuse('media.connect', 'media/unavailable');
  await expect(session.send()?.produce(fakeTrack('video'), { source: 'camera' })).rejects.toThrow();
  sfu.refuse('media.connect', null);
  sfu.replace();
  await settle();
  expect(sfu.transport('send-1')?.closed).toBe(true);
  expect(sfu.all('media.join').slice(-1)[0]?.have).toBeNull();
  await session.send()?.produce(fakeTrack('video'), { source: 'camera' });
  expect(sfu.count('media.produce')).toBe(1);
});

test('a session that is stopped while it loads opens nothing', async () => {
  const sfu = fakeSfu();
  let loaded: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const load: typeof sfu.load = async (...of) => slow.then(() => sfu.load(...of));
  const session = createMediaSession(sfu.link, load, QUIET);
  sfu.joined();
  await vi.advanceTimersByTimeAsync(0);
  session.stop();
  loaded();
  await vi.advanceTimersByTimeAsync(0);
  expect([session.receive(), sfu.transport('receive-1')]).toEqual([null, undefined]);
});

test.each(['not-signed-in', 'too-many-requests', 'internal', 'storage-unavailable'] as const)(
  'a join that was refused %s is asked again',
  async (reason) => {
    const sfu = fakeSfu();
    sfu.refuse('media.join', reason);
    const session = createMediaSession(sfu.link, sfu.load, QUIET);
    sfu.joined();
    await vi.advanceTimersByTimeAsync(0);
    sfu.refuse('media.join', null);
    await vi.advanceTimersByTimeAsync(300);
    expect(session.receive()).not.toBeNull();
  },
);

test('a refusal that time does not heal is not asked again', async () => {
  const sfu = fakeSfu();
  sfu.refuse('media.join', 'not-allowed');
  createMediaSession(sfu.link, sfu.load, QUIET);
  sfu.joined();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sfu.count('media.join')).toBe(1);
});

const cut = (sfu: ReturnType<typeof fakeSfu>, ...ids: string[]) => {
  for (const id of ids) Object.assign(sfu.transport(id) ?? {}, { breathes: false });
};
const restarted = (sfu: ReturnType<typeof fakeSfu>) =>
  sfu.all('media.restart-ice').map(({ transportId }) => transportId);

test('[RC1] silence shows within 3 s, and a sound of life at once', async () => {
  const { sfu, heard, settle, go } = await setUp();
  await go('connected');
  await settle(10_000);
  cut(sfu, 'send-1', 'receive-1');
  await settle(3_000);
  expect(heard.slice(-1)).toEqual(['interrupted']);
  for (const id of ['send-1', 'receive-1']) Object.assign(sfu.transport(id) ?? {}, { breathes: true });
  await settle(300);
  expect(heard.slice(-1)).toEqual(['connected']);
});

test('[RC3] what is silent restarts ICE, and the other connection goes on', async () => {
  const { sfu, settle, go } = await setUp();
  await go('connected');
  cut(sfu, 'receive-1');
  await settle(3_000);
  expect(restarted(sfu)).toEqual(['receive-1']);
  expect([sfu.transport('receive-1')?.restarts, sfu.transport('send-1')?.restarts]).toEqual([['asked'], []]);
  Object.assign(sfu.transport('receive-1') ?? {}, { breathes: true });
  await settle(60_000);
  expect([restarted(sfu).length, sfu.count('media.join')]).toEqual([1, 1]);
});

test('[RC1] a browser whose statistics say nothing is believed on its word', async () => {
  const { sfu, heard, settle, go } = await setUp();
  for (const id of ['send-1', 'receive-1']) Object.assign(sfu.transport(id) ?? {}, { counts: false });
  await go('connected');
  await settle(60_000);
  expect([heard.slice(-1), restarted(sfu)]).toEqual([['connected'], []]);
  await go('disconnected');
  expect(heard.slice(-1)).toEqual(['interrupted']);
  expect(restarted(sfu)).toHaveLength(2);
});

test('[RC2] without signaling nothing is given up, however long the link is away', async () => {
  const { sfu, settle, go } = await setUp();
  await go('connected');
  sfu.up = false;
  cut(sfu, 'send-1', 'receive-1');
  await go('disconnected');
  await go('failed');
  await settle(600_000);
  expect([restarted(sfu), sfu.count('media.join'), sfu.transport('send-1')?.closed]).toEqual([[], 1, false]);
  Object.assign(sfu.transport('send-1') ?? {}, { breathes: true });
  sfu.transport('send-1')?.tell('connected');
  await settle();
  // Signaling is back: what has healed by itself is let alone.
  sfu.up = true;
  sfu.joined();
  await settle();
  expect(sfu.all('media.join')[1]?.have).toMatchObject({ restart: ['receive-1'] });
});

test('[RC4] the answer to a return brings what a silent connection needs, without a question of its own', async () => {
  const { sfu, settle, go } = await setUp();
  await go('connected');
  sfu.up = false;
  cut(sfu, 'send-1', 'receive-1');
  await settle(30_000);
  sfu.up = true;
  sfu.joined();
  await settle();
  expect(sfu.transport('receive-1')?.restarts).toEqual(['joined']);
  expect(restarted(sfu)).toEqual([]);
  Object.assign(sfu.transport('send-1') ?? {}, { breathes: true });
  Object.assign(sfu.transport('receive-1') ?? {}, { breathes: true });
  await settle(20_000);
  expect([restarted(sfu), sfu.count('media.join')]).toEqual([[], 2]);
});

test('[RC3] when a restart does not help, the place is given up and taken anew', async () => {
  const { sfu, session, settle, go } = await setUp();
  await go('connected');
  cut(sfu, 'send-1', 'receive-1');
  await go('failed');
  expect(sfu.count('media.restart-ice')).toBe(2);
  sfu.replace();
  await settle(6_000);
  expect(sfu.all('media.join').slice(-1)[0]?.have).toBeNull();
  expect(session.send()?.id).toBe('send-2');
});

test('[RC3] where nothing gets through at all it is tried again ever more rarely', async () => {
  const { sfu, session, settle } = await setUp();
  const joins: number[] = [];
  const began = Date.now();
  for (let second = 0; second < 300; second += 1) {
    const id = session.receive()?.id;
    if (id && sfu.transport(id)?.state === 'new') {
      joins.push((Date.now() - began) / 1_000);
      sfu.transport(id)?.tell('connecting');
    }
    await settle(1_000);
    if (sfu.transport(id ?? '')?.closed) sfu.replace();
  }
  const pauses = joins.slice(1).map((at, index) => at - (joins[index] ?? 0));
  // 15 s of trying each time, and a pause of 0 to 30 s.
  expect(Math.max(...pauses.slice(0, 1))).toBeLessThanOrEqual(18);
  expect(Math.min(...pauses.slice(-2))).toBeGreaterThanOrEqual(15 + 15);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(15 + 30 + 3);
});

test('[RC5] on another network nothing is believed until something comes through', async () => {
  const { sfu, session, settle, go } = await setUp();
  await go('connected');
  cut(sfu, 'receive-1');
  session.wake('moved');
  await settle();
  expect(restarted(sfu)).toEqual(['receive-1']);
  // A page that is only shown again stays as it is.
  session.wake('woke');
  await settle(1_000);
  expect(restarted(sfu)).toEqual(['receive-1']);
});
