import { CEILINGS, type ConsumerOffer, RED_CARRIER } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeEngine, type FakeEngine, type FakeWorker } from '../testing/fake-engine.ts';
import { DTLS, picture, plays, voice } from '../testing/rtp-samples.ts';
import { MediaRoom } from './media-room.ts';
import type { PeerMedia } from './peer-media.ts';
import type { Result } from './result.ts';

const NOTHING = { ok: true, result: {} };

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.result;
}

let engine: FakeEngine;
let worker: FakeWorker;
let room: MediaRoom;
let asked = 0;
const notices: Record<string, unknown>[] = [];
const told = (type: string) => notices.filter((notice) => notice.type === type);

beforeEach(async () => {
  vi.useFakeTimers();
  notices.length = 0;
  engine = createFakeEngine();
  worker = (await engine.startWorker(0, 'media')) as FakeWorker;
  room = new MediaRoom({
    lessonId: 'L1',
    sfuId: 'sfu-1',
    notify: (notice) => notices.push({ ...notice }),
    openRouter: () => worker.openRouter(),
    onLost: () => {},
  });
});
afterEach(() => vi.useRealTimers());

async function join(peerId: string, publishes = true, dtlsParameters?: typeof DTLS) {
  const peer = room.openPeer(peerId);
  const joined = must(await peer.join(publishes, null, dtlsParameters));
  peer.setCapabilities(plays(joined.routerRtpCapabilities));
  const transportIds = [joined.send, joined.receive].flatMap((offer) => (offer ? [offer.id] : []));
  return { peer, sendId: joined.send?.id ?? '', have: { sfuId: joined.sfuId, transportIds } };
}

async function talk(peer: PeerMedia, sendId: string, ttlMs: number | null = 60_000) {
  peer.setGrant('microphone', ttlMs);
  return must(await peer.produce(sendId, 'microphone', voice())).trackId;
}

async function watch(peer: PeerMedia, trackId: string) {
  const [offer] = must(await peer.watch([trackId], ++asked)).consumers;
  if (!offer) throw new Error('Expected a consumer.');
  return offer.consumerId;
}

test('[SH2] [SH5] a screen needs a grant of its own, ends with it, and is kept as a screen', async () => {
  const lead = await join('lead');
  const produce = () => lead.peer.produce(lead.sendId, 'screen', picture());
  expect(await produce()).toEqual({ ok: false, reason: 'screen/none' });
  lead.peer.setGrant('screen', null);
  lead.peer.setGrant('screen-sound', null);
  expect(await lead.peer.produce(lead.sendId, 'screen', voice())).toMatchObject({ ok: false });
  const { trackId } = must(await produce());
  const sound = must(await lead.peer.produce(lead.sendId, 'screen-sound', voice())).trackId;
  const board = await join('board');
  const consumers = [await watch(board.peer, trackId), await watch(board.peer, sound)];
  await board.peer.resume(consumers);
  await room.sample(1_000);
  expect(told('track.watched')).toHaveLength(2);
  lead.peer.clearGrant('screen');
  expect(told('track.closed')).toMatchObject([{ trackId, source: 'screen', cause: 'grant-cleared' }]);
});

