import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ControlClient, DTLS, picture, plays, type StartedSfu, startSfu, voice } from './testing/index.ts';

const of = (lessonId: string, peerId: string) => ({ lessonId, epoch: 1, peerId });

async function joined(client: ControlClient, lessonId: string, peerId: string) {
  const join = await client.must({ type: 'peer.join', ...of(lessonId, peerId), publishes: true, have: null });
  if (!join.send || !join.receive) throw new Error('Expected both transports.');
  const rtpCapabilities = plays(join.routerRtpCapabilities);
  await client.must({ type: 'peer.capabilities', ...of(lessonId, peerId), rtpCapabilities });
  return { ...join, send: join.send, receive: join.receive };
}

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
    const lead = await joined(client, 'L1', 'lead');
    const board = await joined(client, 'L1', 'class3');
    expect(board.warmUp?.sctpStreamParameters).toMatchObject({ streamId: expect.any(Number) });
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
});
