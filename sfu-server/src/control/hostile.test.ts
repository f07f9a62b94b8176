import { dtlsParameters, rtpParameters } from '@tongke/shared-types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ControlClient, DTLS, join, of, picture, type StartedSfu, startSfu, voice } from '../testing/index.ts';

/** Values that a schema lets through and a media server may not have thought of. */
const word = fc.constantFrom(
  '',
  'x',
  'apt',
  'profile-id',
  'packetization-mode',
  '__proto__',
  '\u0000',
  'ÿ'.repeat(200),
);
const number = fc.oneof(fc.constantFrom(0, 1, 96, 97, 111, 127, 255, 90_000, 0xffffffff), fc.nat(0xffffffff));
const parameters = fc.dictionary(word, fc.oneof(word, number, fc.double(), fc.boolean(), fc.constant(null)), {
  maxKeys: 4,
});
const mime = fc.constantFrom(
  'audio/opus',
  'video/VP8',
  'video/rtx',
  'audio/multiopus',
  'audio/red',
  'video/AV1',
  'video/H264',
  'audio/x',
);
const payload = fc.constantFrom(0, 96, 97, 100, 111, 127);
const uri = fc.oneof(
  word,
  fc.constantFrom(
    'urn:ietf:params:rtp-hdrext:sdes:mid',
    'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
    'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  ),
);
const feedback = fc.array(fc.record({ type: word, parameter: word }, { requiredKeys: ['type'] }), { maxLength: 3 });
const codec = fc.record(
  {
    mimeType: mime,
    payloadType: payload,
    clockRate: number,
    channels: fc.integer({ min: 1, max: 8 }),
    parameters,
    rtcpFeedback: feedback,
  },
  { requiredKeys: ['mimeType', 'payloadType', 'clockRate'] },
);
const encoding = fc.record(
  {
    ssrc: number,
    rid: fc.constantFrom('l', 'm', 'h', 'l0', 'zzzzzzzzzzzzzzzz'),
    codecPayloadType: payload,
    rtx: fc.record({ ssrc: number }),
    dtx: fc.boolean(),
    scalabilityMode: fc.constantFrom('L1T3', 'S3T3', 'L9T9', 'L0T0', 'L3T3_KEY'),
    maxBitrate: number,
  },
  { requiredKeys: [] },
);
const header = fc.record(
  { uri, id: fc.integer({ min: 1, max: 255 }), encrypt: fc.boolean(), parameters },
  { requiredKeys: ['uri', 'id'] },
);
const hostileRtp = fc.record(
  {
    mid: fc.oneof(
      word.filter(({ length }) => length <= 64),
      fc.constant('v1'),
    ),
    codecs: fc.array(codec, { minLength: 1, maxLength: 5 }),
    headerExtensions: fc.array(header, { maxLength: 6 }),
    encodings: fc.array(encoding, { minLength: 1, maxLength: 4 }),
    rtcp: fc.record({ cname: word, reducedSize: fc.boolean(), mux: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: ['codecs'] },
);
/** A valid sender with one part replaced: gets further in than noise does. */
const nearlyValid = fc
  .tuple(
    fc.constantFrom(picture(), voice()),
    hostileRtp,
    fc.subarray(['mid', 'headerExtensions', 'encodings', 'rtcp', 'codecs']),
  )
  .map(([valid, hostile, parts]) => ({
    ...valid,
    ...Object.fromEntries(Object.entries(hostile).filter(([part]) => parts.includes(part))),
  }));
const hex = fc.constantFrom('00', '7F', 'FF', 'AB');
const hostileDtls = fc.record(
  {
    role: fc.constantFrom('auto', 'client', 'server'),
    fingerprints: fc.array(
      fc.record({
        algorithm: fc.constantFrom('sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512'),
        value: fc.array(hex, { minLength: 20, maxLength: 64 }).map((bytes) => bytes.join(':')),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  },
  { requiredKeys: ['fingerprints'] },
);
const hostileCapabilities = fc.record(
  {
    codecs: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('audio', 'video'),
          mimeType: mime,
          preferredPayloadType: payload,
          clockRate: number,
          parameters,
          rtcpFeedback: feedback,
        },
        { requiredKeys: ['kind', 'mimeType', 'clockRate'] },
      ),
      { maxLength: 6 },
    ),
    headerExtensions: fc.array(
      fc.record({ kind: fc.constantFrom('audio', 'video'), uri, preferredId: fc.integer({ min: 1, max: 255 }) }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);

describe('hostile parameters on a real worker', () => {
  let sfu: StartedSfu;
  let client: ControlClient;
  let pids: readonly number[];
  let tabletPids: readonly number[];

  beforeAll(async () => {
    sfu = await startSfu();
    client = await ControlClient.connect(sfu.url);
    await client.must({ type: 'attach', secret: sfu.secret });
    pids = [...sfu.workerPids];
    tabletPids = [...sfu.tabletWorkerPids];
  });
  afterAll(async () => {
    client.close();
    await sfu.close();
  });

  async function stillServes() {
    expect(sfu.workerPids).toEqual(pids);
    expect(sfu.tabletWorkerPids).toEqual(tabletPids);
    const { send } = await join(client, 'after', 'lead');
    await client.must({ type: 'grant.set', ...of('after', 'lead'), source: 'camera', ttlMs: null });
    const open = { type: 'producer.open', ...of('after', 'lead'), source: 'camera' } as const;
    await client.must({ ...open, transportId: send.id, rtpParameters: picture() });
  }

  test('whatever a producer says, the worker lives and everything is answered', async () => {
    const { send } = await join(client, 'L1', 'lead');
    for (const source of ['camera', 'microphone'] as const)
      await client.must({ type: 'grant.set', ...of('L1', 'lead'), source, ttlMs: null });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostileRtp, nearlyValid),
        fc.constantFrom('camera', 'microphone'),
        async (said, source) => {
          const open = {
            type: 'producer.open',
            ...of('L1', 'lead'),
            transportId: send.id,
            source,
            rtpParameters: said,
          };
          const reply = await client.raw(open);
          seen.add(reply.ok ? 'ok' : reply.reason);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
    // The fuzz went all the way: some passed the schema and the worker took or refused them.
    expect([...seen]).toEqual(expect.arrayContaining(['ok', 'media/bad-parameters']));
    expect([...seen].filter((reason) => !['ok', 'media/bad-parameters', 'malformed'].includes(reason))).toEqual([]);
    await stillServes();
  });

  test('[VO3] [AU4] whatever a protected voice or one that comes back says', async () => {
    const { send } = await join(client, 'L4', 'lead');
    await client.must({ type: 'grant.set', ...of('L4', 'lead'), source: 'microphone', ttlMs: null });
    const own = { ...of('L4', 'lead'), transportId: send.id };
    const open = { type: 'producer.open', ...own, source: 'microphone', rtpParameters: voice(70) } as const;
    const { trackId } = await client.must(open);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileRtp, nearlyValid), fc.boolean(), async (rtpParameters, loops) => {
        const shelter = { type: 'producer.shelter', ...own, trackId, rtpParameters };
        const reply = await client.raw(loops ? { type: 'loop.open', ...own, rtpParameters } : shelter);
        seen.add(reply.ok ? 'ok' : reply.reason);
      }),
      { numRuns: 200, seed: 7 },
    );
    expect([...seen].filter((reason) => !['ok', 'media/bad-parameters', 'malformed'].includes(reason))).toEqual([]);
    expect(seen).toContain('ok');
    await stillServes();
  });

  test('whatever a browser says of its connection', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDtls, async (said) => {
        const { send } = await join(client, 'L2', 'lead');
        const connect = { type: 'transport.connect', ...of('L2', 'lead'), transportId: send.id };
        await client.raw({ ...connect, dtlsParameters: said });
        const open = { type: 'data.open', lessonId: 'L2', epoch: 1, seatId: 's1', holder: 'd' };
        const reply = await client.raw({ ...open, dtlsParameters: said });
        expect(reply.ok || ['malformed', 'media/bad-parameters'].includes(reply.reason)).toBe(true);
      }),
      { numRuns: 60, seed: 7 },
    );
    await stillServes();
  });

  test('whatever a viewer says that it plays', async () => {
    const { send } = await join(client, 'L3', 'lead');
    await client.must({ type: 'grant.set', ...of('L3', 'lead'), source: 'camera', ttlMs: null });
    const open = { type: 'producer.open', ...of('L3', 'lead'), source: 'camera' } as const;
    const { trackId } = await client.must({ ...open, transportId: send.id, rtpParameters: picture() });
    await fc.assert(
      fc.asyncProperty(hostileCapabilities, async (said) => {
        await join(client, 'L3', 'board');
        await client.raw({ type: 'peer.capabilities', ...of('L3', 'board'), rtpCapabilities: said });
        await client.must({ type: 'consumer.open', ...of('L3', 'board'), trackIds: [trackId] });
      }),
      { numRuns: 60, seed: 7 },
    );
    await stillServes();
  });

  test('what is no parameter at all goes no further than the schemas', async () => {
    await fc.assert(
      fc.property(fc.anything(), (said) => {
        expect(dtlsParameters.safeParse(said).success || rtpParameters.safeParse(said).success).toBe(false);
      }),
    );
    const wrong = { ...DTLS, fingerprints: [{ algorithm: 'sha-256', value: 'zz' }] };
    expect(dtlsParameters.safeParse(wrong).success).toBe(false);
  });
});
