import { RED_CARRIER } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, EngineRouter, EngineWorker } from '../media/engine.ts';
import type { Result } from '../media/result.ts';
import { DTLS, picture, plays, voice } from './rtp-samples.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.result;
}

/** What everything above the port counts on, checked on every engine. */
export function engineContract(name: string, createEngine: () => Engine, kill: (worker: EngineWorker) => void): void {
  describe(`the engine port: ${name}`, () => {
    let worker: EngineWorker;
    let router: EngineRouter;

    beforeEach(async () => {
      worker = await createEngine().startWorker(0, 'media');
      router = await worker.openRouter();
    });
    afterEach(() => worker.close());

    test('a router speaks Opus with FEC and NACK, and VP8 with retransmissions', () => {
      const codecs = router.rtpCapabilities.codecs ?? [];
      const opus = codecs.find(({ mimeType }) => mimeType === 'audio/opus');
      expect(opus?.parameters).toMatchObject({ useinbandfec: 1 });
      expect(opus?.rtcpFeedback).toContainEqual(expect.objectContaining({ type: 'nack' }));
      expect(opus?.rtcpFeedback).toContainEqual(expect.objectContaining({ type: 'transport-cc' }));
      expect(codecs.map(({ mimeType }) => mimeType)).toEqual(expect.arrayContaining(['video/VP8', 'video/rtx']));
    });

    test('[WL11] a receiving transport comes with the beacon, a sending one without', async () => {
      const receive = await router.openTransport('receive');
      const send = await router.openTransport('send');
      expect(receive.beacon?.rtpParameters.encodings?.[0]).toMatchObject({ ssrc: expect.any(Number) });
      expect(send.beacon).toBeNull();
      expect(receive.usable && send.usable).toBe(true);
      await receive.restBeacon(true);
      await receive.restBeacon(true);
      await receive.restBeacon(false);
    });

    test('the same connect again changes nothing, another one is refused', async () => {
      const transport = await router.openTransport('send');
      must(await transport.connect(DTLS));
      must(await transport.connect(DTLS));
      expect(await transport.connect({ ...DTLS, role: 'server' })).toEqual({
        ok: false,
        reason: 'media/bad-parameters',
      });
    });

    test('an ICE restart gives new parameters', async () => {
      const transport = await router.openTransport('send');
      expect(await transport.restartIce()).not.toEqual(await transport.restartIce());
    });

    test('what is produced can be consumed by who can play it', async () => {
      const send = await router.openTransport('send');
      const receive = await router.openTransport('receive');
      const { id } = must(await send.produce('video', picture()));
      const capabilities = plays(router.rtpCapabilities);
      expect(router.canConsume(id, capabilities)).toBe(true);
      expect(router.canConsume(id, { codecs: [] })).toBe(false);
      expect(router.canConsume('unknown', capabilities)).toBe(false);
      const consumer = must(await receive.consume(id, capabilities));
      expect([consumer.kind, consumer.rtpParameters.codecs[0]?.mimeType]).toEqual(['video', 'video/VP8']);
      await consumer.resume();
      await consumer.prefer({ spatialLayer: 1, temporalLayer: 0 });
      await consumer.prioritize(95);
      await consumer.pause();
      consumer.close();
      expect(await receive.consume(id, { codecs: [] })).toEqual({ ok: false, reason: 'media/bad-parameters' });
    });

    test('a transport tells what goes through it, until it is closed', async () => {
      const transport = await router.openTransport('receive');
      const measured = await transport.measure();
      expect(Object.keys(measured).sort()).toEqual(['available', 'lossReceived', 'lossSent', 'received', 'sent']);
      expect(Object.values(measured).every((value) => value === null || (Number.isFinite(value) && value >= 0))).toBe(
        true,
      );
      await transport.limit(200_000);
      await transport.limit(null);
      transport.close();
      await expect(transport.measure()).rejects.toThrow();
    });

    test('microphones can be listened to, each once, until they are gone', async () => {
      const levels = await router.openLevels();
      levels.onLevels(() => {});
      const send = await router.openTransport('send');
      const { id } = must(await send.produce('audio', voice()));
      await levels.add(id);
      await levels.add(id);
      await expect(levels.add('unknown')).rejects.toThrow();
      levels.close();
    });

    test('a codec that lessons do not speak, and one stream twice, are refused', async () => {
      const send = await router.openTransport('send');
      const codec = { mimeType: 'audio/PCMU', payloadType: 0, clockRate: 8000 };
      const refused = { ok: false, reason: 'media/bad-parameters' };
      expect(await send.produce('audio', { ...voice(), codecs: [codec] })).toEqual(refused);
      must(await send.produce('audio', voice()));
      expect(await send.produce('audio', voice())).toEqual(refused);
    });

    test('[VO4] redundant audio goes in its carrier’s name, to browsers that take it', async () => {
      const send = await router.openTransport('send');
      const [codec] = voice().codecs;
      if (!codec) throw new Error('Expected a codec.');
      const sent = { ...voice(), codecs: [{ ...codec, ...RED_CARRIER }] };
      const producer = must(await send.produce('audio', sent));
      const all = plays(router.rtpCapabilities);
      const without = {
        ...all,
        codecs: (all.codecs ?? []).filter(({ mimeType }) => mimeType !== RED_CARRIER.mimeType),
      };
      expect([router.canConsume(producer.id, all), router.canConsume(producer.id, without)]).toEqual([true, false]);
      const receive = await router.openTransport('receive');
      const consumer = must(await receive.consume(producer.id, all));
      expect(consumer.rtpParameters.codecs).toMatchObject([
        {
          mimeType: RED_CARRIER.mimeType,
          rtcpFeedback: expect.arrayContaining([expect.objectContaining({ type: 'nack' })]),
        },
      ]);
      producer.close();
    });

    test('a producer tells how many layers it has and what arrives of each', async () => {
      const send = await router.openTransport('send');
      const camera = must(await send.produce('video', picture()));
      const microphone = must(await send.produce('audio', voice()));
      expect([camera.layers, microphone.layers]).toEqual([3, 1]);
      expect((await camera.measure()).every((bitrate) => bitrate === 0)).toBe(true);
    });

    test('a closed producer is gone at once', async () => {
      const send = await router.openTransport('send');
      const producer = must(await send.produce('audio', voice()));
      producer.close();
      expect(router.canConsume(producer.id, plays(router.rtpCapabilities))).toBe(false);
      must(await send.produce('audio', voice()));
    });

    test('a data channel is offered over UDP alone, connected to its certificate, and ends with its router', async () => {
      const tablets = await createEngine().startWorker(0, 'tablets');
      const room = await tablets.openRouter();
      const channel = must(await room.openChannel(DTLS));
      const { ice, candidates, fingerprint, sctpPort } = channel.offer;
      expect(ice.usernameFragment.length * ice.password.length).toBeGreaterThan(0);
      expect(candidates.map(({ address }) => address)).toEqual(['127.0.0.1']);
      expect([fingerprint.algorithm, sctpPort]).toEqual(['sha-256', 5000]);
      expect(channel.connected).toBe(false);
      expect(await room.openChannel({ fingerprints: [] })).toEqual({ ok: false, reason: 'media/bad-parameters' });
      channel.close();
      channel.close();
      // Nobody is there any more; that is no error.
      channel.send(new Uint8Array([1]));
      const other = must(await room.openChannel(DTLS));
      room.close();
      other.send(new Uint8Array([1]));
      await expect(room.openChannel(DTLS)).rejects.toThrow();
      tablets.close();
    });

    test('the load counts routers, and a closed router takes its transports along', async () => {
      const other = await worker.openRouter();
      const transport = await other.openTransport('send');
      expect(worker.load).toBe(2);
      other.close();
      expect([worker.load, transport.usable, router.rtpCapabilities.codecs?.length]).toEqual([1, false, 4]);
    });

    test('a worker that dies tells itself and its routers', async () => {
      const lost = new Promise<void>((resolve) => router.onLost(resolve));
      const died = new Promise<void>((resolve) => worker.onDeath(resolve));
      kill(worker);
      await Promise.all([lost, died]);
      expect(worker.alive).toBe(false);
      await expect(worker.openRouter()).rejects.toThrow();
      await expect(router.openTransport('send')).rejects.toThrow();
    });

    test('a worker that is closed tells nobody', () => {
      let told = 0;
      worker.onDeath(() => {
        told += 1;
      });
      worker.close();
      expect([told, worker.alive]).toEqual([0, false]);
    });
  });
}
