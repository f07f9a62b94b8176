import type { SfuNotice, SfuReply, TrackSource } from '@tongke/shared-types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine, EngineWorker } from '../media/engine.ts';
import { Lessons } from '../media/lessons.ts';
import { createMediasoupEngine } from '../media/mediasoup-engine.ts';
import { WorkerPool } from '../media/worker-pool.ts';
import { TabletRooms } from '../tablets/tablet-rooms.ts';
import { picture, plays, voice } from '../testing/rtp-samples.ts';
import { silentLog } from '../testing/silent-log.ts';
import { workerBin } from '../testing/worker-bin.ts';
import { ControlDesk } from './control-desk.ts';

const SECRET = 'a secret for tests alone';
const LESSONS = ['L1', 'L2'] as const;
const PEERS = ['lead', 'a', 'b'] as const;
const SOURCES = ['camera', 'microphone', 'screen', 'screen-sound'] as const;
const NO_GRANT = {
  camera: 'media/camera-not-allowed',
  microphone: 'media/no-turn',
  screen: 'screen/none',
  'screen-sound': 'screen/none',
} as const;

interface Peer {
  readonly lesson: (typeof LESSONS)[number];
  readonly peer: (typeof PEERS)[number];
}

const peer = fc.record({ lesson: fc.constantFrom(...LESSONS), peer: fc.constantFrom(...PEERS) });
/** Mostly the own one. */
const anybody = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: peer });
const source = fc.constantFrom(...SOURCES);
const ttlMs = fc.option(fc.integer({ min: 1, max: 5_000 }), { freq: 2 });
const step = fc.oneof(
  fc.record({ does: fc.constant('grant' as const), by: peer, source, ttlMs }),
  fc.record({ does: fc.constant('clear' as const), by: peer, source }),
  fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
  fc.record({
    does: fc.constant('produce' as const),
    by: peer,
    over: anybody,
    source,
    broken: fc.constantFrom('nothing', 'nothing', 'nothing', 'kind', 'empty', 'payload'),
    epoch: fc.constantFrom(2, 2, 2, 1),
  }),
  fc.record({ does: fc.constant('shelter' as const), by: peer, over: anybody, of: anybody }),
);
const kindOf = (of: TrackSource) => (of === 'camera' || of === 'screen' ? 'video' : 'audio');

