import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeEngine } from './testing/fake-engine.ts';
import { ControlClient, DTLS, join, of, picture, type StartedSfu, startSfu, voice } from './testing/index.ts';

describe('a media server with real workers', () => {
  let sfu: StartedSfu;
  let client: ControlClient;

  beforeAll(async () => {
    sfu = await startSfu({ workers: 2 });
    client = await ControlClient.connect(sfu.url);
    await client.must({ type: 'attach', secret: sfu.secret });
  });

  afterAll(async () => {
    client.close();
    await sfu.close();
  });

  test('carries the lead teacher to a board: join, connect, grant, produce, consume, resume', async () => {
    const lead = await join(client, 'L1', 'lead');
    const board = await join(client, 'L1', 'class3');
    expect(board.beacon?.rtpParameters.encodings?.[0]).toMatchObject({ ssrc: expect.any(Number) });
    expect(lead.send.iceCandidates).toContainEqual(expect.objectContaining({ ip: '127.0.0.1', protocol: 'udp' }));
    expect(lead.send.iceCandidates).toContainEqual(expect.objectContaining({ ip: '127.0.0.1', protocol: 'tcp' }));

    const connect = { type: 'transport.connect', ...of('L1', 'lead'), dtlsParameters: DTLS } as const;
    await client.must({ ...connect, transportId: lead.send.id });
    await client.must({ type: 'grant.set', ...of('L1', 'lead'), source: 'camera', ttlMs: null });
    await client.must({ type: 'grant.set', ...of('L1', 'lead'), source: 'microphone', ttlMs: null });
    const open = { type: 'producer.open', ...of('L1', 'lead'), transportId: lead.send.id } as const;
    const camera = await client.must({ ...open, source: 'camera', rtpParameters: picture() });
    const microphone = await client.must({ ...open, source: 'microphone', rtpParameters: voice() });

    const trackIds = [camera.trackId, microphone.trackId, 'gone'];
    const { consumers } = await client.must({ type: 'consumer.open', ...of('L1', 'class3'), trackIds });
    expect(consumers.map(({ kind }) => kind).sort()).toEqual(['audio', 'video']);
    const audio = consumers.find(({ kind }) => kind === 'audio')?.rtpParameters.codecs[0];
    expect(audio?.rtcpFeedback).toContainEqual(expect.objectContaining({ type: 'nack' }));
    expect(audio?.parameters).toMatchObject({ useinbandfec: 1 });

    const consumerIds = consumers.map(({ consumerId }) => consumerId);
    await client.must({ type: 'consumer.resume', ...of('L1', 'class3'), consumerIds });
    for (const trackId of [camera.trackId, microphone.trackId])
      await client.notice((notice) => notice.type === 'track.watched' && notice.trackId === trackId && notice.watched);
    await client.must({ type: 'lesson.close', lessonId: 'L1', epoch: 1 });
  });

  test('a worker killed with -9 loses its lessons only; they come back on a live one at the next join', async () => {
    const before = await join(client, 'L2', 'lead');
    await join(client, 'L3', 'lead');
    const [victim] = sfu.workerPids;
    if (victim === undefined) throw new Error('Expected a worker.');
    process.kill(victim, 'SIGKILL');
    const lost = await client.notice(({ type }) => type === 'lesson.lost');
    const kept = lost.lessonId === 'L2' ? 'L3' : 'L2';
    const have = { sfuId: before.sfuId, transportIds: [before.send.id, before.receive.id] };
    const again = await client.must({ type: 'peer.join', ...of(lost.lessonId, 'lead'), publishes: true, have });
    expect([again.kept, again.sfuId === before.sfuId, again.send !== null]).toEqual([false, false, true]);
    await client.must({ type: 'grant.set', ...of(kept, 'lead'), source: 'camera', ttlMs: null });
    expect(client.notices.filter(({ type }) => type === 'lesson.lost')).toHaveLength(1);
    for (const lessonId of ['L2', 'L3']) await client.must({ type: 'lesson.close', lessonId, epoch: 1 });
  });

  test('answers anything malformed, and everything that is no request', async () => {
    for (const request of [null, 17, 'x'.repeat(1000), [], { type: 'peer.join' }, { type: 'attach', secret: 1 }])
      expect(await client.raw(request)).toEqual({ ok: false, reason: 'malformed' });
    expect(await client.event('reboot')).toEqual({ ok: false, reason: 'unknown-event' });
  });

  test('a wrong secret opens nothing', async () => {
    const stranger = await ControlClient.connect(sfu.url);
    expect(await stranger.request({ type: 'attach', secret: 'guess' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await stranger.request({ type: 'lesson.close', lessonId: 'L2', epoch: 1 })).toEqual({
      ok: false,
      reason: 'not-signed-in',
    });
    stranger.close();
    await client.must({ type: 'lesson.close', lessonId: 'L2', epoch: 1 });
  });

  test('a newer link ends the older one and finds the same lessons', async () => {
    await join(client, 'L4', 'lead');
    const newer = await ControlClient.connect(sfu.url);
    const { lessons } = await newer.must({ type: 'attach', secret: sfu.secret });
    expect(lessons.map(({ lessonId }) => lessonId)).toEqual(['L4']);
    await client.ended();
    await newer.must({ type: 'lesson.close', lessonId: 'L4', epoch: 1 });
    client = newer;
  });
});

test('[FL14] over a real link: signaling dies and renews a lease no longer, and the microphone closes by itself', async () => {
  const sfu = await startSfu({ engine: createFakeEngine() });
  const dying = await ControlClient.connect(sfu.url);
  await dying.must({ type: 'attach', secret: sfu.secret });
  const board = await join(dying, 'L1', 'class3');
  const grant = { type: 'grant.set', ...of('L1', 'class3'), source: 'microphone', ttlMs: 500 } as const;
  await dying.must(grant);
  const open = {
    type: 'producer.open',
    ...of('L1', 'class3'),
    transportId: board.send.id,
    source: 'microphone',
  } as const;
  const { trackId } = await dying.must({ ...open, rtpParameters: voice() });
  await dying.must(grant);
  dying.close();
  const back = await ControlClient.connect(sfu.url);
  const { lessons } = await back.must({ type: 'attach', secret: sfu.secret });
  // A slow machine may be back only after it has closed.
  const tracks = lessons.flatMap((lesson) => lesson.tracks.map((track) => track.trackId));
  if (tracks.includes(trackId))
    await back.notice((notice) => notice.type === 'track.closed' && notice.trackId === trackId);
  const again = await back.request({ ...open, rtpParameters: voice() });
  expect(again).toEqual({ ok: false, reason: 'media/no-turn' });
  back.close();
  await sfu.close();
});
