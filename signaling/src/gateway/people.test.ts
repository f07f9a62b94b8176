import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { boardToken, newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import type { FakeCatalogue } from '../testing/fake-catalogue.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
beforeEach(async () => {
  classroom = await TestClassroom.start();
});
afterEach(() => classroom.close());

/** Makes the catalogue's answers wait until the returned function is called. */
function hold(catalogue: FakeCatalogue, method: 'lesson' | 'currentLessonOf'): () => void {
  const ask = catalogue[method].bind(catalogue) as (...of: unknown[]) => Promise<never>;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(catalogue, method).mockImplementation(async (...of: unknown[]) => {
    await held;
    return ask(...of);
  });
  return release;
}

const seat = (seatId: string) => classroom.room.state.classrooms.r1?.seats[seatId];

describe('people are keyed by who they are', () => {
  test('[RS8] the same device in a second tab takes over the first, and nobody is seen to go', async () => {
    await classroom.live('r1');
    const deviceKey = newDeviceKey();
    const first = await classroom.pupil('r1-s1', deviceKey);
    const { version } = classroom.room;
    const second = await classroom.guest('r1', deviceKey);
    expect(second.viewer).toEqual({ role: 'pupil', classroomId: 'r1', seatId: 'r1-s1' });
    await until('the first tab is told', () => first.bye?.reason === 'taken-over');
    expect(seat('r1-s1')?.online).toBe(true);
    expect(classroom.room.since(version)).toEqual([]);
  });

  test('[RS8] the lead teacher in a second window takes over too', async () => {
    const first = await classroom.lead();
    const second = await classroom.lead();
    await until('the first window is told', () => first.bye?.reason === 'taken-over');
    expect(await second.do({ type: 'lesson.start' })).toMatchObject({ ok: true });
  });

  test('[RO8] who loses the link is seen to go and to come back, to the same seat', async () => {
    const { lead } = await classroom.live('r1');
    const deviceKey = newDeviceKey();
    const pupil = await classroom.pupil('r1-s1', deviceKey);
    pupil.cut();
    await until('the seat is empty', () => lead.view?.classrooms.r1?.seats['r1-s1']?.online === false);
    pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
    expect(await pupil.hello()).toMatchObject({ ok: true, joined: { kind: 'events' } });
    await until('the seat is taken', () => lead.view?.classrooms.r1?.seats['r1-s1']?.online === true);
  });

  test('[RO8] who says hello again over the same link is not seen to go', async () => {
    const { boards } = await classroom.live('r1');
    const { version } = classroom.room;
    expect(await boards[0]?.hello()).toMatchObject({ ok: true, joined: { kind: 'events' } });
    expect(classroom.room.since(version)).toEqual([]);
    expect(await boards[0]?.do({ type: 'hand.raise' })).toMatchObject({ ok: true });
    await until('events come once', () => boards[0]?.version === classroom.room.version);
    expect(boards[0]?.batches.filter(({ types }) => types.includes('hand.raised'))).toHaveLength(1);
  });

  test('[RO8] who says hello again and is refused has left', async () => {
    const { boards } = await classroom.live('r1');
    const [board] = boards;
    if (!board) throw new Error('no board');
    board.credentials = { as: 'board', token: 'nobody-has-this-one' };
    expect(await board.hello()).toMatchObject({ ok: false });
    await until('the board is gone', () => classroom.room.state.classrooms.r1?.board.online === false);
  });

  test('[RS1] a screen that comes back gets what it missed, and a snapshot when it is somebody else now', async () => {
    const { lead, boards } = await classroom.live('r1');
    const [board] = boards;
    board?.cut();
    await until('the board is gone', () => lead.view?.classrooms.r1?.board.online === false);
    await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    expect(await board?.hello()).toMatchObject({ ok: true, joined: { kind: 'events', viewKey: 'board:r1' } });
    expect(board?.view?.round?.kind).toBe('buzzer');
    if (board) board.viewKey = 'board:r2';
    board?.cut();
    await until('the board is gone', () => board?.socket.connected === false);
    expect(await board?.hello()).toMatchObject({ ok: true, joined: { kind: 'snapshot' } });
  });

  test('[RO4] [AC4] 换设备: the new device gets the seat with its score, the old one asks again', async () => {
    const { boards } = await classroom.live('r1');
    const old = await classroom.pupil('r1-s1');
    const young = await classroom.guest('r1');
    await young.do({ type: 'seat.request', seatId: 'r1-s1' });
    await boards[0]?.do({ type: 'seat.allow', seatId: 'r1-s1', at: seat('r1-s1')?.request?.at ?? 0 });
    await until('the new device is the pupil', () => young.viewer?.role === 'pupil');
    await until('the old device is a guest', () => old.viewer?.role === 'guest');
    expect(old.bye).toBeNull();
    expect(seat('r1-s1')?.online).toBe(true);
    young.cut();
    await until('the seat is empty', () => seat('r1-s1')?.online === false);
  });

  test('[RO5] [AC4] a released seat makes its tablet a guest, which may take another', async () => {
    const { boards } = await classroom.live('r1');
    const pupil = await classroom.pupil('r1-s1');
    await boards[0]?.do({ type: 'seat.release', seatId: 'r1-s1' });
    await until('the tablet is a guest', () => pupil.viewer?.role === 'guest');
    expect(await pupil.do({ type: 'seat.claim', seatId: 'r1-s2' })).toMatchObject({ ok: true });
    await until('the tablet is a pupil', () => pupil.viewer?.role === 'pupil');
    expect(pupil.view?.classrooms.r1?.seats).toHaveProperty('r1-s2');
  });

  test('[RO6] [AC4] 全部重来 sends every tablet of the room back to the QR, and no other', async () => {
    const { boards } = await classroom.live('r1', 'r2');
    const here = [await classroom.pupil('r1-s1'), await classroom.guest('r1')];
    const there = await classroom.pupil('r2-s1');
    await boards[0]?.do({ type: 'room.reset' });
    await until('the room is told', () => here.every(({ bye }) => bye?.reason === 'link/expired'));
    expect(there.bye).toBeNull();
  });

  test('[RS4] a claim whose answer was lost is answered again to the pupil it made', async () => {
    await classroom.live('r1');
    const tablet = await classroom.guest('r1');
    const first = await tablet.do({ type: 'seat.claim', seatId: 'r1-s1' }, 'the-claim');
    await until('the tablet is a pupil', () => tablet.viewer?.role === 'pupil');
    expect(await tablet.do({ type: 'seat.claim', seatId: 'r1-s1' }, 'the-claim')).toEqual(first);
    expect(await tablet.do({ type: 'seat.claim', seatId: 'r1-s2' })).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('names', () => {
  test('[NM2] the log holds seat ids only, whatever happens to a child with a name', async () => {
    const { lead } = await classroom.live('r1');
    const board = await classroom.board('r1');
    await board.do({ type: 'seat.add', classroomId: 'r1', name: '马小花' });
    const pupil = await classroom.pupil('r1-s1');
    await pupil.do({ type: 'hand.raise' });
    await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: 'r1-s1', seconds: 30 });
    const log = JSON.stringify(await classroom.store.since('l1', 0));
    expect(log).toContain('r1-s1');
    for (const { name } of classroom.catalogue.pupils) expect(log).not.toContain(name);
  });

  test('[NM1] the own room and the lead teacher read names, other rooms none', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    expect(lead.names).toMatchObject({ 'r1-s1': '王小1', 'r2-s1': '王小1', 'own-s1': '王小1' });
    expect(Object.keys(boards[0]?.names ?? {})).toEqual(['r1-s1', 'r1-s2', 'r1-s3']);
    expect(JSON.stringify(await classroom.store.since('l1', 0))).not.toContain('王小');
  });

  test('[RO9] 名单里没有我: a child is added once, by name in the catalogue and by seat in the log', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const tablet = await classroom.guest('r1');
    const add = { type: 'seat.add', name: '马小花' } as const;
    const first = await boards[0]?.do(add, 'add-1');
    expect(first).toMatchObject({ ok: true });
    await until('the tablet reads the name', () => Object.values(tablet.names).includes('马小花'));
    await until('the lead teacher reads it', () => Object.values(lead.names).includes('马小花'));
    expect(Object.values(boards[1]?.names ?? {})).not.toContain('马小花');
    expect(Object.keys(classroom.room.state.classrooms.r1?.seats ?? {})).toHaveLength(4);
    expect(await tablet.do(add)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await boards[0]?.do({ ...add, classroomId: 'r2' })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('[RS4] a child’s addition is answered once: the same again, and no other name under its id', async () => {
    const { lead, boards } = await classroom.live('r1');
    const add = { type: 'seat.add', name: '马小花' } as const;
    const reused = { ok: false, reason: 'command/id-reused' };
    const first = await boards[0]?.do(add, 'add-1');
    await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    expect(await boards[0]?.do(add, 'add-1')).toEqual(first);
    const pupils = classroom.catalogue.pupils.length;
    expect(await boards[0]?.do({ ...add, name: '马小明' }, 'add-1')).toEqual(reused);
    await boards[0]?.do({ type: 'hand.raise' }, 'hand-1');
    expect(await boards[0]?.do(add, 'hand-1')).toEqual(reused);
    expect(classroom.catalogue.pupils).toHaveLength(pupils);
    expect(Object.keys(classroom.room.state.classrooms.r1?.seats ?? {})).toHaveLength(4);
  });
});

test('[CT6] a name that no roster file may hold is refused, and so is one whose seat cannot be kept; neither is on the roster', async () => {
  const store = new MemoryEventStore();
  const other = await TestClassroom.start({ store });
  try {
    const { boards } = await other.live('r1');
    const add = (name: string) => boards[0]?.do({ type: 'seat.add', name });
    const before = other.catalogue.pupils.length;
    for (const name of ['', '  ', '马\u0000花', '马\u202e花', '<b>马', '马"花', '长'.repeat(41), '\ud800']) {
      expect([name, await add(name)]).toEqual([name, { ok: false, reason: 'malformed' }]);
    }
    store.breakWith('the disk is full');
    expect(await add('马小花')).toEqual({ ok: false, reason: 'storage-unavailable' });
    expect(other.catalogue.pupils).toHaveLength(before);
    store.breakWith(null);
    expect(await add(' 马小花\n Anna ')).toMatchObject({ ok: true });
    expect(other.catalogue.pupils.at(-1)?.name).toBe('马小花 Anna');
  } finally {
    await other.close();
  }
});

describe('boards and phones', () => {
  test('[AC3] a board without a lesson waits, and is called when the lead teacher opens one', async () => {
    const lesson = classroom.catalogue.lessons.get('l1');
    classroom.catalogue.lessons.delete('l1');
    const board = classroom.screen({ as: 'board', token: boardToken('r1') });
    expect(await board.hello()).toMatchObject({ ok: true, joined: { kind: 'waiting', room: { classroomName: 'r1' } } });
    expect(await board.do({ type: 'board.ready' })).toMatchObject({ ok: false });
    if (lesson) classroom.catalogue.lessons.set('l1', lesson);
    await classroom.lead();
    await until('the board is in the lesson', () => board.view?.lessonId === 'l1');
    expect(await board.do({ type: 'board.ready' })).toMatchObject({ ok: true });
  });

  test('[AC3] a board whose link goes while it is called stands for nobody', async () => {
    const { catalogue } = classroom;
    const lesson = catalogue.lessons.get('l1');
    if (!lesson) throw new Error('no lesson');
    catalogue.lessons.delete('l1');
    const board = classroom.screen({ as: 'board', token: boardToken('r1') });
    await board.hello();
    catalogue.lessons.set('l1', lesson);
    const release = hold(catalogue, 'currentLessonOf');
    const lead = await classroom.lead();
    board.cut();
    await until('the board is cut', () => !board.socket.connected);
    for (let trip = 0; trip < 3; trip++) await lead.do({ type: 'hands.clear' });
    release();
    await lead.do({ type: 'lesson.start' });
    await until('nobody stands for the room', () => classroom.room.state.classrooms.r1?.board.online === false);
  });

  test('[AC3] of two boards that come at once one is let in, and stays', async () => {
    const { catalogue } = classroom;
    await classroom.live();
    catalogue.devices.set('second-board-0000000', {
      deviceId: 'second',
      kind: 'board',
      classroomId: 'r1',
      schoolId: 'village',
    });
    const release = hold(catalogue, 'lesson');
    const screens = [boardToken('r1'), 'second-board-0000000'].map((token) => classroom.screen({ as: 'board', token }));
    const hellos = screens.map((screen) => screen.hello());
    await until('both are on their way', () => vi.mocked(catalogue.lesson).mock.calls.length === 2);
    release();
    const replies = await Promise.all(hellos);
    expect(replies.map((reply) => (reply.ok ? 'in' : reply.reason)).sort()).toEqual(['board/already-here', 'in']);
    expect(screens.map(({ bye }) => bye)).toEqual([null, null]);
  });

  test('[AC3] a phone has the rights of the room, beside its board', async () => {
    await classroom.live('r1');
    const phone = await classroom.phone('r1');
    expect(await phone.do({ type: 'door.open' })).toMatchObject({ ok: true });
    await until('the phone sees the code', () => /^\d{6}$/.test(phone.view?.classrooms.r1?.doorCode ?? ''));
    expect(await phone.media({ type: 'media.join', have: null })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('[AC7] what is taken back closes at once', async () => {
    const { lead, boards } = await classroom.live('r1');
    const phone = await classroom.phone('r1');
    classroom.revocations.revoke({ kind: 'device', id: 'phone-r1' });
    classroom.revocations.revoke({ kind: 'device', id: 'board-r1' });
    classroom.revocations.revoke({ kind: 'session', id: 'session-1' });
    await until('the phone is told', () => phone.bye?.reason === 'phone/removed');
    await until('the board is told', () => boards[0]?.bye?.reason === 'board/removed');
    await until('the teacher is told', () => lead.bye?.reason === 'not-signed-in');
  });

  test('[FL7] a still picture leaves a room only while its camera may', async () => {
    const lead = await classroom.lead();
    const board = await classroom.board('r1');
    const own = await classroom.board('own');
    const witness = await classroom.board('r2');
    let stills = 0;
    let seen = 0;
    lead.socket.on('signal', ({ peerId }: { peerId: string }) => {
      if (peerId === 'r2') seen += 1;
      else stills += 1;
    });
    const jpeg = new Uint8Array([255, 216]);
    /** A command behind the picture is answered when the picture has been looked at; that of the witness arrives with it or later. */
    const show = async (screen = board) => {
      screen.signal({ type: 'still', jpeg });
      await screen.do({ type: 'door.open' });
      const before = seen;
      witness.signal({ type: 'still', jpeg });
      await until('the picture behind it has come', () => seen > before);
      return stills;
    };
    board.signal({ type: 'still', jpeg });
    await board.do({ type: 'door.open' });
    await lead.do({ type: 'lesson.start' });
    await witness.do({ type: 'board.ready' });
    // Covered before it goes on.
    board.signal({ type: 'still', jpeg });
    await board.do({ type: 'camera.cover' });
    expect(await show()).toBe(0);
    await board.do({ type: 'camera.uncover' });
    expect(await show()).toBe(1);
    expect(await show(own)).toBe(1);
    await board.do({ type: 'camera.cover' });
    expect(await show()).toBe(1);
    await board.do({ type: 'camera.uncover' });
    expect(await show()).toBe(2);
    await board.do({ type: 'classroom.leave' });
    expect(await show()).toBe(2);
    await board.do({ type: 'board.ready' });
    const lesson = classroom.catalogue.lessons.get('l1');
    if (!lesson) throw new Error('no lesson');
    const classrooms = lesson.classrooms.map((room) => ({ ...room, cameraAllowed: room.classroomId !== 'r1' }));
    classroom.catalogue.lessons.set('l1', { ...lesson, classrooms });
    classroom.side.classroomChanged('r1');
    await until('the camera is forbidden', () => classroom.room.state.classrooms.r1?.cameraAllowed === false);
    expect(await show()).toBe(2);
  });

  test('a still picture of a room goes to the lead teacher alone', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const phone = await classroom.phone('r1');
    const heard: [string, unknown][] = [];
    for (const [who, screen] of Object.entries({ lead, phone, other: boards[1] })) {
      screen?.socket.on('signal', (signal: unknown) => heard.push([who, signal]));
    }
    boards[0]?.signal({ type: 'still', jpeg: new Uint8Array([255, 216]) });
    await until('the picture came', () => heard.length > 0);
    for (const screen of [boards[1], phone]) await screen?.do({ type: 'door.open' });
    expect(heard.map(([who]) => who)).toEqual(['lead']);
    expect(heard[0]?.[1]).toMatchObject({ peerId: 'r1', signal: { type: 'still' } });
  });

  test('[WL7] a still of the lead teacher goes to the boards that stand on D, while the lesson runs', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const heard: string[] = [];
    for (const [nth, board] of boards.entries())
      board.socket.on('signal', ({ peerId }: { peerId: string }) => heard.push(`${nth} ${peerId}`));
    const show = async () => {
      lead.signal({ type: 'still', jpeg: new Uint8Array([255, 216]) });
      // A command behind the picture is answered when the picture has been looked at.
      await lead.do({ type: 'hands.clear' });
      for (const board of boards) await board.do({ type: 'door.open' });
    };
    await show();
    expect(heard).toEqual([]);
    classroom.room.report({ type: 'link.report', peerId: 'r2', down: 'D', up: 'full' });
    await until('the link is known', () => classroom.room.state.links.r2?.down === 'D');
    await show();
    expect(heard).toEqual(['1 lead']);
    await boards[1]?.do({ type: 'classroom.leave' });
    await show();
    expect(heard).toEqual(['1 lead']);
  });
});
