import type { MediaReply, RtpParameters } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { must, type PairedSchools, pairedSchools } from '../testing/paired-schools.ts';
import { until } from '../testing/until.ts';

let schools: PairedSchools;
beforeEach(async () => {
  schools = await pairedSchools();
});
afterEach(() => schools.close());

const rtpParameters: RtpParameters = { codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }] };
const camera = (board: FakeScreen): Promise<MediaReply> =>
  board.media({ type: 'media.produce', transportId: 't1', source: 'camera', rtpParameters });
const trackOf = (reply: MediaReply): string => (reply.ok && 'trackId' in reply.result ? reply.result.trackId : '');
const values = ({ names }: FakeScreen) => Object.values(names).sort();

describe('what a school sets reaches lessons that are prepared', () => {
  test('[LS6] [FL7] a camera that its school forbids is closed at once and opened no more', async () => {
    const { web, village, far } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    await must(lead.do({ type: 'lesson.start' }));
    const track = trackOf(await camera(board));
    await until('the camera is in the lesson', () => track in schools.room.state.tracks);
    const session = village.admin.session;
    await web.ask('PATCH /api/classrooms/:id', { session, id: far.classroomId, body: { cameraAllowed: false } });
    await until('the camera is closed', () => !(track in schools.room.state.tracks));
    await until('the board knows it', () => board.view?.classrooms[far.classroomId]?.cameraAllowed === false);
    expect(schools.sfu.grants.has(`${far.classroomId} camera`)).toBe(false);
    expect(await camera(board)).toEqual({ ok: false, reason: 'media/camera-not-allowed' });
    await web.ask('PATCH /api/classrooms/:id', { session, id: far.classroomId, body: { cameraAllowed: true } });
    await until('it is allowed again', () => schools.room.state.classrooms[far.classroomId]?.cameraAllowed === true);
    expect(await camera(board)).toMatchObject({ ok: true });
  });

  test('[LS6] a camera forbidden between the preparing and the lesson is refused', async () => {
    const { web, village, far } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    const body = { cameraAllowed: false };
    await web.ask('PATCH /api/classrooms/:id', { session: village.admin.session, id: far.classroomId, body });
    await must(lead.do({ type: 'lesson.start' }));
    expect(await camera(board)).toEqual({ ok: false, reason: 'media/camera-not-allowed' });
  });

  test('[LS6] [NM1] given names open and close with the pairing, on screens that are open', async () => {
    const { web, village, near, far, pairingId } = schools;
    const lead = await schools.lead();
    const other = await schools.board(near);
    await must(lead.do({ type: 'lesson.start' }));
    expect(values(other)).toEqual(['欧阳娜娜', '王小明']);
    const allow = (givenNames: boolean) =>
      web.ask('PATCH /api/pairings/:id', { session: village.admin.session, id: pairingId, body: { givenNames } });
    await allow(true);
    await until('given names are read', () => values(other).includes('小花'));
    expect(values(other)).toEqual(['小花', '欧阳娜娜', '王小明', '红', '阿依古丽'].sort());
    // What the village allows says nothing of the city's children.
    const there = await schools.board(far);
    expect(values(there)).toEqual(['马小花', '阿依古丽·买买提', '李红'].sort());
    await allow(false);
    await until('given names are gone', () => values(other).length === 2);
  });

  test('[LS6] [NM1] a school that goes over to numbers takes its names from every open screen', async () => {
    const { web, village, far } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    const tablet = await schools.guest(far);
    expect(values(lead)).toHaveLength(5);
    const numbersOnly = (on: boolean) =>
      web.ask('PATCH /api/school', { session: village.admin.session, body: { numbersOnly: on } });
    await numbersOnly(true);
    await until('names are gone', () => [board, tablet].every((screen) => values(screen).length === 0));
    await until('the lead teacher reads the own school’s', () => values(lead).length === 2);
    expect(Object.keys(board.view?.classrooms[far.classroomId]?.seats ?? {})).toHaveLength(3);
    await numbersOnly(false);
    await until('names are back', () => values(lead).length === 5);
  });

  test('[LS6] [NM2] an erased name leaves every open screen; its seat stays in a lesson that runs', async () => {
    const { web, village, far } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    await must(lead.do({ type: 'lesson.start' }));
    const seatId = far.seats[0]?.seatId ?? '';
    await web.ask('DELETE /api/pupils/:id', { session: village.admin.session, id: seatId });
    await until('the name is gone', () => [lead, board].every((screen) => !values(screen).includes('马小花')));
    expect(schools.room.state.classrooms[far.classroomId]?.seats).toHaveProperty(seatId);
  });

  test('[LS6] a roster that changes before the start is the lesson’s: a child who went is asked again for its name', async () => {
    const { web, village, far } = schools;
    await schools.lead();
    const board = await schools.board(far);
    const gone = await schools.pupil(far, 0);
    const stays = await schools.pupil(far, 1);
    const file = new TextEncoder().encode('姓名,学号\n阿依古丽·买买提,9\n赵新,10\n');
    await web.ask('PUT /api/classrooms/:id/roster', { session: village.admin.session, id: far.classroomId, file });
    await until('the tablet is a guest', () => gone.viewer?.role === 'guest');
    const seats = () => Object.values(board.view?.classrooms[far.classroomId]?.seats ?? {});
    await until('the board has the roster', () => seats().length === 2);
    expect(seats().map(({ number }) => number)).toEqual([9, 10]);
    expect(values(board)).toEqual(['阿依古丽·买买提', '赵新'].sort());
    await until('who stays has the new number', () => {
      const [seat] = Object.values(stays.view?.classrooms[far.classroomId]?.seats ?? {});
      return stays.viewer?.role === 'pupil' && seat?.number === 9;
    });
  });
});

