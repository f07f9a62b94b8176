import { type Datagram, DatagramLane, type SfuNotice, type SfuReply } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Lessons } from '../media/lessons.ts';
import { WorkerPool } from '../media/worker-pool.ts';
import { TabletRooms } from '../tablets/tablet-rooms.ts';
import { createFakeEngine, type FakeEngine } from '../testing/fake-engine.ts';
import { DTLS, picture, plays, voice } from '../testing/rtp-samples.ts';
import { silentLog } from '../testing/silent-log.ts';
import { ControlDesk, type Link } from './control-desk.ts';

const secret = 'a secret of some length';

interface TestLink extends Link {
  readonly notices: SfuNotice[];
  readonly heard: Datagram[];
  closed: boolean;
}

function testLink(): TestLink {
  const link: TestLink = {
    notices: [],
    heard: [],
    closed: false,
    datagram: (datagram) => link.heard.push(datagram),
    notify: (notice) => link.notices.push(notice),
    close: () => {
      link.closed = true;
    },
  };
  return link;
}

let engine: FakeEngine;
let lessons: Lessons;
let tablets: TabletRooms;
let desk: ControlDesk;
let link: TestLink;

beforeEach(async () => {
  vi.useFakeTimers();
  engine = createFakeEngine();
  const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1] }, silentLog);
  const notify = (notice: SfuNotice) => desk.notify(notice);
  lessons = new Lessons({ sfuId: 'sfu', openRouter: () => pool.openRouter(), notify, log: silentLog });
  const tabletPool = await WorkerPool.start(engine, { serves: 'tablets', ports: [2] }, silentLog);
  const deliver = (datagram: Datagram) => desk.deliver(datagram);
  tablets = new TabletRooms({ openRouter: () => tabletPool.openRouter(), deliver, notify, log: silentLog });
  desk = new ControlDesk({ secret, lessons, tablets, log: silentLog });
  link = testLink();
});
afterEach(() => vi.useRealTimers());

const attach = (as = link) => desk.receive(as, { type: 'attach', secret });
const ask = (request: object, as = link) => desk.receive(as, { lessonId: 'L1', epoch: 1, peerId: 'lead', ...request });

// biome-ignore lint/suspicious/noExplicitAny: A test reads replies of every verb.
async function must(reply: Promise<SfuReply>): Promise<any> {
  const answer = await reply;
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
  return answer.result;
}

async function talk() {
  const joined = await must(ask({ type: 'peer.join', publishes: true, have: null }));
  await must(ask({ type: 'grant.set', source: 'microphone', ttlMs: 90_000 }));
  const open = { type: 'producer.open', transportId: joined.send.id, source: 'microphone', rtpParameters: voice() };
  return { joined, trackId: (await must(ask(open))).trackId };
}