describe('[WL5] what a link carries', () => {
  let now = 0;
  /** Looks once a second for so long. */
  const look = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1_000;
      await room.sample(now);
    }
  };
  const transport = (id: string) => {
    const found = worker.transports.find(({ offer }) => offer.id === id);
    if (!found) throw new Error('Expected a transport.');
    return found;
  };
  const rungs = () => told('peer.rungs').map(({ peerId, down, up }) => [peerId, down, up]);

  /** A board that shows the lead teacher large and hears the voice. */
  const watching = async () => {
    const lead = await join('lead');
    lead.peer.setGrant('camera', null);
    const camera = must(await lead.peer.produce(lead.sendId, 'camera', picture())).trackId;
    const voiceId = await talk(lead.peer, lead.sendId, null);
    const board = await join('board');
    const consumers = [await watch(board.peer, camera), await watch(board.peer, voiceId)];
    await board.peer.preferLayer(consumers[0] ?? '', 2);
    await board.peer.resume(consumers);
    const receive = transport(board.have.transportIds[1] ?? '');
    const does = (id: string) => receive.consumers.get(id)?.does;
    const link = (measured: Partial<typeof receive.measured>) =>
      Object.assign(receive, { measured: { ...receive.measured, ...measured } });
    return { lead, board, link, picture: () => does(camera), voice: () => does(voiceId), camera, consumers };
  };

  /** On E again, soon after a try had brought its picture back. */
  const fallenTwice = async () => {
    const watched = await watching();
    for (const [available, seconds] of [
      [60_000, 4],
      [120_000, 9],
      [60_000, 4],
    ] as const) {
      watched.link({ available });
      await look(seconds);
    }
    return watched;
  };

  test('while pictures move the congestion control leaves out frames; a larger size is sent when it fits, and kept for 3 s', async () => {
    const { picture, link } = await watching();
    expect(picture()).toMatchObject({ flows: true, spatialLayer: 0, temporalLayer: 2 });
    link({ available: 500_000 });
    await look(5);
    expect(picture()).toMatchObject({ spatialLayer: 0, temporalLayer: 2 });
    link({ available: 512_000 });
    await look(1);
    expect(picture()).toMatchObject({ spatialLayer: 1, temporalLayer: 2 });
    link({ available: 5_000_000 });
    await look(1);
    expect(picture()).toMatchObject({ spatialLayer: 2, temporalLayer: 2 });
    await look(30);
    expect(rungs().at(-1)).toEqual(['board', 'A', 'full']);
    link({ available: 600_000 });
    await look(3);
    expect(picture()).toMatchObject({ spatialLayer: 2 });
    await look(1);
    expect(picture()).toMatchObject({ flows: true, spatialLayer: 1, temporalLayer: 2 });
    expect(rungs().at(-1)).toEqual(['board', 'B', 'full']);
  });

  test('a larger size that does not stay waits twice as long before it comes again', async () => {
    const { picture, link } = await watching();
    const sizes = async (seconds: number) => {
      let seen = '';
      for (let second = 0; second < seconds; second += 1) {
        await look(1);
        seen += picture()?.spatialLayer;
      }
      return seen;
    };
    const rise = async () => {
      link({ available: 512_000 });
      const seen = await sizes(9);
      link({ available: 400_000 });
      await look(4);
      return seen;
    };
    await look(2);
    expect(await rise()).toBe('111111111');
    expect(await rise()).toBe('011111111');
    expect(await rise()).toBe('000111111');
    expect(await rise()).toBe('000000011');
  });

  test('other rooms’ pictures hold back nobody’s size', async () => {
    const { picture: shown, board, link } = await watching();
    for (const name of ['one', 'two', 'three']) {
      const other = await join(name);
      other.peer.setGrant('camera', null);
      const { trackId } = must(await other.peer.produce(other.sendId, 'camera', picture(`v-${name}`)));
      await board.peer.resume([await watch(board.peer, trackId)]);
    }
    link({ available: 520_000 });
    await look(2);
    expect(shown()).toMatchObject({ flows: true, spatialLayer: 1 });
  });

  test('the SFU pauses the picture by itself and keeps the voice; the browser is not asked', async () => {
    const { picture, voice, link, board, consumers } = await watching();
    link({ available: 60_000 });
    await look(4);
    expect([picture()?.flows, voice()?.flows]).toEqual([false, true]);
    expect(told('consumer.held').map(({ peerId, held }) => [peerId, held])).toEqual([['board', true]]);
    expect(must(await board.peer.join(true, board.have)).heldConsumerIds).toEqual(consumers.slice(0, 1));
    // Nobody watches the camera any more, and what the screen asks for changes nothing of that.
    expect(told('track.watched').at(-1)).toMatchObject({ watched: false });
    await board.peer.resume(consumers);
    expect(picture()?.flows).toBe(false);
  });

  test('connected anew it is a new link: how the old connection ended keeps no picture away', async () => {
    const { picture, link, camera } = await watching();
    link({ available: 60_000, lossSent: 0.9 });
    await look(4);
    expect([picture()?.flows, rungs().at(-1)]).toEqual([false, ['board', 'E', 'full']]);
    const anew = await join('board');
    await anew.peer.resume([await watch(anew.peer, camera)]);
    const receive = transport(anew.have.transportIds[1] ?? '');
    expect(receive.consumers.get(camera)?.does.flows).toBe(true);
    await look(1);
    expect(rungs().at(-1)).toEqual(['board', 'A', 'full']);
  });

  test('what the congestion control said last of pictures that rest is old: losses end no voice, and keep no picture away', async () => {
    const { picture, voice, link } = await watching();
    link({ available: 60_000 });
    await look(4);
    link({ available: 38_000, sent: 42_000, lossSent: 0.4 });
    await look(7);
    expect([picture()?.flows, voice()?.flows]).toEqual([false, true]);
    // The first try begins all the same, and the losses are old for some seconds of it, too.
    await look(2);
    expect(picture()?.flows).toBe(true);
    link({ available: 120_000 });
    await look(1);
    link({ lossSent: 0 });
    await look(8);
    expect([picture()?.flows, rungs().at(-1)]).toEqual([true, ['board', 'C', 'full']]);
  });

  test('a voice that the screen does not understand is given up after 3 s', async () => {
    const { picture, voice, link, board } = await watching();
    link({ available: 60_000 });
    await look(4);
    board.peer.links.hear({ concealment: 0.8, outgoing: null }, now);
    await look(3);
    expect(voice()?.flows).toBe(true);
    await look(1);
    expect([picture()?.flows, voice()?.flows]).toEqual([false, false]);
  });

  test('whether a still is carried shows while the picture runs', async () => {
    const { picture, link } = await watching();
    link({ available: 60_000 });
    await look(4);
    link({ available: 73_000 });
    await look(8);
    expect(picture()?.flows).toBe(true);
    link({ available: 100_000 });
    await look(8);
    expect(picture()?.flows).toBe(false);
    expect(rungs().at(-1)).toEqual(['board', 'D', 'full']);
  });

  test('a link that has become wide again gets its picture by the first try', async () => {
    const { picture, link } = await watching();
    link({ available: 60_000 });
    await look(4);
    expect(picture()?.flows).toBe(false);
    link({ available: 73_000 });
    await look(8);
    link({ available: 120_000 });
    await look(1);
    expect(picture()?.flows).toBe(true);
    await look(8);
    expect(picture()?.flows).toBe(true);
  });

  test('a link that fell again is tried after 8 s where the congestion control vouches for a picture, and after 16 s where it does not', async () => {
    for (const { available, seconds } of [
      { available: 195_000, seconds: 8 },
      { available: 160_000, seconds: 8 },
      { available: 140_000, seconds: 16 },
    ]) {
      const { picture, link } = await fallenTwice();
      link({ available });
      await look(seconds - 1);
      expect(picture()?.flows).toBe(false);
      await look(1);
      expect(picture()?.flows).toBe(true);
    }
  });

  test('the congestion control that vouched for a try which failed is not believed before one succeeds', async () => {
    const { picture, link } = await fallenTwice();
    link({ available: 195_000 });
    await look(8);
    link({ available: 60_000 });
    await look(8);
    expect(picture()?.flows).toBe(false);
    link({ available: 195_000 });
    await look(15);
    expect(picture()?.flows).toBe(false);
    await look(1);
    expect(picture()?.flows).toBe(true);
  });

  test('what a try does to a link ends the try, and gives up nothing below it', async () => {
    const { picture, voice, link } = await watching();
    link({ available: 60_000 });
    await look(15);
    expect(picture()?.flows).toBe(true);
    link({ available: 30_000, sent: 200_000, lossSent: 0.95 });
    await look(1);
    expect([picture()?.flows, voice()?.flows, rungs().at(-1)?.[1]]).toEqual([false, true, 'E']);
  });

  test('a link that loses nearly all at once goes to E at once, and keeps the voice for 3 s more', async () => {
    const { picture, voice, link, board } = await watching();
    link({ available: 30_000, sent: 200_000, lossSent: 0.95 });
    board.peer.links.hear({ concealment: 0.9, outgoing: null }, now);
    await look(1);
    expect([picture()?.flows, voice()?.flows]).toEqual([false, true]);
    await look(3);
    board.peer.links.hear({ concealment: 0.9, outgoing: null }, now);
    await look(1);
    expect(voice()?.flows).toBe(false);
  });

  test('the lead teacher’s picture gets bits before that of the room with the floor, and that before other rooms’', async () => {
    const { picture: shown, board } = await watching();
    const other = await join('other');
    other.peer.setGrant('camera', null);
    const { trackId } = must(await other.peer.produce(other.sendId, 'camera', picture('v2')));
    const consumerId = await watch(board.peer, trackId);
    await board.peer.resume([consumerId]);
    const priority = () => transport(board.have.transportIds[1] ?? '').consumers.get(trackId)?.does.priority ?? 0;
    await look(9);
    const asRoom = priority();
    expect(shown()?.priority).toBeGreaterThan(asRoom);
    other.peer.setGrant('microphone', 60_000);
    await look(1);
    expect(priority()).toBeGreaterThan(asRoom);
    expect(shown()?.priority).toBeGreaterThan(priority());
  });

  test('a change is told once; a link that is new counts as good until it falls or stays low', async () => {
    const { link } = await watching();
    await look(30);
    expect(rungs()).toEqual([
      ['lead', 'A', 'full'],
      ['board', 'A', 'full'],
    ]);
    link({ available: 60_000 });
    await look(10);
    expect(rungs().slice(2)).toEqual([['board', 'E', 'full']]);
    expect(room.list().rungs).toEqual([
      { peerId: 'lead', down: 'A', up: 'full' },
      { peerId: 'board', down: 'E', up: 'full' },
    ]);
    room.closePeer('board');
    expect(room.list().rungs).toHaveLength(1);
  });

  test('a link that never gets beyond the start says so after 20 s', async () => {
    const { link } = await watching();
    link({ available: 200_000 });
    await look(19);
    expect(rungs().at(-1)).toEqual(['board', 'A', 'full']);
    await look(3);
    expect(rungs().at(-1)).toEqual(['board', 'C', 'full']);
  });

  test('a link that carries everything and loses nothing is measured every 5 s, and at once when its browser says something or something goes worse', async () => {
    const { board, link, camera } = await watching();
    link({ available: 5_000_000 });
    await look(30);
    const measure = vi.spyOn(transport(board.have.transportIds[1] ?? ''), 'measure');
    const measured = async (seconds: number) => {
      measure.mockClear();
      await look(seconds);
      return measure.mock.calls.length;
    };
    expect(await measured(10)).toBe(2);
    board.peer.links.hear({ concealment: 0, outgoing: 100_000 }, now);
    expect(await measured(1)).toBe(1);
    // Nothing new.
    board.peer.links.hear({ concealment: 0, outgoing: 110_000 }, now);
    expect(await measured(1)).toBe(0);
    board.peer.links.hear({ concealment: 0, outgoing: 60_000 }, now);
    expect(await measured(1)).toBe(1);
    transport(board.have.transportIds[1] ?? '')
      .consumers.get(camera)
      ?.worsen();
    expect(await measured(1)).toBe(1);
    link({ lossSent: 0.02 });
    await board.peer.resume([]);
    await look(1);
    expect(await measured(10)).toBe(10);
  });

  test('[VO1] a voice that loses nothing is looked at together with its link, and every second as soon as it loses', async () => {
    const { board, link } = await watching();
    link({ available: 5_000_000 });
    await look(30);
    const heard = [...transport(board.have.transportIds[1] ?? '').consumers.values()].find(
      ({ kind }) => kind === 'audio',
    );
    if (!heard) throw new Error('Expected a voice.');
    const reported = vi.spyOn(heard, 'reported');
    await look(10);
    expect(reported).toHaveBeenCalledTimes(2);
    heard.reports.loss = 0.03;
    await look(5);
    reported.mockClear();
    await look(5);
    expect(reported).toHaveBeenCalledTimes(5);
  });

  test('a calm camera is measured again as soon as less of it arrives', async () => {
    const { lead, board } = await watching();
    board.peer.setGrant('camera', null);
    const own = must(await board.peer.produce(board.sendId, 'camera', picture())).trackId;
    const consumerId = await watch(lead.peer, own);
    await lead.peer.resume([consumerId]);
    await look(31);
    const up = transport(board.sendId);
    const measure = vi.spyOn(up, 'measure');
    await look(1);
    expect(measure).not.toHaveBeenCalled();
    up.worsen(own);
    await look(1);
    expect(measure).toHaveBeenCalledOnce();
  });

  test('[WL11] the beacon rests while a camera moves, and goes on where the link does not carry it', async () => {
    const { board, link, consumers } = await watching();
    const receive = transport(board.have.transportIds[1] ?? '');
    expect(receive.beaconRests).toBe(true);
    await board.peer.pause(consumers);
    expect(receive.beaconRests).toBe(false);
    await board.peer.resume(consumers);
    link({ available: 60_000 });
    await look(4);
    expect([told('consumer.held').at(-1)?.held, receive.beaconRests]).toEqual([true, false]);
  });

  test('a link that is connected anew does not rest on what the old one was', async () => {
    const { board, link } = await watching();
    link({ available: 5_000_000 });
    await look(30);
    board.peer.links.renew();
    link({ available: null });
    const measure = vi.spyOn(transport(board.have.transportIds[1] ?? ''), 'measure');
    await look(4);
    expect(measure).toHaveBeenCalledTimes(4);
  });

  test('[WL10] how a link does is measured at that moment; what the browser said counts for 36 s', async () => {
    const { board, link } = await watching();
    link({ sent: 333_000, lossSent: 0.04 });
    board.peer.links.hear({ concealment: 0.02, outgoing: null, roundTrip: 80 }, now);
    const found = { ...board.peer.links.rungs, sent: 333_000, lossSent: 0.04, received: 400_000, lossReceived: 0 };
    expect(await board.peer.links.health(now + 35_999)).toEqual({ ...found, concealment: 0.02, roundTrip: 80 });
    expect(await board.peer.links.health(now + 36_000)).toEqual({ ...found, concealment: null, roundTrip: null });
    const idle = room.openPeer('nobody').links;
    expect(await idle.health(now)).toMatchObject({ sent: 0, received: 0, roundTrip: null });
  });

  test('what the browser says of a made-up voice counts for 36 s, where packets are lost', async () => {
    const { board, link } = await watching();
    await look(30);
    link({ lossSent: 0.02 });
    for (let second = 0; second < 4; second += 1) {
      board.peer.links.hear({ concealment: 0.2, outgoing: null }, now);
      await look(1);
    }
    expect(rungs().at(-1)).toEqual(['board', 'E', 'full']);
    await look(60);
    expect(rungs().at(-1)?.[1]).not.toBe('E');
  });

  test('[WL4] a classroom whose uplink is bad is told what to send of its camera, and tries again by itself', async () => {
    const lead = await join('lead');
    const board = await join('board');
    board.peer.setGrant('camera', null);
    const { trackId } = must(await board.peer.produce(board.sendId, 'camera', picture()));
    await lead.peer.resume([await watch(lead.peer, trackId)]);
    const send = transport(board.sendId);
    send.measured = { ...send.measured, lossReceived: 0.2 };
    await look(4);
    const uplink = () => told('peer.uplink').map(({ peerId, rung }) => `${peerId} ${rung}`);
    expect(uplink()).toEqual(['board still']);
    expect(rungs().at(-1)).toEqual(['board', 'A', 'still']);
    send.measured = { ...send.measured, lossReceived: 0 };
    await look(8);
    expect(uplink()).toEqual(['board still', 'board low']);
    // A try is nobody's news.
    expect(rungs().at(-1)).toEqual(['board', 'A', 'still']);
    await look(3);
    expect(rungs().at(-1)).toEqual(['board', 'A', 'low']);
    expect(must(await board.peer.join(true, board.have)).uplink).toBe('low');
    board.peer.links.hear({ concealment: null, outgoing: 50_000 }, now);
    await look(4);
    expect(uplink().at(-1)).toBe('board none');
  });

  test('[WL9] the lead teacher’s choice holds at once, for both ways, and limits what is probed', async () => {
    const { picture, link, board } = await watching();
    await look(30);
    const receive = transport(board.have.transportIds[1] ?? '');
    const limit = vi.spyOn(receive, 'limit');
    await board.peer.links.allow(CEILINGS.saving);
    expect(picture()).toMatchObject({ flows: true, spatialLayer: 0, temporalLayer: 1 });
    expect(told('peer.uplink')).toMatchObject([{ peerId: 'board', rung: 'low' }]);
    await look(30);
    expect(picture()).toMatchObject({ spatialLayer: 0 });
    expect(rungs().at(-1)).toEqual(['board', 'C', 'low']);
    expect(limit.mock.calls).toEqual([[1.25 * (12_000 + 42_000 + 90_000)]]);
    await board.peer.links.allow(CEILINGS.voice);
    expect([picture()?.flows, told('peer.uplink').at(-1)?.rung]).toEqual([false, 'none']);
    await board.peer.links.allow(CEILINGS.auto);
    expect([picture()?.flows, told('peer.uplink').at(-1)?.rung]).toEqual([true, 'low']);
    link({ available: 5_000_000 });
    await look(17);
    expect(picture()).toMatchObject({ spatialLayer: 2 });
    expect(limit).toHaveBeenLastCalledWith(null);
  });

  test('[WL9] a join says what was chosen before', async () => {
    const peer = room.openPeer('board');
    expect(must(await peer.join(true, null, undefined, CEILINGS.voice)).uplink).toBe('none');
  });

  test('of a peer whose connection cannot be measured nothing changes, and the others are looked at', async () => {
    const { lead, board } = await watching();
    const broken = transport(board.have.transportIds[1] ?? '');
    vi.spyOn(broken, 'measure').mockRejectedValue(new Error('gone'));
    await look(5);
    expect(rungs().sort()).toEqual([
      ['board', 'A', 'full'],
      ['lead', 'A', 'full'],
    ]);
    expect(lead.peer.links.rungs.down).toBe('A');
  });
});

