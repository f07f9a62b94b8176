import type { MediaReply, RtpParameters, TrackSource } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
let clock: FakeClock;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

const rtpParameters: RtpParameters = { codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }] };
const produce = (screen: FakeScreen | undefined, source: TrackSource) => {
  if (!screen) throw new Error('no screen');
  return screen.media({ type: 'media.produce', transportId: 't1', source, rtpParameters });
};
const trackOf = (reply: MediaReply): string => (reply.ok && 'trackId' in reply.result ? reply.result.trackId : '');
const consume = async (screen: FakeScreen | undefined, ...trackIds: string[]) => {
  const reply = await screen?.media({ type: 'media.consume', trackIds });
  return reply?.ok && 'consumers' in reply.result ? reply.result.consumers.map(({ trackId }) => trackId) : reply;
};
const asked = (type: string) => classroom.sfu.asked.filter((request) => request.type === type);
const closed = (trackId: string) => until('the track is gone', () => !classroom.room.state.tracks[trackId]);

describe('the media desk', () => {
  test('[MD1] the lead teacher publishes in the lobby; nobody watches before the start', async () => {
    const lead = await classroom.lead();
    const board = await classroom.board('r1');
    expect(await board.media({ type: 'media.join', have: null })).toMatchObject({ ok: true });
    expect(await produce(board, 'camera')).toEqual({ ok: false, reason: 'lesson/not-live' });
    const trackId = trackOf(await produce(lead, 'camera'));
    await until('the track is in the lesson', () => classroom.room.state.tracks[trackId]?.source === 'camera');
    expect(await consume(board, trackId)).toEqual([]);
    await lead.do({ type: 'lesson.start' });
    expect(await consume(board, trackId)).toEqual([trackId]);
    expect(await consume(lead, trackId)).toEqual([]);
  });

  test('[MD5] a waiting board is offered the lead teacher’s tracks with the start, and nothing else at any other time', async () => {
    const lead = await classroom.lead();
    const [board, second, phone] = [await classroom.board('r1'), await classroom.second(), await classroom.phone('r1')];
    const [camera, voice] = [trackOf(await produce(lead, 'camera')), trackOf(await produce(lead, 'microphone'))];
    await until('both are in the lesson', () => voice in classroom.room.state.tracks);
    expect(asked('consumer.open')).toEqual([]);
    await lead.do({ type: 'lesson.start' });
    const offered = (screen: FakeScreen) =>
      screen.notices.flatMap((notice) =>
        notice.type === 'consumers.offered' ? notice.consumers.map(({ trackId }) => trackId) : [],
      );
    await until('both are offered them', () => [board, second].every((screen) => offered(screen).length === 2));
    expect([offered(board), offered(second)]).toEqual([
      [camera, voice],
      [camera, voice],
    ]);
    expect([offered(lead), offered(phone)]).toEqual([[], []]);
    expect(asked('consumer.open')).toHaveLength(2);
    // The same as an answer to its own question.
    expect(await consume(board, camera, voice)).toEqual([camera, voice]);
    // A room's picture is shown in turn, or not at all.
    await produce(board, 'camera');
    expect(asked('consumer.open')).toHaveLength(3);
    expect(asked('consumer.resume')).toEqual([]);
  });

  test('[MD5] the voice of a turn is offered to all who may hear it, and to nobody else', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const [one, two] = boards;
    const second = await classroom.second();
    const offered = () =>
      [lead, one, two, second].map(
        (screen) => screen?.notices.filter((notice) => notice.type === 'consumers.offered').length,
      );
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    await produce(one, 'microphone');
    await until('three are offered it', () => offered().join() === '1,0,1,1');
    const { turnId = '' } = classroom.room.state.floor.turns[0] ?? {};
    await lead.do({ type: 'turn.end', turnId });
    await until('it is gone', () => Object.keys(classroom.room.state.tracks).length === 0);
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null, listen: true });
    await produce(one, 'microphone');
    await until('the lead teacher alone is offered it', () => offered()[0] === 2);
    expect(offered()).toEqual([2, 0, 1, 1]);
  });

  test('[MD5] a board that comes after the start, or without an SFU, is offered nothing', async () => {
    const lead = await classroom.lead();
    const waiting = await classroom.board('r1');
    await produce(lead, 'camera');
    classroom.sfu.unplug();
    await lead.do({ type: 'lesson.start' });
    const late = await classroom.board('r2');
    expect(
      [waiting, late].flatMap(({ notices }) => notices.filter(({ type }) => type === 'consumers.offered')),
    ).toEqual([]);
  });

  test('[AU4] before the lesson a board hears itself through the SFU; in it only a turn opens its microphone', async () => {
    const lead = await classroom.lead();
    const board = await classroom.board('r1');
    const loop = (screen: FakeScreen) => screen.media({ type: 'media.loop', transportId: 't1', rtpParameters });
    const { version } = classroom.room;
    expect(await loop(board)).toMatchObject({ ok: true });
    expect(asked('loop.open')).toMatchObject([{ peerId: 'r1', transportId: 't1' }]);
    expect(await board.media({ type: 'media.loop-close' })).toMatchObject({ ok: true });
    expect(asked('loop.close')).toMatchObject([{ peerId: 'r1' }]);
    // It is no track: the lesson knows nothing of it.
    expect([classroom.room.version, classroom.room.state.tracks]).toEqual([version, {}]);
    await lead.do({ type: 'lesson.start' });
    expect(await loop(board)).toEqual({ ok: false, reason: 'lesson/already-live' });
    await lead.do({ type: 'lesson.end' });
    expect(await loop(lead)).toEqual({ ok: false, reason: 'lesson/ended' });
    expect(asked('loop.open')).toHaveLength(1);
  });

  test('[MD2] a board’s microphone opens for its turn and closes with it, and other boards stop watching the room', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const [one, two] = boards;
    expect(await produce(one, 'microphone')).toEqual({ ok: false, reason: 'media/no-turn' });
    const camera = trackOf(await produce(one, 'camera'));
    await until('the camera is in the lesson', () => camera in classroom.room.state.tracks);
    expect(await consume(two, camera)).toEqual([]);
    expect(await consume(lead, camera)).toEqual([camera]);
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    expect(asked('grant.set').at(-1)).toMatchObject({ peerId: 'r1', source: 'microphone' });
    const microphone = trackOf(await produce(one, 'microphone'));
    expect(asked('grant.set').at(-1)).toMatchObject({ epoch: 1, ttlMs: 30_000 });
    await until('the microphone is in the lesson', () => microphone in classroom.room.state.tracks);
    expect(await consume(two, camera, microphone)).toEqual([camera, microphone]);
    expect(await produce(two, 'microphone')).toEqual({ ok: false, reason: 'media/no-turn' });
    const { turnId = '' } = classroom.room.state.floor.turns[0] ?? {};
    await lead.do({ type: 'turn.end', turnId });
    await closed(microphone);
    expect(asked('track.audience')).toMatchObject([{ trackId: camera, peerIds: ['lead'] }]);
    expect(one?.notices).toContainEqual({ type: 'track.closed', trackId: microphone, source: 'microphone' });
  });

  test('[FL14] a turn without an end is open on a lease, renewed until the turn ends', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const leases = () => asked('grant.set').filter((verb) => verb.type === 'grant.set' && verb.ttlMs === 15_000).length;
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null });
    expect(leases()).toBe(1);
    const microphone = trackOf(await produce(boards[0], 'microphone'));
    await until('the microphone is in the lesson', () => microphone in classroom.room.state.tracks);
    expect(leases()).toBe(2);
    clock.advance(60_000);
    await until('it was renewed three times a lease', () => leases() === 14);
    const { turnId = '' } = classroom.room.state.floor.turns[0] ?? {};
    await lead.do({ type: 'turn.end', turnId });
    await closed(microphone);
    clock.advance(60_000);
    expect(leases()).toBe(14);
  });

  test('[FL16] no grant before the assistant accepts; [FL17] nobody but the teacher is given a listen turn', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const [one, two] = boards;
    await one?.do({ type: 'microphone.set', waits: true });
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null, listen: true });
    const grants = () => asked('grant.set').filter((verb) => verb.type === 'grant.set' && verb.source === 'microphone');
    expect(grants()).toEqual([]);
    expect(await produce(one, 'microphone')).toEqual({ ok: false, reason: 'media/no-turn' });
    const { turnId = '' } = classroom.room.state.floor.turns[0] ?? {};
    await one?.do({ type: 'turn.accept', turnId });
    expect(grants()).toMatchObject([{ peerId: 'r1', ttlMs: 15_000 }]);
    const microphone = trackOf(await produce(one, 'microphone'));
    await until('the microphone is in the lesson', () => microphone in classroom.room.state.tracks);
    expect(await consume(two, microphone)).toEqual([]);
    expect(await consume(lead, microphone)).toEqual([microphone]);
  });

  test('[FL13] in a dialogue both microphones open, and each room hears the other', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    await lead.do({ type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', 'r2'], seconds: 30 });
    const [one, two] = [
      trackOf(await produce(boards[0], 'microphone')),
      trackOf(await produce(boards[1], 'microphone')),
    ];
    await until(
      'both are in the lesson',
      () => one in classroom.room.state.tracks && two in classroom.room.state.tracks,
    );
    expect(await consume(boards[0], one, two)).toEqual([two]);
    expect(await consume(boards[1], one, two)).toEqual([one]);
    await lead.do({ type: 'floor.clear' });
    await closed(one);
    await closed(two);
  });

  test('[FL19] in a chorus the SFU is told whose microphones it chooses from, and when it is over', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    await lead.do({ type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });
    const chorus = () => asked('chorus.set').map((verb) => verb.type === 'chorus.set' && verb.peerIds);
    expect(chorus().at(-1)).toEqual(['r1', 'r2']);
    const microphone = trackOf(await produce(boards[0], 'microphone'));
    const camera = trackOf(await produce(boards[0], 'camera'));
    await until('both are in the lesson', () => camera in classroom.room.state.tracks);
    expect(await consume(boards[1], microphone, camera)).toEqual([microphone]);
    classroom.sfu.asked.length = 0;
    classroom.sfu.reattach();
    await until('an SFU that may be new is told again', () => chorus().length > 0);
    expect(chorus()).toEqual([['r1', 'r2']]);
    await lead.do({ type: 'floor.clear' });
    await closed(microphone);
    expect(chorus().at(-1)).toEqual([]);
  });

  test('[SH2] a screen is produced by whoever shares it alone; a board’s grant ends with its turn', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const [one, two] = boards;
    expect(await produce(lead, 'screen')).toEqual({ ok: false, reason: 'screen/none' });
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    await one?.do({ type: 'screen.share', style: 'detail' });
    expect(await produce(one, 'screen-sound')).toEqual({ ok: false, reason: 'screen/none' });
    expect(await produce(two, 'screen')).toEqual({ ok: false, reason: 'screen/none' });
    const screen = trackOf(await produce(one, 'screen'));
    expect(asked('grant.set').at(-1)).toMatchObject({ peerId: 'r1', source: 'screen', ttlMs: 30_000 });
    await until('the screen is in the lesson', () => screen in classroom.room.state.tracks);
    expect(await consume(two, screen)).toEqual([screen]);
    expect(await consume(lead, screen)).toEqual([screen]);
    expect(await consume(one, screen)).toEqual([]);
    await lead.do({ type: 'turn.end', turnId: classroom.room.state.floor.turns[0]?.turnId ?? '' });
    await closed(screen);
    expect(classroom.room.state.screen).toBeNull();
  });

  test('[SH2] the lead teacher’s screen takes the place of a board’s; [SH3] what ends is closed at the SFU', async () => {
    const { lead, boards } = await classroom.live('r1');
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null });
    await boards[0]?.do({ type: 'screen.share', style: 'detail' });
    const theirs = trackOf(await produce(boards[0], 'screen'));
    expect(asked('grant.set').at(-1)).toMatchObject({ source: 'screen', ttlMs: 15_000 });
    await until('the screen is in the lesson', () => theirs in classroom.room.state.tracks);
    await lead.do({ type: 'screen.share', style: 'motion' });
    await closed(theirs);
    const picture = trackOf(await produce(lead, 'screen'));
    expect(asked('grant.set').at(-1)).toMatchObject({ peerId: 'lead', source: 'screen', ttlMs: null });
    const sound = trackOf(await produce(lead, 'screen-sound'));
    await until('both are in the lesson', () => sound in classroom.room.state.tracks);
    await lead.do({ type: 'screen.share', style: 'detail' });
    await closed(sound);
    expect(classroom.room.state.tracks[picture]?.source).toBe('screen');
    await lead.do({ type: 'screen.stop' });
    await closed(picture);
  });

  test('[MD2] a covered camera is closed at the SFU, and cannot be opened while covered', async () => {
    const { boards } = await classroom.live('r1');
    const camera = trackOf(await produce(boards[0], 'camera'));
    await boards[0]?.do({ type: 'camera.cover' });
    await closed(camera);
    expect(await produce(boards[0], 'camera')).toEqual({ ok: false, reason: 'media/covered' });
  });

  test('[MD2] the own class publishes nothing, at the SFU neither', async () => {
    await classroom.live('r1');
    const own = await classroom.board('own');
    await own.media({ type: 'media.join', have: null });
    expect(asked('peer.join').at(-1)).toMatchObject({ peerId: 'own', publishes: false });
    expect(await produce(own, 'camera')).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('[MD2] a camera that is opened anew replaces the old one', async () => {
    const { boards } = await classroom.live('r1');
    const first = trackOf(await produce(boards[0], 'camera'));
    await until('the camera is in the lesson', () => first in classroom.room.state.tracks);
    const second = trackOf(await produce(boards[0], 'camera'));
    await closed(first);
    expect(Object.keys(classroom.room.state.tracks)).toEqual([second]);
    expect(await boards[0]?.media({ type: 'media.unproduce', trackId: second })).toMatchObject({ ok: true });
    await closed(second);
  });

  test('[MD3] after the end nothing is published, and the SFU closes the rooms at once', async () => {
    const { lead, boards } = await classroom.live('r1');
    const camera = trackOf(await produce(boards[0], 'camera'));
    await until('the camera is in the lesson', () => camera in classroom.room.state.tracks);
    await lead.do({ type: 'lesson.end' });
    await closed(camera);
    expect(await produce(lead, 'camera')).toEqual({ ok: false, reason: 'lesson/ended' });
  });
});

