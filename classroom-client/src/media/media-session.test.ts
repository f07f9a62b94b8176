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

test('a short gap heals by itself; after 3 s ICE is restarted', async () => {
  const { sfu, heard, settle, go } = await setUp();
  await go('connected');
  await go('disconnected');
  expect(heard.slice(-1)[0]).toBe('interrupted');
  await settle(2900);
  expect(sfu.count('media.restart-ice')).toBe(0);
  await settle(200);
  expect(sfu.all('media.restart-ice').map(({ transportId }) => transportId)).toEqual(['send-1', 'receive-1']);
  await go('connected');
  await settle(20_000);
  expect(heard.slice(-1)[0]).toBe('connected');
  expect(sfu.count('media.join')).toBe(1);
});

test('when a restart does not help, the place is given up and taken anew', async () => {
  const { sfu, session, settle, go } = await setUp();
  await go('connected');
  await go('failed');
  expect(sfu.count('media.restart-ice')).toBe(2);
  sfu.replace();
  await settle(8100);
  expect(sfu.all('media.join').slice(-1)[0]?.have).toBeNull();
  expect(session.send()?.id).toBe('send-2');
});