describe('[VO2] [VO3] the protected form of the lead teacher’s voice', () => {
  let now = 0;
  /** What each board's link loses, as a share; null: nothing is reported. */
  let links: { readonly receive: FakeWorker['transports'][number]; loss: number | null }[] = [];
  const look = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1_000;
      for (const { receive, loss } of links)
        for (const { reports } of receive.consumers.values()) Object.assign(reports, { loss });
      await room.sample(now);
    }
  };
  beforeEach(() => {
    links = [];
  });

  /** The lead teacher is heard by two boards over good links. */
  const hearing = async () => {
    const lead = await join('lead');
    const trackId = await talk(lead.peer, lead.sendId, null);
    const board = async (peerId: string) => {
      const { peer, have } = await join(peerId);
      await peer.resume([await watch(peer, trackId)]);
      const receive = worker.transports.find(({ offer }) => offer.id === have.transportIds[1]);
      if (!receive) throw new Error('Expected a transport.');
      const link: (typeof links)[number] = { receive, loss: 0 };
      links.push(link);
      const offered = () => told('consumer.shelter').filter((notice) => notice.peerId === peerId);
      return {
        peer,
        have,
        offered,
        loses: (loss: number | null) => Object.assign(link, { loss }),
        takes: () => peer.resume([(offered().at(-1) as unknown as { offer: ConsumerOffer }).offer.consumerId]),
        /** Whether each form flows. */
        flows: (shelterId = '') => [trackId, shelterId].map((id) => receive.consumers.get(id)?.does.flows ?? false),
      };
    };
    const shelter = async (ssrc = 2222) => must(await lead.peer.shelter(lead.sendId, trackId, voice(ssrc))).trackId;
    return { lead, trackId, shelter, weak: await board('weak'), good: await board('good') };
  };
  const asked = () => told('track.shelter').map(({ peerId, on }) => [peerId, on]);

  test('it runs while a screen needs it: asked for until it comes, and ended when the last link is well again', async () => {
    const { weak, good, shelter } = await hearing();
    await look(5);
    expect(asked()).toEqual([]);
    // A report each 4 s, and two of them.
    weak.loses(0.1);
    await look(9);
    expect(asked()).toEqual([
      ['lead', true],
      ['lead', true],
    ]);
    const sheltered = await shelter();
    await look(3);
    expect([weak.offered().length, good.offered().length, asked().length]).toEqual([3, 0, 2]);
    await weak.takes();
    await look(1);
    expect([weak.flows(sheltered), good.flows(sheltered)]).toEqual([
      [true, true],
      [true, false],
    ]);
    await look(2);
    expect(weak.flows(sheltered)).toEqual([false, true]);
    weak.loses(0);
    await look(42);
    expect(weak.flows()[0]).toBe(true);
    expect(told('consumer.closed')).toMatchObject([{ peerId: 'weak' }]);
    expect(asked().at(-1)).toEqual(['lead', false]);
    expect(good.flows()[0]).toBe(true);
  });

  test('[VO1] what the congestion control says of loss counts for nothing, and a link of which nothing is reported changes nothing', async () => {
    const { weak, shelter } = await hearing();
    const [link] = links;
    if (link) link.receive.measured = { ...link.receive.measured, lossSent: 0.4 };
    await look(60);
    weak.loses(null);
    await look(60);
    expect(asked()).toEqual([]);
    weak.loses(0.4);
    // The first report after so long tells of a time that is over, and one alone is no proof.
    await look(3);
    expect(asked()).toEqual([]);
    await look(4);
    const sheltered = await shelter();
    await look(1);
    await weak.takes();
    await look(4);
    weak.loses(null);
    await look(120);
    expect(weak.flows(sheltered)).toEqual([false, true]);
  });

  test('a screen whose protected voice ends or is replaced hears the plain one until the next comes', async () => {
    const { weak, shelter } = await hearing();
    weak.loses(0.4);
    await look(5);
    const first = await shelter();
    await look(1);
    await weak.takes();
    await look(4);
    expect(weak.flows(first)).toEqual([false, true]);
    const second = await shelter(3333);
    await look(1);
    expect(weak.flows()[0]).toBe(true);
    await look(1);
    await weak.takes();
    await look(4);
    expect(weak.flows(second)).toEqual([false, true]);
  });

  test('a kept place says which protected forms are still there', async () => {
    const { lead, weak, trackId, shelter } = await hearing();
    weak.loses(0.4);
    await look(5);
    const sheltered = await shelter();
    await look(1);
    expect(must(await lead.peer.join(true, lead.have)).trackIds).toEqual([trackId, sheltered]);
    expect(must(await weak.peer.join(true, weak.have)).consumerIds).toHaveLength(2);
  });

  test('it needs a running voice of the same peer, and ends with it', async () => {
    const { lead, weak, trackId, shelter } = await hearing();
    expect(await lead.peer.shelter('other', trackId, voice(5))).toEqual({ ok: false, reason: 'media/not-joined' });
    expect(await lead.peer.shelter(lead.sendId, 'other', voice(5))).toEqual({
      ok: false,
      reason: 'media/no-such-track',
    });
    const bad = { ok: false, reason: 'media/bad-parameters' };
    expect(await lead.peer.shelter(lead.sendId, trackId, picture())).toEqual(bad);
    // What not every browser plays is no plain form.
    const red = { ...voice(6), codecs: voice(6).codecs.map((codec) => ({ ...codec, ...RED_CARRIER })) };
    expect(await lead.peer.produce(lead.sendId, 'microphone', red)).toEqual(bad);
    expect(room.tracks.has(trackId)).toBe(true);
    weak.loses(0.4);
    await look(4);
    await shelter();
    await look(1);
    lead.peer.clearGrant('microphone');
    expect(room.tracks.size).toBe(0);
    expect(told('consumer.closed')).toHaveLength(2);
    await look(3);
    expect(asked()).toEqual([['lead', true]]);
  });
});

