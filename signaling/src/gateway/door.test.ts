import { type Credentials, type HelloReply, PROTOCOL_VERSION } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardToken, newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
beforeEach(async () => {
  classroom = await TestClassroom.start({ clock: new FakeClock() });
});
afterEach(() => classroom.close());

const refused = (reason: string) => ({ ok: false, reason });
const lead: Credentials = { as: 'lead', lessonId: 'l1' };
const byCode = (code: string): Credentials => ({ as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'code', code } });
const byTicket = (ticket: string): Credentials => {
  return { as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'ticket', ticket } };
};

describe('the door', () => {
  test('[AC1] a lead teacher proves it by the session cookie, and leads this lesson', async () => {
    expect(await classroom.screen(lead).hello()).toEqual(refused('not-signed-in'));
    expect(await classroom.screen(lead, 'no-such-session').hello()).toEqual(refused('not-signed-in'));
    expect(await classroom.screen(lead, 'other-session-token').hello()).toEqual(refused('not-allowed'));
    const nowhere: Credentials = { as: 'lead', lessonId: 'nowhere' };
    expect(await classroom.screen(nowhere, 'teacher-session-token').hello()).toEqual(refused('not-found'));
    expect(await classroom.screen(lead, 'teacher-session-token').hello()).toMatchObject({ ok: true });
  });

  test('[AC2] over plain HTTP tablets come in; staff, boards and phones do not', async () => {
    await classroom.lead();
    const elsewhere = { host: '192.168.1.9:8080' };
    const say = async (credentials: Credentials, cookie?: string) => {
      const screen = new FakeScreen({ url: classroom.url, credentials, headers: elsewhere, ...(cookie && { cookie }) });
      const reply = await screen.hello();
      screen.close();
      return reply;
    };
    expect(await say(lead, 'teacher-session-token')).toEqual(refused('insecure-page'));
    expect(await say({ as: 'board', token: boardToken('r1') })).toEqual(refused('insecure-page'));
    expect(await say({ as: 'phone', token: boardToken('r1') })).toEqual(refused('insecure-page'));
    expect(await say(byTicket(classroom.room.state.classrooms.r1?.ticket ?? ''))).toMatchObject({ ok: true });
  });

  test('[AC2] a page of another site opens no socket', async () => {
    const headers = { origin: 'https://evil.example' };
    const screen = new FakeScreen({ url: classroom.url, credentials: lead, headers });
    await expect(screen.hello()).rejects.toThrow();
    const own = new FakeScreen({ url: classroom.url, credentials: lead, headers: { origin: classroom.url } });
    expect(await own.hello()).toEqual(refused('not-signed-in'));
    own.close();
  });

  test('[AC1] a page of another version is told which side is old, whatever else it says', async () => {
    const screen = classroom.screen(lead);
    await screen.hello();
    const hello = { credentials: lead, have: null };
    expect(await screen.ask('hello', { ...hello, protocol: PROTOCOL_VERSION - 1, more: 1 })).toEqual(
      refused('client-too-old'),
    );
    expect(await screen.ask('hello', { ...hello, protocol: PROTOCOL_VERSION + 1 })).toEqual(refused('server-too-old'));
    expect(await screen.ask('hello', { ...hello, protocol: 'x' })).toEqual(refused('malformed'));
  });

  test('[AC1] a device that was removed, or never paired, is refused', async () => {
    const token = 'no-such-token-0000000';
    expect(await classroom.screen({ as: 'board', token }).hello()).toEqual(refused('board/removed'));
    expect(await classroom.screen({ as: 'phone', token }).hello()).toEqual(refused('phone/removed'));
    expect(await classroom.screen({ as: 'phone', token: boardToken('r1') }).hello()).toEqual(refused('phone/removed'));
  });

  test('[RO7] the short code works only while the door is open', async () => {
    const { boards } = await classroom.live('r1');
    await boards[0]?.do({ type: 'door.open' });
    const code = classroom.room.state.classrooms.r1?.doorCode ?? '';
    const tablet = await classroom.joined(classroom.screen(byCode(code)));
    expect(tablet.viewer).toEqual({ role: 'guest', classroomId: 'r1', device: '' });
    expect(tablet.names['r1-s1']).toBe('王小1');
    await boards[0]?.do({ type: 'door.close' });
    expect(await classroom.screen(byCode(code)).hello()).toEqual(refused('code/wrong'));
  });

  test('[RO7] who came by the code and has no seat goes when the door closes; by the QR, or seated, one stays', async () => {
    const { boards } = await classroom.live('r1');
    await boards[0]?.do({ type: 'door.open' });
    const code = classroom.room.state.classrooms.r1?.doorCode ?? '';
    const stranger = await classroom.joined(classroom.screen(byCode(code)));
    const seated = await classroom.joined(classroom.screen(byCode(code)));
    expect(await seated.do({ type: 'seat.claim', seatId: 'r1-s1' })).toMatchObject({ ok: true });
    const guest = await classroom.guest('r1');
    await boards[0]?.do({ type: 'door.close' });
    await until('the stranger is told', () => stranger.bye?.reason === 'door/closed');
    await boards[0]?.do({ type: 'door.open' });
    expect([seated.bye, guest.bye]).toEqual([null, null]);
    expect(guest.names['r1-s1']).toBe('王小1');
  });

  test('[AC5] who guesses codes is slowed down, and a neighbour at the same address is not', async () => {
    const screen = classroom.screen(byCode('000000'));
    const replies: HelloReply[] = [];
    for (let guess = 0; guess < 9; guess += 1) replies.push(await screen.hello());
    expect(replies.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => refused('code/wrong')));
    expect(replies[8]).toEqual(refused('code/slow-down'));
    expect(await classroom.screen(byCode('000000')).hello()).toEqual(refused('code/wrong'));
  });

  test('[RO6] an old ticket is worthless; so is one of a lesson that is over', async () => {
    const { lead: teacher, boards } = await classroom.live('r1');
    const ticket = classroom.room.state.classrooms.r1?.ticket ?? '';
    expect(await boards[0]?.do({ type: 'room.reset' })).toMatchObject({ ok: true });
    expect(await classroom.screen(byTicket(ticket)).hello()).toEqual(refused('link/expired'));
    const fresh = classroom.room.state.classrooms.r1?.ticket ?? '';
    expect(await classroom.screen(byTicket(fresh)).hello()).toMatchObject({ ok: true });
    await teacher.do({ type: 'lesson.end' });
    expect(await classroom.screen(byTicket(fresh)).hello()).toEqual(refused('lesson/ended'));
  });

  test('[RO2] a device key without a seat is told so, and a taken seat stays taken', async () => {
    await classroom.live('r1');
    const by = { kind: 'seat', lessonId: 'l1' } as const;
    expect(await classroom.screen({ as: 'tablet', deviceKey: newDeviceKey(), by }).hello()).toEqual(
      refused('seat/none'),
    );
    await classroom.pupil('r1-s1');
    const other = await classroom.guest('r1');
    expect(await other.do({ type: 'seat.claim', seatId: 'r1-s1' })).toEqual(refused('seat/taken'));
  });

  test('[AC3] a second board for a classroom is refused, unless it takes over', async () => {
    await classroom.live('r1');
    const of = { classroomId: 'r1', schoolId: 'village' };
    classroom.catalogue.devices.set('second-board-0000000', { deviceId: 'second', kind: 'board', ...of });
    const second: Credentials = { as: 'board', token: 'second-board-0000000' };
    const first = await classroom.board('r1');
    expect(await classroom.screen(second).hello()).toEqual(refused('board/already-here'));
    expect(first.bye).toBeNull();
    expect(await classroom.screen({ ...second, takeOver: true }).hello()).toMatchObject({ ok: true });
    await until('the first board is told', () => first.bye?.reason === 'board/already-here');
    expect(classroom.room.state.classrooms.r1?.board.online).toBe(true);
  });
});