describe('the door', () => {
  test('opens for the secret only', async () => {
    expect(await ask({ type: 'peer.close' })).toEqual({ ok: false, reason: 'not-signed-in' });
    expect(await desk.receive(link, { type: 'attach', secret: 'guess' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await ask({ type: 'peer.close' })).toEqual({ ok: false, reason: 'not-signed-in' });
    expect(await must(attach())).toEqual({ sfuId: 'sfu', lessons: [], channels: [] });
    expect(await must(ask({ type: 'peer.close' }))).toEqual({});
  });

  test.each([
    [null],
    ['text'],
    [{ type: 'reboot' }],
    [{ type: 'peer.join', lessonId: '../etc', epoch: 1, peerId: 'lead', publishes: true, have: null }],
    [{ type: 'lesson.close', lessonId: 'L1' }],
    [{ type: 'grant.set', lessonId: 'L1', epoch: 1, peerId: 'p', source: 'microphone', ttlMs: -1 }],
    [{ type: 'lesson.close', lessonId: 'L1', epoch: 1, extra: true }],
  ])('calls %j malformed', async (request) => {
    await attach();
    expect(await desk.receive(link, request)).toEqual({ ok: false, reason: 'malformed' });
  });

  test('a lesson listens to its newest owner only', async () => {
    await attach();
    await must(ask({ type: 'grant.set', source: 'camera', ttlMs: null, epoch: 5 }));
    expect(await ask({ type: 'lesson.close', epoch: 4, peerId: undefined })).toEqual({
      ok: false,
      reason: 'malformed',
    });
    expect(await desk.receive(link, { type: 'lesson.close', lessonId: 'L1', epoch: 4 })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(lessons.list()).toHaveLength(1);
    await must(desk.receive(link, { type: 'lesson.close', lessonId: 'L1', epoch: 5 }));
    // Also after the lesson closed.
    expect(await ask({ type: 'peer.join', publishes: true, have: null, epoch: 4 })).toMatchObject({ ok: false });
    await must(ask({ type: 'peer.join', publishes: true, have: null, epoch: 6 }));
  });

  test('a newer link replaces the older one and hears the notices', async () => {
    await attach();
    const { trackId } = await talk();
    const newer = testLink();
    const { lessons: known } = await must(attach(newer));
    expect(known).toEqual([
      { lessonId: 'L1', sfuId: 'sfu-1', tracks: [{ trackId, peerId: 'lead', source: 'microphone' }], rungs: [] },
    ]);
    expect([link.closed, newer.closed]).toEqual([true, false]);
    expect(await ask({ type: 'peer.close' })).toEqual({ ok: false, reason: 'not-signed-in' });
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(link.notices).toEqual([]);
    expect(newer.notices).toMatchObject([{ type: 'track.closed', lessonId: 'L1', cause: 'grant-expired' }]);
  });
});

describe('without a control link', () => {
  test('[FL14] a microphone on a lease closes by itself when nobody renews it any longer, and not before', async () => {
    await attach();
    const lease = { type: 'grant.set', source: 'microphone', ttlMs: 15_000 };
    await talk();
    for (let renewed = 0; renewed < 4; renewed += 1) {
      await must(ask(lease));
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(lessons.room('L1')?.tracks.size).toBe(1);
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(lessons.room('L1')?.tracks.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(lessons.room('L1')?.tracks.size).toBe(0);
  });

  test('lessons go on for 60 s and then end', async () => {
    await attach();
    await talk();
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(lessons.list()[0]?.tracks).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(lessons.list()).toEqual([]);
    expect(engine.workers[0]?.load).toBe(0);
  });

  test('a link within that time finds everything as it was', async () => {
    await attach();
    const { joined, trackId } = await talk();
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(59_000);
    const back = testLink();
    expect((await must(attach(back))).lessons[0].tracks).toMatchObject([{ trackId }]);
    await vi.advanceTimersByTimeAsync(5_000);
    const have = { sfuId: joined.sfuId, transportIds: [joined.send.id, joined.receive.id] };
    const again = await must(ask({ type: 'peer.join', publishes: true, have }, back));
    expect(again).toMatchObject({ kept: true, trackIds: [trackId] });
  });

  test('a grant ends in time all the same', async () => {
    await attach();
    const { joined } = await talk();
    await must(ask({ type: 'grant.set', source: 'microphone', ttlMs: 20_000 }));
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(lessons.list()[0]?.tracks).toEqual([]);
    expect(joined.kept).toBe(false);
  });
});

describe('verbs', () => {
  beforeEach(() => attach());

  test('of a peer that never joined are refused', async () => {
    for (const request of [
      { type: 'peer.capabilities', rtpCapabilities: {} },
      { type: 'transport.restart-ice', transportId: 't' },
      { type: 'producer.open', transportId: 't', source: 'camera', rtpParameters: picture() },
      { type: 'producer.close', trackId: 't' },
      { type: 'loop.open', transportId: 't', rtpParameters: voice() },
      { type: 'loop.close' },
      { type: 'consumer.open', trackIds: ['t'] },
      { type: 'consumer.resume', consumerIds: ['c'] },
      { type: 'consumer.layer', consumerId: 'c', spatialLayer: 0 },
      { type: 'consumer.close', consumerId: 'c' },
      { type: 'peer.health' },
    ])
      expect(await ask(request), request.type).toEqual({ ok: false, reason: 'media/not-joined' });
    expect(
      await desk.receive(link, { type: 'track.audience', lessonId: 'L1', epoch: 1, trackId: 't', peerIds: [] }),
    ).toEqual({ ok: false, reason: 'media/no-such-track' });
    expect(lessons.list()).toEqual([]);
  });

  test('carry a track to a viewer, and the end of a turn takes it away', async () => {
    const { joined, trackId } = await talk();
    const viewer = { peerId: 'board' };
    await must(ask({ type: 'peer.join', publishes: false, have: null, ...viewer }));
    const rtpCapabilities = plays(joined.routerRtpCapabilities);
    await must(ask({ type: 'peer.capabilities', rtpCapabilities, ...viewer }));
    const { consumers } = await must(ask({ type: 'consumer.open', trackIds: [trackId], ...viewer }));
    const [{ consumerId }] = consumers;
    await must(ask({ type: 'consumer.resume', consumerIds: [consumerId], ...viewer }));
    await must(ask({ type: 'consumer.layer', consumerId, spatialLayer: 1, ...viewer }));
    await must(ask({ type: 'consumer.pause', consumerIds: [consumerId], ...viewer }));
    await must(desk.receive(link, { type: 'track.audience', lessonId: 'L1', epoch: 1, trackId, peerIds: ['lead'] }));
    expect(link.notices.map(({ type }) => type)).toEqual(['track.watched', 'track.watched', 'consumer.closed']);
    expect(await ask({ type: 'consumer.close', consumerId, ...viewer })).toMatchObject({ ok: false });
    await must(ask({ type: 'grant.clear', source: 'microphone' }));
    expect(link.notices.at(-1)).toMatchObject({ type: 'track.closed', trackId, cause: 'grant-cleared' });
  });

  test('an end of a turn counts for whoever asked to watch before it and still waits', async () => {
    const { joined, trackId } = await talk();
    const viewer = { peerId: 'board' };
    const rtpCapabilities = plays(joined.routerRtpCapabilities);
    const open = { type: 'consumer.open', trackIds: [trackId], ...viewer };
    const release = engine.hold();
    const joining = ask({ type: 'peer.join', publishes: false, have: null, ...viewer });
    const capable = ask({ type: 'peer.capabilities', rtpCapabilities, ...viewer });
    const early = ask(open);
    const audience = { type: 'track.audience', lessonId: 'L1', epoch: 1, trackId, peerIds: ['lead'] };
    await must(desk.receive(link, audience));
    release();
    for (const reply of [joining, capable]) await must(reply);
    expect((await must(early)).consumers).toEqual([]);
    // The next turn may open it again: what is permitted is signaling's to say.
    expect((await must(ask(open))).consumers).toMatchObject([{ trackId }]);
  });

  test('of one peer run in the order in which they came', async () => {
    const release = engine.hold();
    const joining = ask({ type: 'peer.join', publishes: true, have: null });
    const closing = ask({ type: 'peer.close' });
    await vi.advanceTimersByTimeAsync(0);
    release();
    expect(await joining).toMatchObject({ ok: true });
    expect(await closing).toMatchObject({ ok: true });
    expect(await ask({ type: 'producer.close', trackId: 't' })).toEqual({ ok: false, reason: 'media/not-joined' });
  });

  test('answer that media is unavailable when the worker dies below them', async () => {
    await talk();
    const release = engine.hold();
    const restarting = ask({ type: 'peer.join', publishes: true, have: null });
    await vi.advanceTimersByTimeAsync(0);
    engine.workers[0]?.die();
    release();
    expect(await restarting).toEqual({ ok: false, reason: 'media/unavailable' });
    expect(link.notices.at(-1)).toEqual({ type: 'lesson.lost', lessonId: 'L1' });
    await vi.advanceTimersByTimeAsync(0);
    expect(await ask({ type: 'peer.join', publishes: true, have: null })).toMatchObject({ ok: true });
  });
});

describe('data channels of tablets', () => {
  const seat = { lessonId: 'L1', epoch: 5, seatId: 's1' };
  const open = (more = {}, as = link) =>
    desk.receive(as, { type: 'data.open', ...seat, holder: 'device', dtlsParameters: DTLS, ...more });
  const channels = () => engine.workers[1]?.channels ?? [];
  const pack = (channel: number, ...message: number[]) => {
    let packed = new Uint8Array();
    const carry = (made: Uint8Array) => {
      packed = Uint8Array.from(made);
    };
    new DatagramLane(carry, (run) => setTimeout(run)).push({ channel, message: Uint8Array.from(message) });
    vi.advanceTimersByTime(0);
    return packed;
  };

  beforeEach(() => attach());

  test('[DP6] datagrams pass both ways at once, while the verbs of the lesson wait', async () => {
    const { channel } = await must(open());
    const release = engine.hold();
    const joining = ask({ type: 'peer.join', publishes: true, have: null, epoch: 5 });
    channels()[0]?.arrive(Uint8Array.of(7));
    expect(link.heard).toEqual([{ channel, message: Uint8Array.of(7) }]);
    desk.datagrams(link, pack(channel, 8, 9));
    expect(channels()[0]?.sent).toEqual([Uint8Array.of(8, 9)]);
    release();
    await must(joining);
  });

  test('[DP6] of packs that are malformed, of no channel, or of a link that is not attached nothing becomes', async () => {
    const { channel } = await must(open());
    const stranger = testLink();
    desk.datagrams(stranger, pack(channel, 1));
    for (const raw of [null, 'text', new Uint8Array(4), new Uint8Array(999), pack(99, 1)]) desk.datagrams(link, raw);
    expect(channels()[0]?.sent).toEqual([]);
  });

  test('[DP6] a lesson listens to its newest owner, and the list of a new link names every channel', async () => {
    const { channel } = await must(open());
    expect(await open({ epoch: 4 })).toEqual({ ok: false, reason: 'not-allowed' });
    const newer = testLink();
    const listed = { lessonId: 'L1', seatId: 's1', holder: 'device', channel };
    expect(await must(attach(newer))).toMatchObject({ channels: [listed] });
    channels()[0]?.arrive(Uint8Array.of(7));
    expect([link.heard.length, newer.heard.length]).toEqual([0, 1]);
    expect(await open({}, link)).toEqual({ ok: false, reason: 'not-signed-in' });
  });

  test('[DP5] without a control link they end after 60 s, and with their lesson at once', async () => {
    await must(open());
    await must(desk.receive(link, { type: 'lesson.close', lessonId: 'L1', epoch: 5 }));
    expect(channels()[0]?.closed).toBe(true);
    await must(open());
    for (const channel of channels()) channel.connected = true;
    desk.gone(link);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(channels()[1]?.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([channels()[1]?.closed, tablets.list()]).toEqual([true, []]);
  });

  test('[DP3] the verbs of one seat run in the order in which they came', async () => {
    const release = engine.hold();
    const opening = open();
    const closing = desk.receive(link, { type: 'data.close', ...seat, channel: 1 });
    await vi.advanceTimersByTimeAsync(0);
    release();
    expect(await must(opening)).toMatchObject({ channel: 1 });
    await must(closing);
    expect(tablets.list()).toEqual([]);
  });
});