describe('[MD2] forged, foreign and expired grants on a real worker', () => {
  const started: EngineWorker[] = [];
  let desk: ControlDesk;
  let lessons: Lessons;
  let pool: WorkerPool;
  let tabletPool: WorkerPool;
  let streams = 0;
  const link = { notify: () => {}, datagram: () => {}, close: () => {} };
  const ask = (type: string, { lesson, peer: peerId }: Peer, more: object = {}): Promise<SfuReply> =>
    desk.receive(link, { type, lessonId: lesson, epoch: 2, peerId, ...more });
  // biome-ignore lint/suspicious/noExplicitAny: A test reads replies of every verb.
  const must = async (reply: Promise<SfuReply>): Promise<any> => {
    const answer = await reply;
    if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
    return answer.result;
  };
  const stream = (kind: 'audio' | 'video') => {
    streams += 1;
    return kind === 'audio' ? voice(1_000 + streams) : picture(`v${streams}`);
  };

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const real = createMediasoupEngine({ workerBin: workerBin(), addresses: ['127.0.0.1'], log: silentLog });
    const engine: Engine = {
      async startWorker(port, serves) {
        const worker = await real.startWorker(port, serves);
        started.push(worker);
        return worker;
      },
    };
    const notify = (notice: SfuNotice) => desk.notify(notice);
    pool = await WorkerPool.start(engine, { serves: 'media', ports: [0] }, silentLog);
    tabletPool = await WorkerPool.start(engine, { serves: 'tablets', ports: [0] }, silentLog);
    lessons = new Lessons({ sfuId: 'sfu', openRouter: () => pool.openRouter(), notify, log: silentLog });
    const openRouter = () => tabletPool.openRouter();
    const tablets = new TabletRooms({ openRouter, deliver: () => {}, notify, log: silentLog });
    desk = new ControlDesk({ secret: SECRET, lessons, tablets, log: silentLog });
    await must(desk.receive(link, { type: 'attach', secret: SECRET }));
  });
  afterAll(() => {
    for (const worker of started) worker.close();
    vi.useRealTimers();
  });

  test('whoever asks whatever in whichever order: nothing is produced without a live grant, over another’s transport, or by an older owner', async () => {
    const bystander = { lesson: 'by' as (typeof LESSONS)[number], peer: 'lead' as const };
    const own = await must(ask('peer.join', bystander, { publishes: true, have: null }));
    await must(ask('grant.set', bystander, { source: 'camera', ttlMs: null }));
    const seen = { transportId: own.send.id, source: 'camera', rtpParameters: picture('bystander') };
    const { trackId: bystanding } = await must(ask('producer.open', bystander, seen));
    await must(ask('peer.capabilities', bystander, { rtpCapabilities: plays(own.routerRtpCapabilities) }));

    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const transports = new Map<string, string>();
        for (const lesson of LESSONS)
          for (const who of PEERS) {
            const joined = await must(ask('peer.join', { lesson, peer: who }, { publishes: true, have: null }));
            transports.set(`${lesson}/${who}`, joined.send.id);
          }
        const keyOf = ({ lesson, peer: who }: Peer) => `${lesson}/${who}`;
        /** Until when, ms. */
        const grants = new Map<string, number>();
        const tracks = new Map<string, string>();
        let now = 0;
        const refused = (reply: SfuReply, reason: string) => {
          answers.add(reason);
          expect(reply).toEqual({ ok: false, reason });
        };
        for (const one of steps) {
          if (one.does === 'grant') {
            await must(ask('grant.set', one.by, { source: one.source, ttlMs: one.ttlMs }));
            grants.set(
              `${keyOf(one.by)}/${one.source}`,
              one.ttlMs === null ? Number.POSITIVE_INFINITY : now + one.ttlMs,
            );
          } else if (one.does === 'clear') {
            await must(ask('grant.clear', one.by, { source: one.source }));
            grants.delete(`${keyOf(one.by)}/${one.source}`);
          } else if (one.does === 'wait') {
            now += one.ms;
            vi.advanceTimersByTime(one.ms);
          } else if (one.does === 'produce') {
            const kind = kindOf(one.source);
            const said = stream(one.broken === 'kind' ? (kind === 'audio' ? 'video' : 'audio') : kind);
            const rtpParameters =
              one.broken === 'empty'
                ? { ...said, codecs: [] }
                : one.broken === 'payload'
                  ? { ...said, codecs: said.codecs.map((codec) => ({ ...codec, payloadType: 4_096 })) }
                  : said;
            const transportId = transports.get(keyOf(one.over ?? one.by));
            const { source: of, epoch } = one;
            const reply = await ask('producer.open', one.by, { transportId, source: of, rtpParameters, epoch });
            if (one.broken === 'empty' || one.broken === 'payload') refused(reply, 'malformed');
            else if (epoch === 1) refused(reply, 'not-allowed');
            else if (one.over && keyOf(one.over) !== keyOf(one.by)) refused(reply, 'media/not-joined');
            else if (!grants.has(`${keyOf(one.by)}/${of}`)) refused(reply, NO_GRANT[of]);
            else if (one.broken === 'kind') refused(reply, 'media/bad-parameters');
            else tracks.set(`${keyOf(one.by)}/${of}`, (await must(Promise.resolve(reply))).trackId);
          } else {
            const mine = tracks.get(`${keyOf(one.by)}/microphone`);
            const trackId = tracks.get(`${keyOf(one.of ?? one.by)}/microphone`) ?? 'none';
            const transportId = transports.get(keyOf(one.over ?? one.by));
            const said = { transportId, trackId, rtpParameters: stream('audio') };
            const reply = await ask('producer.shelter', one.by, said);
            if (one.over && keyOf(one.over) !== keyOf(one.by)) refused(reply, 'media/not-joined');
            else if (trackId !== mine) refused(reply, 'media/no-such-track');
            else expect(reply.ok).toBe(true);
          }
          for (const [key, until] of [...grants]) if (until <= now) grants.delete(key);
          for (const key of [...tracks.keys()]) if (!grants.has(key)) tracks.delete(key);
          const there = LESSONS.flatMap((lesson) => [...(lessons.room(lesson)?.tracks.keys() ?? [])]);
          expect(there.sort()).toEqual([...tracks.values()].sort());
        }
        for (const lesson of LESSONS)
          await must(desk.receive(link, { type: 'lesson.close', lessonId: lesson, epoch: 2 }));
      }),
      { numRuns: 60, seed: 11 },
    );
    expect([...answers].sort()).toEqual(
      [
        ...new Set(Object.values(NO_GRANT)),
        'malformed',
        'media/bad-parameters',
        'media/no-such-track',
        'media/not-joined',
        'not-allowed',
      ].sort(),
    );

    expect(started.map(({ alive }) => alive)).toEqual([true, true]);
    expect([...(lessons.room('by')?.tracks.keys() ?? [])]).toEqual([bystanding]);
    const watched = await must(ask('consumer.open', bystander, { trackIds: [bystanding] }));
    expect(watched.consumers).toHaveLength(1);
  }, 60_000);
});