describe('[VO5] a classroom’s voice over an uplink that loses', () => {
  let now = 0;
  const transport = (id = '') => {
    const found = worker.transports.find(({ offer }) => offer.id === id);
    if (!found) throw new Error('Expected a transport.');
    return found;
  };
  const look = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1_000;
      await room.sample(now);
    }
  };
  const asked = () => told('track.shelter').map(({ peerId, on, alone }) => `${peerId} ${on} ${alone}`);

  /** A classroom has a turn; the lead teacher and another room hear it. */
  const turn = async () => {
    const speaker = await join('r1');
    const trackId = await talk(speaker.peer, speaker.sendId, null);
    const uplink = transport(speaker.sendId);
    const listeners = await Promise.all(
      ['lead', 'r2'].map(async (peerId) => {
        const { peer, have } = await join(peerId);
        await peer.resume([await watch(peer, trackId)]);
        const { consumers } = transport(have.transportIds[1]);
        const offers = () => told('consumer.shelter').filter((notice) => notice.peerId === peerId);
        return {
          takes: () => peer.resume([(offers().at(-1) as unknown as { offer: ConsumerOffer }).offer.consumerId]),
          flows: (sheltered = '') => [trackId, sheltered].map((id) => consumers.get(id)?.does.flows ?? false),
        };
      }),
    );
    const plain = uplink.arrives.get(trackId);
    if (!plain) throw new Error('Expected a voice.');
    const shelter = async () => must(await speaker.peer.shelter(speaker.sendId, trackId, voice(2222))).trackId;
    return { trackId, uplink, plain, shelter, listeners };
  };

  test('everybody hears the protected form, and the plain one rests until the uplink is well again', async () => {
    const { uplink, plain, shelter, listeners, trackId } = await turn();
    await look(6);
    expect(asked()).toEqual([]);
    plain.loss = 0.2;
    await look(8);
    expect(asked()[0]).toBe('r1 true false');
    const sheltered = await shelter();
    await look(1);
    for (const { takes } of listeners) await takes();
    await look(1);
    expect(listeners.map(({ flows }) => flows(sheltered))).toEqual([
      [true, true],
      [true, true],
    ]);
    await look(3);
    expect(listeners.map(({ flows }) => flows(sheltered))).toEqual([
      [false, true],
      [false, true],
    ]);
    expect(asked().at(-1)).toBe('r1 true true');
    plain.rests = true;
    const heard: unknown[] = [];
    const [levels] = worker.levels;
    levels?.hear({ [sheltered]: -20, [trackId]: -50 });
    heard.push(told('voices').at(-1)?.voices);
    expect(heard).toEqual([[{ peerId: 'r1', volume: -20 }]]);
    const quiet = asked().length;
    const arrives = uplink.arrives.get(sheltered);
    if (arrives) arrives.loss = 0.2;
    await look(60);
    expect(asked()).toHaveLength(quiet);

    if (arrives) arrives.loss = 0;
    await look(45);
    // It is asked for again until it comes, and only then the protected one ends.
    expect(asked().slice(-2)).toEqual(['r1 true false', 'r1 true false']);
    expect(listeners.map(({ flows }) => flows(sheltered)[1])).toEqual([true, true]);
    Object.assign(plain, { rests: false, loss: 0 });
    await look(4);
    expect(asked().at(-1)).toBe('r1 false false');
    expect(listeners.map(({ flows }) => flows()[0])).toEqual([true, true]);
    expect(uplink.arrives.has(sheltered)).toBe(false);
  });

  test('the plain one goes on while somebody hears it: a browser that cannot take the other, or one that has just come', async () => {
    const { plain, shelter, listeners, trackId } = await turn();
    await look(1);
    plain.loss = 0.2;
    await look(8);
    const sheltered = await shelter();
    await look(1);
    await listeners[0]?.takes();
    await look(8);
    expect([listeners[0]?.flows(sheltered), listeners[1]?.flows(sheltered)]).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(asked()).not.toContain('r1 true true');
    await listeners[1]?.takes();
    await look(4);
    expect(asked().at(-1)).toBe('r1 true true');
    const late = await join('r3');
    await late.peer.resume([await watch(late.peer, trackId)]);
    await look(1);
    expect(asked().at(-1)).toBe('r1 true false');
  });

  test('what a listener’s link loses brings no second voice onto a classroom’s uplink', async () => {
    const { listeners } = await turn();
    expect(listeners).toHaveLength(2);
    for (const { consumers } of worker.transports)
      for (const { reports } of consumers.values()) Object.assign(reports, { loss: 0.5 });
    await look(60);
    expect(asked()).toEqual([]);
  });
});

