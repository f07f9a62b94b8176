import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ControlClient, DataPeer, type DataPeerOptions, join, type StartedSfu, startSfu } from '../testing/index.ts';

describe('data channels on a real worker', () => {
  let sfu: StartedSfu;
  let client: ControlClient;
  const peers: DataPeer[] = [];

  beforeAll(async () => {
    sfu = await startSfu();
    client = await ControlClient.connect(sfu.url);
    await client.must({ type: 'attach', secret: sfu.secret });
  });
  afterEach(async () => {
    for (const peer of peers.splice(0)) await peer.close();
    for (const lessonId of ['L1', 'L2']) await client.must({ type: 'lesson.close', lessonId, epoch: 1 });
  });
  afterAll(async () => {
    client.close();
    await sfu.close();
  });

  /** A tablet on its seat, connected. */
  async function seated(seatId: string, lessonId = 'L1', options: DataPeerOptions = {}) {
    const peer = new DataPeer(options);
    peers.push(peer);
    const dtlsParameters = await peer.certificate();
    const of = { lessonId, epoch: 1, seatId };
    const { channel, offer } = await client.must({ type: 'data.open', ...of, holder: 'd', dtlsParameters });
    await peer.connect(offer);
    return { peer, channel };
  }
  const heardOf = (channel: number) =>
    client.datagrams.filter((datagram) => datagram.channel === channel).map(({ message }) => [...message]);
  const heardBy = ({ received }: DataPeer) => received.map((message) => [...message]);

  test('[DP1] [DP3] messages pass both ways, and no other seat hears them', async () => {
    const one = await seated('s1');
    const two = await seated('s2');
    const elsewhere = await seated('s3', 'L2');
    one.peer.send(Uint8Array.of(1, 2, 3));
    await vi.waitFor(() => expect(heardOf(one.channel)).toEqual([[1, 2, 3]]));
    client.datagram(one.channel, Uint8Array.of(4, 5));
    client.datagram(elsewhere.channel, new Uint8Array(256).fill(7));
    await vi.waitFor(() => expect(heardBy(one.peer)).toEqual([[4, 5]]));
    await vi.waitFor(() => expect(heardBy(elsewhere.peer)).toEqual([[...new Uint8Array(256).fill(7)]]));
    // Whatever were on its way to another seat would have come before these.
    two.peer.send(Uint8Array.of(8));
    await vi.waitFor(() => expect(heardOf(two.channel)).toEqual([[8]]));
    client.datagram(two.channel, Uint8Array.of(9));
    await vi.waitFor(() => expect(heardBy(two.peer)).toEqual([[9]]));
    expect([heardBy(one.peer), heardOf(one.channel)]).toEqual([[[4, 5]], [[1, 2, 3]]]);
  });

  test('[DP4] of what is too long, and of what comes too fast, nothing arrives', async () => {
    const { peer, channel } = await seated('s1', 'L1', { boundless: true });
    for (const length of [257, 4_000]) peer.send(new Uint8Array(length));
    for (let sent = 0; sent < 100; sent += 1) peer.send(Uint8Array.of(sent));
    await vi.waitFor(() => expect(heardOf(channel).length).toBeGreaterThanOrEqual(40));
    expect(heardOf(channel).length).toBeLessThan(100);
    expect(heardOf(channel).every(({ length }) => length === 1)).toBe(true);
  });

  test('[DP3] a newer channel of the seat ends the older one', async () => {
    const older = await seated('s1');
    const newer = await seated('s1');
    await vi.waitFor(() => expect(older.peer.open).toBe(false));
    client.datagram(older.channel, Uint8Array.of(1));
    client.datagram(newer.channel, Uint8Array.of(2));
    await vi.waitFor(() => expect(heardBy(newer.peer)).toEqual([[2]]));
    expect(heardBy(older.peer)).toEqual([]);
  });

  test('[DP5] a tablet that goes is told of, one whose seat is taken away is cut off', async () => {
    const gone = await seated('s1');
    await gone.peer.close();
    const closed = await client.notice((notice) => notice.type === 'data.closed' && notice.channel === gone.channel);
    expect(closed).toMatchObject({ lessonId: 'L1', seatId: 's1', cause: 'connection-closed' });
    const cut = await seated('s2');
    await client.must({ type: 'data.close', lessonId: 'L1', epoch: 1, seatId: 's2', channel: cut.channel });
    await vi.waitFor(() => expect(cut.peer.open).toBe(false));
  });

  test('[DP3] [DP5] the tablets’ worker is one of its own: killed, it takes no media along, and channels come up on the next', async () => {
    const media = await join(client, 'L1', 'lead');
    const { channel } = await seated('s1');
    const [victim] = sfu.tabletWorkerPids;
    if (victim === undefined) throw new Error('Expected a worker.');
    expect(sfu.workerPids).not.toContain(victim);
    process.kill(victim, 'SIGKILL');
    await client.notice((notice) => notice.type === 'data.lost' && notice.lessonId === 'L1');
    const again = await seated('s1');
    expect(again.channel).not.toBe(channel);
    const have = { sfuId: media.sfuId, transportIds: [media.send.id, media.receive.id] };
    const joined = { type: 'peer.join', lessonId: 'L1', epoch: 1, peerId: 'lead', publishes: true, have } as const;
    expect((await client.must(joined)).kept).toBe(true);
    expect(client.notices.filter(({ type }) => type === 'lesson.lost')).toEqual([]);
  });

  test('[DP6] a channel outlives the control link, and the next link finds it', async () => {
    const { peer, channel } = await seated('s1');
    client.close();
    client = await ControlClient.connect(sfu.url);
    const { channels } = await client.must({ type: 'attach', secret: sfu.secret });
    expect(channels).toEqual([{ lessonId: 'L1', seatId: 's1', holder: 'd', channel }]);
    peer.send(Uint8Array.of(1));
    await vi.waitFor(() => expect(heardOf(channel)).toEqual([[1]]));
  });
});