test('[RS11] the beat that every screen is told shows a dead link on both sides within 5 s', async () => {
  const classroom = await TestClassroom.start();
  const socket = new WebSocket(`${classroom.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const opening = await new Promise<string>((resolve) => {
    socket.onmessage = ({ data }) => resolve(String(data));
  });
  const { pingInterval, pingTimeout } = JSON.parse(opening.slice(1));
  // The server gives up a beat that is not answered in time; the screen gives up after a beat and its patience without a word.
  expect(pingInterval + pingTimeout).toBeLessThanOrEqual(5_000);
  socket.close();
  await classroom.close();
});

describe('bad messages', () => {
  test('[AC1] before hello nothing else is heard', async () => {
    const screen = classroom.screen(lead);
    await screen.hello();
    expect(await screen.do({ type: 'lesson.start' })).toEqual(refused('malformed'));
    const envelope = { id: 'c1', lessonId: 'l1', command: { type: 'lesson.start' } };
    expect(await screen.ask('command', envelope)).toEqual(refused('not-signed-in'));
    expect(await screen.media({ type: 'media.join', have: null })).toEqual(refused('not-signed-in'));
  });

  test('[AC1] malformed messages, unknown events and other lessons change nothing', async () => {
    const screen = await classroom.lead();
    const { version } = classroom.room;
    for (const body of [null, 7, 'x', {}, { id: 'c', lessonId: 'l1', command: { type: 'lesson.start', more: 1 } }]) {
      expect(await screen.ask('command', body)).toEqual(refused('malformed'));
    }
    expect(await screen.ask('media', { type: 'media.join' })).toEqual(refused('malformed'));
    expect(await screen.ask('take-over-the-world', {})).toEqual(refused('unknown-event'));
    const envelope = { id: 'c1', lessonId: 'l2', command: { type: 'lesson.start' } };
    expect(await screen.ask('command', envelope)).toEqual(refused('other-lesson'));
    screen.socket.emit('command');
    screen.socket.emit('signal', { type: 'link', state: 'nonsense' });
    expect(await screen.ask('command', envelope)).toEqual(refused('other-lesson'));
    expect(classroom.room.version).toBe(version + 1);
    expect(classroom.room.state.leadOnline).toBe(true);
  });

  test('[AC6] an oversized message closes the connection with a reason; the others never notice', async () => {
    const { lead: teacher, boards } = await classroom.live('r1');
    boards[0]?.socket.emit('command', { id: 'c1', lessonId: 'l1', command: { type: 'x', text: 'x'.repeat(70_000) } });
    await until('the board is told', () => boards[0]?.bye?.reason === 'too-large');
    expect(await teacher.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toMatchObject({
      ok: true,
    });
  });

  test('[AC6] the packet that opens a connection is held to the same size', async () => {
    const screen = classroom.screen(lead, 'teacher');
    Object.assign(screen.socket, { auth: { hello: { credentials: lead, padding: 'x'.repeat(70_000) } } });
    screen.socket.connect();
    await until('it is told', () => screen.bye?.reason === 'too-large');
    expect(screen.view).toBeNull();
  });

  test('[AC6] a flood is refused, and the rest of the lesson goes on', async () => {
    const { lead: teacher } = await classroom.live('r1');
    const tablet = await classroom.guest('r1');
    const replies = await Promise.all(Array.from({ length: 100 }, () => tablet.ask('nothing', {})));
    expect(replies).toContainEqual(refused('too-many-requests'));
    // A tablet may say 40 things at once; its hello was the first.
    const heard = replies.filter((reply) => (reply as { reason: string }).reason === 'unknown-event');
    expect(heard).toHaveLength(39);
    expect(await teacher.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toMatchObject({
      ok: true,
    });
  });

  test('[AC1] a role cannot do what is not its own', async () => {
    const { boards } = await classroom.live('r1', 'r2');
    const pupil = await classroom.pupil('r1-s1');
    expect(await pupil.do({ type: 'lesson.end' })).toEqual(refused('not-allowed'));
    expect(await pupil.media({ type: 'media.join', have: null })).toEqual(refused('not-allowed'));
    expect(await boards[0]?.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toEqual(
      refused('not-allowed'),
    );
    expect(await boards[0]?.do({ type: 'door.open', classroomId: 'r2' })).toEqual(refused('not-allowed'));
    expect(await boards[0]?.do({ type: 'seat.release', seatId: 'r2-s1' })).toEqual(refused('seat/unknown'));
  });
});