describe('joining', () => {
  test('gives both transports and the beacon, and no send transport to who never publishes', async () => {
    const joined = must(await room.openPeer('lead').join(true, null));
    expect(joined).toMatchObject({ sfuId: 'sfu-1', kept: false, trackIds: [], consumerIds: [] });
    expect([joined.send, joined.receive, joined.beacon].every((part) => part !== null)).toBe(true);
    expect(must(await room.openPeer('city').join(false, null)).send).toBeNull();
  });

  test('connects both transports to a certificate that is known beforehand', async () => {
    const { peer, have } = await join('lead', true, DTLS);
    const [receive = '', send = ''] = [...have.transportIds].reverse();
    // A transport takes one certificate: the same one again changes nothing.
    for (const id of [receive, send]) {
      expect(await peer.connect(id, DTLS)).toEqual(NOTHING);
      expect(await peer.connect(id, { ...DTLS, role: 'server' })).toMatchObject({ ok: false });
    }
  });

  test('keeps what the browser still has, and answers which of it is watched', async () => {
    const lead = await join('lead');
    const trackId = await talk(lead.peer, lead.sendId);
    const board = await join('board');
    const consumerId = await watch(board.peer, trackId);
    const again = must(await lead.peer.join(true, lead.have));
    expect(again).toMatchObject({ kept: true, send: null, receive: null, beacon: null, trackIds: [trackId] });
    expect(again.watchedTrackIds).toEqual([]);
    await board.peer.resume([consumerId]);
    expect(must(await lead.peer.join(true, lead.have)).watchedTrackIds).toEqual([trackId]);
    expect(must(await board.peer.join(true, board.have))).toMatchObject({ kept: true, consumerIds: [consumerId] });
  });

  test.each([
    ['another SFU', { sfuId: 'sfu-0' }],
    ['only one of its transports', { transportIds: ['x'] }],
  ])('makes all anew for a browser that knows %s', async (_, wrong) => {
    const lead = await join('lead');
    const trackId = await talk(lead.peer, lead.sendId);
    const again = must(await lead.peer.join(true, { ...lead.have, ...wrong }));
    expect([again.kept, again.trackIds]).toEqual([false, []]);
    expect(told('track.closed')).toMatchObject([{ trackId, peerId: 'lead', cause: 'peer-rejoined' }]);
    expect(room.tracks.size).toBe(0);
  });

  test('makes all anew when the browser hung up one of them', async () => {
    const lead = await join('lead');
    const trackId = await talk(lead.peer, lead.sendId);
    for (const transport of worker.transports) transport.hangUp();
    expect(told('track.closed')).toMatchObject([{ trackId, cause: 'connection-closed' }]);
    expect(must(await lead.peer.join(true, lead.have)).kept).toBe(false);
  });

  test('a lesson that closes meanwhile refuses, and leaves no transport behind', async () => {
    const lead = await join('lead');
    const release = engine.hold();
    const joining = room.openPeer('late').join(true, null);
    await vi.advanceTimersByTimeAsync(0);
    room.closePeer('late');
    release();
    expect(await joining).toEqual({ ok: false, reason: 'media/unavailable' });
    expect(worker.transports.filter(({ usable }) => usable)).toHaveLength(lead.have.transportIds.length);
  });

  test('verbs before it are refused', async () => {
    const peer = room.openPeer('early');
    const refused = { ok: false, reason: 'media/not-joined' };
    expect(peer.setCapabilities({})).toEqual(refused);
    expect(await peer.connect('t', DTLS)).toEqual(refused);
    expect(await peer.restartIce('t')).toEqual(refused);
    expect(await peer.produce('t', 'camera', picture())).toEqual(refused);
    expect(await peer.watch(['t'], ++asked)).toEqual(refused);
  });
});