describe('the link to the SFU', () => {
  test('[MD4] without it media is refused in words and the lesson goes on', async () => {
    const { lead } = await classroom.live('r1');
    classroom.sfu.unplug();
    expect(await produce(lead, 'camera')).toEqual({ ok: false, reason: 'media/unavailable' });
    expect(await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toMatchObject({ ok: true });
  });

  test('[MD4] a replaced SFU: its tracks leave the lesson and every peer joins again', async () => {
    const { lead, boards } = await classroom.live('r1');
    for (const screen of [lead, ...boards]) await screen.media({ type: 'media.join', have: null });
    const camera = trackOf(await produce(lead, 'camera'));
    await until('the camera is in the lesson', () => camera in classroom.room.state.tracks);
    classroom.sfu.replace();
    await closed(camera);
    const told = (screen: FakeScreen | undefined) => screen?.notices.some(({ type }) => type === 'media.lost') === true;
    await until('every peer is told', () => told(boards[0]) && told(lead));
  });

  test('[MD4] a link that went and came leaves running media alone, and takes over what it missed', async () => {
    const { lead } = await classroom.live('r1');
    const camera = trackOf(await produce(lead, 'camera'));
    await until('the camera is in the lesson', () => camera in classroom.room.state.tracks);
    classroom.sfu.tracks.set('missed', { lessonId: 'l1', trackId: 'missed', peerId: 'r1', source: 'camera' });
    classroom.sfu.tracks.set('late', { lessonId: 'l1', trackId: 'late', peerId: 'r1', source: 'microphone' });
    classroom.sfu.tracks.set('orphan', { lessonId: 'unknown', trackId: 'orphan', peerId: 'lead', source: 'camera' });
    classroom.sfu.asked.length = 0;
    classroom.sfu.reattach();
    await until('the missed track is in the lesson', () => 'missed' in classroom.room.state.tracks);
    await until('the late one is closed', () => !classroom.sfu.tracks.has('late'));
    await until('a lesson that nobody knows is closed', () => !classroom.sfu.tracks.has('orphan'));
    expect(Object.keys(classroom.room.state.tracks).sort()).toEqual(['missed', camera].sort());
    expect(asked('lesson.close')).toMatchObject([{ lessonId: 'unknown' }]);
    expect(lead.notices).toEqual([]);
  });

  test('[MD4] a lesson that was lost while the link was away is told when it is back, and no other', async () => {
    const { lead, boards } = await classroom.live('r1');
    for (const screen of [lead, ...boards]) await screen.media({ type: 'media.join', have: null });
    classroom.sfu.reattach();
    await lead.do({ type: 'hands.clear' });
    expect(lead.notices).toEqual([]);
    classroom.sfu.unplug();
    classroom.sfu.loseQuietly('l1');
    classroom.sfu.reattach();
    for (const { notices } of [lead, ...boards]) {
      await until('the peer is told', () => notices.some(({ type }) => type === 'media.lost'));
    }
    // Whoever joined again has another room, and is not told of the old one.
    await lead.media({ type: 'media.join', have: null });
    classroom.sfu.reattach();
    await lead.do({ type: 'hands.clear' });
    expect(lead.notices).toHaveLength(1);
  });

  test('[FL6] a track that ends before it could be listed is not listed', async () => {
    const { lead, boards } = await classroom.live('r1');
    const { sfu } = classroom;
    const ask = sfu.request.bind(sfu);
    vi.spyOn(sfu, 'request').mockImplementation(async (request) => {
      const reply = await ask(request);
      if (request.type === 'producer.open') {
        const { lessonId, peerId } = request;
        for (const { trackId, source } of [...sfu.tracks.values()]) {
          sfu.tracks.delete(trackId);
          sfu.tell({ type: 'track.closed', lessonId, peerId, trackId, source, cause: 'connection-closed' });
        }
      }
      return reply as never;
    });
    expect(await produce(boards[0], 'camera')).toMatchObject({ ok: false });
    await lead.do({ type: 'hands.clear' });
    expect(classroom.room.state.tracks).toEqual({});
  });

  test('[FL6] a track that ends while its elder is being closed leaves the lesson', async () => {
    const { lead, boards } = await classroom.live('r1');
    const { sfu } = classroom;
    const first = trackOf(await produce(boards[0], 'camera'));
    await until('the camera is in the lesson', () => first in classroom.room.state.tracks);
    const ask = sfu.request.bind(sfu);
    vi.spyOn(sfu, 'request').mockImplementation(async (request) => {
      if (request.type === 'producer.close') {
        for (const { trackId, peerId, source } of [...sfu.tracks.values()]) {
          if (trackId === first) continue;
          sfu.tracks.delete(trackId);
          sfu.tell({ type: 'track.closed', lessonId: 'l1', peerId, trackId, source, cause: 'connection-closed' });
        }
      }
      return (await ask(request)) as never;
    });
    await produce(boards[0], 'camera');
    await lead.do({ type: 'hands.clear' });
    expect(classroom.room.state.tracks).toEqual({});
  });

  test('[MD2] [MD4] a turn that ended while the link was away: only the lead teacher still watches the room', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const cameras: string[] = [];
    for (const screen of [lead, ...boards]) cameras.push(trackOf(await produce(screen, 'camera')));
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 30 });
    await until('all are in the lesson', () => Object.keys(classroom.room.state.tracks).length === 3);
    classroom.sfu.unplug();
    const { turnId = '' } = classroom.room.state.floor.turns[0] ?? {};
    await lead.do({ type: 'turn.end', turnId });
    await lead.do({ type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 30 });
    classroom.sfu.reattach();
    const [, one] = cameras;
    await until('the audience is told', () => asked('track.audience').length > 0);
    expect(asked('track.audience')).toMatchObject([{ trackId: one, peerIds: ['lead'] }]);
  });

  test('[WL6] where a link stands is in the log, for the lead teacher and for the room’s own board and phones', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const phone = await classroom.phone('r1');
    classroom.sfu.tell({ type: 'peer.rungs', lessonId: 'l1', peerId: 'r1', down: 'E', up: 'still' });
    await until('it is in the lesson', () => classroom.room.state.links.r1?.down === 'E');
    for (const screen of [lead, boards[0], phone])
      await until('it is told', () => screen?.view?.links.r1?.changes.at(-1)?.up === 'still');
    expect(classroom.room.state.links.r1?.changes).toEqual([{ at: expect.any(Number), down: 'E', up: 'still' }]);
    // What comes after it has come to the other room, and nothing of the link.
    await lead.do({ type: 'hands.clear' });
    expect(boards[1]?.view?.links).toEqual({});
  });

  test('[WL6] after signaling was away the links are as the SFU says', async () => {
    const { boards } = await classroom.live('r1');
    await produce(boards[0], 'camera');
    classroom.sfu.unplug();
    classroom.sfu.rungs = [{ peerId: 'r1', down: 'D', up: 'low' }];
    classroom.sfu.reattach();
    await until('the link is known', () => classroom.room.state.links.r1?.down === 'D');
  });

  test('[WL9] the lead teacher’s choice goes to the SFU, with every join too, and again when the link was away', async () => {
    const lead = await classroom.lead();
    await lead.do({ type: 'link.choose', classroomId: 'r1', choice: 'saving' });
    await until('the SFU is told', () => asked('peer.ceiling').length === 1);
    expect(asked('peer.ceiling')[0]).toMatchObject({ peerId: 'r1', down: 'C', up: 'low' });
    const board = await classroom.board('r1');
    await board.media({ type: 'media.join', have: null });
    expect(asked('peer.join').at(-1)).toMatchObject({ peerId: 'r1', ceiling: { down: 'C', up: 'low' } });
    await lead.media({ type: 'media.join', have: null });
    expect(asked('peer.join').at(-1)).toMatchObject({ peerId: 'lead', ceiling: { down: 'A', up: 'full' } });
    classroom.sfu.unplug();
    await lead.do({ type: 'link.choose', classroomId: 'r1', choice: 'voice' });
    classroom.sfu.reattach();
    await until('the SFU is told again', () => asked('peer.ceiling').length > 1);
    expect(asked('peer.ceiling').at(-1)).toMatchObject({ peerId: 'r1', down: 'E', up: 'none' });
  });

  test('[WL5] what a browser says of its link goes to the SFU, and to nobody else', async () => {
    const { lead, boards } = await classroom.live('r1');
    const phone = await classroom.phone('r1');
    const heard: unknown[] = [];
    for (const screen of [lead, phone]) screen.socket.on('signal', (signal: unknown) => heard.push(signal));
    const report = { type: 'link', concealment: 0.25, outgoing: 300_000 } as const;
    boards[0]?.signal(report);
    phone.signal(report);
    lead.signal({ ...report, outgoing: null });
    await until('both are told', () => asked('peer.link').length === 2);
    expect(asked('peer.link').map((verb) => ({ ...verb, epoch: 0 }))).toEqual([
      { type: 'peer.link', lessonId: 'l1', epoch: 0, peerId: 'r1', concealment: 0.25, outgoing: 300_000 },
      { type: 'peer.link', lessonId: 'l1', epoch: 0, peerId: 'lead', concealment: 0.25, outgoing: null },
    ]);
    expect(heard).toEqual([]);
  });

  test('[WL10] how a classroom’s link does is asked by the lead teacher alone', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    await lead.media({ type: 'media.health', peerId: 'r1' });
    expect(asked('peer.health')).toMatchObject([{ lessonId: 'l1', peerId: 'r1' }]);
    const notForYou = { ok: false, reason: 'media/not-for-you' };
    for (const peerId of ['r1', 'r2'])
      expect(await boards[0]?.media({ type: 'media.health', peerId })).toEqual(notForYou);
    const unknown = { ok: false, reason: 'classroom/unknown' };
    expect(await lead.media({ type: 'media.health', peerId: 'nowhere' })).toEqual(unknown);
    expect(asked('peer.health')).toHaveLength(1);
    boards[0]?.signal({ type: 'link', concealment: null, outgoing: null, roundTrip: 80 });
    await until('the SFU is told', () => asked('peer.link').length === 1);
    expect(asked('peer.link')[0]).toMatchObject({ peerId: 'r1', roundTrip: 80 });
  });

  test('[WL5] a picture that the link does not carry, and what to send of the camera, is told to the peer alone', async () => {
    const { lead, boards } = await classroom.live('r1');
    const of = { lessonId: 'l1', peerId: 'r1' };
    classroom.sfu.tell({ type: 'consumer.held', ...of, consumerId: 'c1', held: true });
    classroom.sfu.tell({ type: 'peer.uplink', ...of, rung: 'low' });
    await until('the board is told', () => boards[0]?.notices.length === 2);
    expect(boards[0]?.notices).toEqual([
      { type: 'consumer.held', consumerId: 'c1', held: true },
      { type: 'uplink', rung: 'low' },
    ]);
    expect(lead.notices).toEqual([]);
  });

  test('[VO3] the protected form of a voice is no event; it needs a running voice of one’s own', async () => {
    const { lead, boards } = await classroom.live('r1');
    const shelter = (screen: FakeScreen | undefined, trackId: string) =>
      screen?.media({ type: 'media.shelter', transportId: 't1', trackId, rtpParameters });
    const [camera, microphone] = [trackOf(await produce(lead, 'camera')), trackOf(await produce(lead, 'microphone'))];
    await until(
      'both are in the lesson',
      () => camera in classroom.room.state.tracks && microphone in classroom.room.state.tracks,
    );
    const { version } = classroom.room;
    expect(await shelter(lead, microphone)).toMatchObject({ ok: true });
    expect(asked('producer.shelter')).toMatchObject([{ peerId: 'lead', transportId: 't1', trackId: microphone }]);
    const refused = { ok: false, reason: 'media/no-such-track' };
    expect(await shelter(lead, camera)).toEqual(refused);
    expect(await shelter(lead, 'unknown')).toEqual(refused);
    expect(await shelter(boards[0], microphone)).toEqual(refused);
    expect([asked('producer.shelter').length, classroom.room.version]).toEqual([1, version]);
  });

  test('[VO2] [VO3] what the SFU says of protected voices is told to the peer alone', async () => {
    const { lead, boards } = await classroom.live('r1');
    const offer = { consumerId: 'c2', trackId: 'voice', kind: 'audio', rtpParameters } as const;
    classroom.sfu.tell({ type: 'consumer.shelter', lessonId: 'l1', peerId: 'r1', offer });
    classroom.sfu.tell({
      type: 'track.shelter',
      lessonId: 'l1',
      peerId: 'lead',
      trackId: 'voice',
      on: true,
      alone: false,
    });
    await until('both are told', () => boards[0]?.notices.length === 1 && lead.notices.length === 1);
    expect(boards[0]?.notices).toEqual([{ type: 'consumer.shelter', offer }]);
    expect(lead.notices).toEqual([{ type: 'track.shelter', trackId: 'voice', on: true, alone: false }]);
  });

  test('[MD4] notices of the SFU reach the lesson and the peer', async () => {
    const { lead, boards } = await classroom.live('r1');
    const camera = trackOf(await produce(boards[0], 'camera'));
    await until('the camera is in the lesson', () => camera in classroom.room.state.tracks);
    const of = { lessonId: 'l1', peerId: 'r1' };
    classroom.sfu.tell({ type: 'track.watched', ...of, trackId: camera, watched: true });
    classroom.sfu.tell({ type: 'consumer.closed', ...of, consumerId: 'c1' });
    await until('the board is told', () => boards[0]?.notices.length === 2);
    expect(lead.notices).toEqual([]);
    classroom.sfu.tell({ type: 'lesson.lost', lessonId: 'l1' });
    await closed(camera);
    await until('peers join again', () => lead.notices.some(({ type }) => type === 'media.lost'));
  });
});