describe('a lesson that leaves the timetable', () => {
  const waiting = { ok: true, joined: { kind: 'waiting' } };

  test('[LS7] sends its screens away: boards wait, tablets and the lead teacher find nothing', async () => {
    const { web, city, far, lessonId } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    const tablet = await schools.guest(far);
    const { room } = schools;
    await web.ask('DELETE /api/lessons/:id', { session: city.teacher.session, id: lessonId });
    await until('every screen is sent away', () => [lead, board, tablet].every(({ socket }) => !socket.connected));
    expect(schools.lessons.registry.find(lessonId)).toBeNull();
    expect(room.state).toMatchObject({ phase: 'ended', startedAt: null });
    const again = await board.hello({ again: false });
    expect(again.ok && again.joined.kind === 'snapshot' && again.joined.snapshot.lessonId).not.toBe(lessonId);
    expect(again).toMatchObject(waiting);
    expect(await lead.hello({ again: false })).toEqual({ ok: false, reason: 'not-found' });
    expect(await tablet.hello({ again: false })).toEqual({ ok: false, reason: 'link/expired' });
    expect(await schools.store.unfinished(0)).toEqual([]);
  });

  test('[LS7] is not started, even where nobody told its room', async () => {
    const { catalogue, lessonId } = schools;
    const lead = await schools.lead();
    await catalogue.lessons.remove(lessonId);
    expect(await lead.do({ type: 'lesson.start' })).toEqual({ ok: false, reason: 'not-found' });
    expect(schools.room.state.phase).toBe('planned');
  });

  test('[LS7] [LS6] with the pairing the partner’s classrooms leave, and the rest of the lesson stays', async () => {
    const { web, village, near, far, pairingId } = schools;
    const lead = await schools.lead();
    const board = await schools.board(far);
    const tablet = await schools.guest(far);
    const other = await schools.board(near);
    await web.ask('DELETE /api/pairings/:id', { session: village.admin.session, id: pairingId });
    await until('the room is sent away', () => !board.socket.connected && tablet.bye?.reason === 'link/expired');
    expect(await board.hello({ again: false })).toMatchObject(waiting);
    await until('the lead teacher sees one room', () => Object.keys(lead.view?.classrooms ?? {}).length === 1);
    expect(Object.keys(other.view?.classrooms ?? {})).toEqual([near.classroomId]);
    await must(lead.do({ type: 'lesson.start' }));
    expect(values(lead)).toEqual(['欧阳娜娜', '王小明']);
  });
});

test('[LS5] a lesson that nobody ended frees its classrooms, though the server was off for a day', async () => {
  const { web, city, village, catalogue, far, lessonId } = schools;
  const lead = await schools.lead();
  await must(lead.do({ type: 'lesson.start' }));
  const put = () => {
    const file = new TextEncoder().encode('姓名,学号\n赵新,1\n');
    const { session } = village.admin;
    return web.ask('PUT /api/classrooms/:id/roster', { session, id: far.classroomId, file });
  };
  const status = async () => (await catalogue.lessons.byId(lessonId, city.teacher))?.status;
  await expect.poll(status).toBe('live');
  expect(await put()).toMatchObject({ json: { reason: 'roster/lesson-running' } });
  await schools.restart(24 * 60 * 60_000);
  const { room } = schools;
  schools.clock.advance(15_000);
  await until('the lesson is over', () => {
    schools.clock.advance(0);
    return room.state.phase === 'ended';
  });
  await expect.poll(status).toBe('ended');
  expect(await put()).toMatchObject({ status: 200 });
});