describe('grants', () => {
  test('without one nothing is produced', async () => {
    const { peer, sendId } = await join('board');
    expect(await peer.produce(sendId, 'microphone', voice())).toEqual({ ok: false, reason: 'media/no-turn' });
    expect(await peer.produce(sendId, 'camera', picture())).toEqual({
      ok: false,
      reason: 'media/camera-not-allowed',
    });
  });

  test('one that expires closes what it allowed, with nobody asking', async () => {
    const { peer, sendId } = await join('board');
    const trackId = await talk(peer, sendId, 30_000);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(told('track.closed')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told('track.closed')).toEqual([
      { type: 'track.closed', peerId: 'board', trackId, source: 'microphone', cause: 'grant-expired' },
    ]);
    expect(room.tracks.size).toBe(0);
    expect(await peer.produce(sendId, 'microphone', voice())).toMatchObject({ reason: 'media/no-turn' });
  });

  test('a renewed one counts from its renewal, one without end never expires', async () => {
    const { peer, sendId } = await join('board');
    await talk(peer, sendId, 30_000);
    await vi.advanceTimersByTimeAsync(20_000);
    peer.setGrant('microphone', 30_000);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(room.tracks.size).toBe(1);
    peer.setGrant('microphone', null);
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(room.tracks.size).toBe(1);
  });

  test('one that is taken back closes what it allowed, and nothing else', async () => {
    const { peer, sendId } = await join('board');
    peer.setGrant('camera', null);
    const camera = must(await peer.produce(sendId, 'camera', picture())).trackId;
    const microphone = await talk(peer, sendId);
    peer.clearGrant('microphone');
    expect(told('track.closed')).toMatchObject([{ trackId: microphone, cause: 'grant-cleared' }]);
    expect([...room.tracks.keys()]).toEqual([camera]);
  });

  test('one that expires while the track is being made leaves no track', async () => {
    const { peer, sendId } = await join('board');
    peer.setGrant('microphone', 10);
    const release = engine.hold();
    const producing = peer.produce(sendId, 'microphone', voice());
    await vi.advanceTimersByTimeAsync(10);
    release();
    expect(await producing).toEqual({ ok: false, reason: 'media/no-turn' });
    expect(room.tracks.size).toBe(0);
    peer.setGrant('microphone', null);
    must(await peer.produce(sendId, 'microphone', voice()));
  });

  test('they outlive a page that loads again, and end with the peer', async () => {
    const { peer } = await join('board');
    peer.setGrant('microphone', 60_000);
    const { sendId } = await join('board');
    must(await peer.produce(sendId, 'microphone', voice()));
    room.closePeer('board');
    expect(told('track.closed')).toMatchObject([{ cause: 'peer-closed' }]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('tracks', () => {
  test('a source has one track: the newer replaces the older', async () => {
    const { peer, sendId } = await join('board');
    const older = await talk(peer, sendId);
    const newer = await talk(peer, sendId);
    expect(told('track.closed')).toMatchObject([{ trackId: older, cause: 'replaced' }]);
    expect([...room.tracks.keys()]).toEqual([newer]);
  });

  test('a camera cannot pass for a microphone', async () => {
    const { peer, sendId } = await join('board');
    peer.setGrant('microphone', null);
    expect(await peer.produce(sendId, 'microphone', picture())).toEqual({ ok: false, reason: 'media/bad-parameters' });
  });

  test('the receiving transport produces nothing', async () => {
    const { peer, have } = await join('board');
    peer.setGrant('microphone', null);
    expect(await peer.produce(have.transportIds[1] ?? '', 'microphone', voice())).toMatchObject({ ok: false });
  });

  test('a peer ends its own track and no other', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    expect(board.peer.closeTrack(trackId)).toEqual({ ok: false, reason: 'media/no-such-track' });
    expect(lead.peer.closeTrack(trackId)).toEqual(NOTHING);
    expect(told('track.closed')).toMatchObject([{ cause: 'peer-stopped' }]);
  });
});

describe('watching', () => {
  test('leaves out what is gone, and answers twice with the same consumer', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    const first = must(await board.peer.watch(['gone', trackId, trackId], ++asked)).consumers;
    expect(first).toHaveLength(1);
    expect(must(await board.peer.watch([trackId], ++asked)).consumers).toEqual(first);
  });

  test('needs to know what the browser plays', async () => {
    const peer = room.openPeer('board');
    await peer.join(false, null);
    expect(await peer.watch(['t'], ++asked)).toEqual({ ok: false, reason: 'media/bad-parameters' });
  });

  test('tells when the first viewer resumes and the last one pauses or goes', async () => {
    const lead = await join('lead');
    const one = await join('one');
    const two = await join('two');
    const trackId = await talk(lead.peer, lead.sendId);
    const a = await watch(one.peer, trackId);
    const b = await watch(two.peer, trackId);
    const watched = () => told('track.watched').map((notice) => notice.watched);
    expect(watched()).toEqual([]);
    await one.peer.resume([a, 'gone']);
    await two.peer.resume([b]);
    expect(watched()).toEqual([true]);
    await one.peer.pause([a]);
    expect(watched()).toEqual([true]);
    expect(two.peer.closeWatch(b)).toEqual(NOTHING);
    expect(watched()).toEqual([true, false]);
    await one.peer.resume([a]);
    room.closePeer('one');
    expect(watched()).toEqual([true, false, true, false]);
    expect(told('consumer.closed')).toEqual([]);
  });

  test('a track that ends ends its consumers, and tells their viewers', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    const consumerId = await watch(board.peer, trackId);
    await board.peer.resume([consumerId]);
    room.closePeer('lead');
    expect(told('consumer.closed')).toEqual([{ type: 'consumer.closed', peerId: 'board', consumerId }]);
    expect(await board.peer.preferLayer(consumerId, 1)).toEqual({ ok: false, reason: 'media/no-such-track' });
    expect(board.peer.closeWatch(consumerId)).toEqual({ ok: false, reason: 'media/no-such-track' });
  });

  test('a viewer that hangs up watches no longer', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    await board.peer.resume([await watch(board.peer, trackId)]);
    for (const transport of worker.transports.slice(2)) transport.hangUp();
    expect(told('track.watched').map((notice) => notice.watched)).toEqual([true, false]);
  });

  test('an audience keeps those who are named and ends the others', async () => {
    const lead = await join('lead');
    const teacher = await join('teacher');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    await watch(teacher.peer, trackId);
    const consumerId = await watch(board.peer, trackId);
    room.tracks.get(trackId)?.keepOnly(['teacher'], ++asked);
    expect(told('consumer.closed')).toEqual([{ type: 'consumer.closed', peerId: 'board', consumerId }]);
    // The next turn may open it again: what is permitted is signaling's to say.
    await watch(board.peer, trackId);
  });

  test('an audience also reaches a consumer that is still being made', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    const release = engine.hold();
    const watching = board.peer.watch([trackId], ++asked);
    await vi.advanceTimersByTimeAsync(0);
    room.tracks.get(trackId)?.keepOnly([], ++asked);
    release();
    expect(must(await watching).consumers).toEqual([]);
  });

  test('a track that ends while its consumer is being made leaves none', async () => {
    const lead = await join('lead');
    const board = await join('board');
    const trackId = await talk(lead.peer, lead.sendId);
    const release = engine.hold();
    const watching = board.peer.watch([trackId], ++asked);
    await vi.advanceTimersByTimeAsync(0);
    lead.peer.clearGrant('microphone');
    release();
    expect(must(await watching).consumers).toEqual([]);
  });
});

test('connects and restarts ICE on its own transports only', async () => {
  const { peer, sendId } = await join('board');
  expect(await peer.connect(sendId, DTLS)).toEqual(NOTHING);
  expect(await peer.restartIce(sendId)).toMatchObject({ ok: true });
  expect(await peer.connect('other', DTLS)).toEqual({ ok: false, reason: 'media/not-joined' });
});

test('[RC4] a kept place brings new ICE parameters for the transports that are silent, and for no others', async () => {
  const { peer, sendId, have } = await join('board');
  const again = must(await peer.join(true, { ...have, restart: [sendId, 'other'] }));
  expect(again.kept).toBe(true);
  expect(again.iceParameters).toEqual({ [sendId]: expect.objectContaining({ usernameFragment: expect.any(String) }) });
  expect(must(await peer.join(true, have)).iceParameters).toBeUndefined();
  // A place that is made anew has new ones anyway.
  const anew = must(await peer.join(true, { ...have, sfuId: 'another', restart: [sendId] }));
  expect([anew.kept, anew.iceParameters]).toEqual([false, undefined]);
});
