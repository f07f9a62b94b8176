import type { Credentials, HelloReply } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { boardToken, newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

let clock: FakeClock;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

test('[AC3] a waiting board is called within 30 s, also when no lead teacher has come yet', async () => {
  const lesson = classroom.catalogue.lessons.get('l1');
  if (!lesson) throw new Error('no lesson');
  classroom.catalogue.lessons.delete('l1');
  const board = classroom.screen({ as: 'board', token: boardToken('r1') });
  expect(await board.hello()).toMatchObject({ ok: true, joined: { kind: 'waiting' } });
  classroom.catalogue.lessons.set('l1', lesson);
  clock.advance(30_000);
  await until('the board is in the lesson', () => board.view?.lessonId === 'l1');
});

test('[AC3] after a lesson its boards go on to the next one', async () => {
  const { lead, boards } = await classroom.live('r1');
  await lead.do({ type: 'lesson.end' });
  const lesson = classroom.catalogue.lessons.get('l1');
  if (!lesson) throw new Error('no lesson');
  await until('the timetable knows the end', () => classroom.catalogue.lessons.get('l1')?.endedAt === clock.now());
  classroom.catalogue.lessons.set('l2', { ...lesson, lessonId: 'l2', endedAt: null, title: '下一节' });
  clock.advance(30_000);
  await until('the board is in the next lesson', () => boards[0]?.view?.lessonId === 'l2');
  expect(await boards[0]?.do({ type: 'board.ready' })).toMatchObject({ ok: true });
});

test('[RS7] who has not come back 15 s after a restart has gone, with the cause', async () => {
  const store = new MemoryEventStore();
  const first = await TestClassroom.start({ clock, store });
  await first.live('r1', 'r2');
  await until('both boards are here', () => first.room.state.classrooms.r2?.board.online === true);
  // The old server is fenced by the new one: what it still sees goes nowhere, as when it was killed.
  const second = await TestClassroom.start({ clock, store });
  await second.board('r1');
  clock.advance(15_000);
  await until('r2 is gone', () => second.room.state.classrooms.r2?.board.online === false);
  expect(second.room.state.classrooms.r1?.board.online).toBe(true);
  expect((await store.since('l1', 0)).at(-1)?.event).toMatchObject({ type: 'board.went', cause: 'not-back' });
  await second.close();
  await first.close();
});

test('[LD1] a lead teacher who was gone before a restart is missed after it, and a turn without an end ends', async () => {
  const store = new MemoryEventStore();
  const first = await TestClassroom.start({ clock, store });
  const { lead } = await first.live('r1');
  expect(await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null })).toMatchObject({
    ok: true,
  });
  lead.cut();
  await until('the lead teacher is gone', () => !first.room.state.leadOnline);
  const second = await TestClassroom.start({ clock, store });
  const board = await second.board('r1');
  expect(second.room.state).toMatchObject({ leadMissed: false, floor: { turns: [{ classroomId: 'r1' }] } });
  clock.advance(10_000);
  await until('the board knows', () => board.view?.leadMissed === true);
  expect(board.view?.floor.turns).toEqual([]);
  await second.lead();
  await until('the teacher is back', () => board.view?.leadMissed === false);
  await second.close();
  await first.close();
});

test('[MD3] a lesson’s media closes 5 s after its end, a peer’s after 30 s away', async () => {
  const { lead, boards } = await classroom.live('r1');
  const asked = (type: string) => classroom.sfu.asked.filter((request) => request.type === type);
  boards[0]?.cut();
  await until('the board is gone', () => classroom.room.state.classrooms.r1?.board.online === false);
  clock.advance(29_999);
  expect(asked('peer.close')).toEqual([]);
  clock.advance(1);
  await until('its media is closed', () => asked('peer.close').length === 1);
  await lead.do({ type: 'lesson.end' });
  clock.advance(5_000);
  await until('the lesson is closed', () => asked('lesson.close').length === 1);
});

test('[MD3] a peer that came back has its whole 30 s the next time', async () => {
  const { boards } = await classroom.live('r1');
  const closes = () => classroom.sfu.asked.filter(({ type }) => type === 'peer.close').length;
  const here = (online: boolean) =>
    until('the register knows', () => classroom.room.state.classrooms.r1?.board.online === online);
  boards[0]?.cut();
  await here(false);
  clock.advance(10_000);
  await boards[0]?.hello();
  await here(true);
  clock.advance(18_000);
  boards[0]?.cut();
  await here(false);
  clock.advance(29_999);
  expect(closes()).toBe(0);
  clock.advance(1);
  await until('its media is closed', () => closes() === 1);
});

test('[AC5] after many wrong codes a tablet’s code waits for its turn, whatever connection it comes by; a QR does not', async () => {
  const { boards } = await classroom.live('r1');
  await boards[0]?.do({ type: 'door.open' });
  const { doorCode, ticket } = classroom.room.state.classrooms.r1 ?? {};
  const tablet = (by: Extract<Credentials, { as: 'tablet' }>['by']) =>
    classroom.screen({ as: 'tablet', deviceKey: newDeviceKey(), by });
  const code = (entered: string | null | undefined) => tablet({ kind: 'code', code: entered ?? '' });
  const wrong = doorCode === '000000' ? '000001' : '000000';
  for (let guess = 0; guess < 32; guess += 1) expect(await code(wrong).hello()).toMatchObject({ reason: 'code/wrong' });
  const replies: HelloReply[] = [];
  const alarms = clock.waiting;
  void code(doorCode)
    .hello()
    .then((reply) => replies.push(reply));
  await until('it says hello', () => clock.waiting > alarms);
  expect(await tablet({ kind: 'ticket', ticket: ticket ?? '' }).hello()).toMatchObject({ ok: true });
  expect(replies).toEqual([]);
  clock.advance(500);
  await until('it is let in', () => replies.length === 1);
  expect(replies).toMatchObject([{ ok: true }]);
});

test('[AC10] a QR is good before the lesson too, when nobody has been there for a while', async () => {
  const lead = await classroom.lead();
  const { ticket = '' } = classroom.room.state.classrooms.r1 ?? {};
  await until('the lead teacher is there', () => classroom.room.state.leadOnline);
  lead.close();
  await until('nobody is there', () => !classroom.room.state.leadOnline);
  clock.advance(120_000);
  expect(classroom.side.registry.find('l1')).toBeNull();
  const tablet = (shown: string) =>
    classroom.screen({ as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'ticket', ticket: shown } });
  expect(await tablet(ticket).hello()).toMatchObject({ ok: true, joined: { kind: 'snapshot' } });
  expect(await tablet('x'.repeat(22)).hello()).toMatchObject({ reason: 'link/expired' });
});

test('[RS14] after the clock was set back a QR still wakes its lesson', async () => {
  let ahead = 3_600_000;
  const set = { now: () => clock.now() + ahead, after: clock.after.bind(clock) };
  const other = await TestClassroom.start({ clock: set });
  const lead = await other.lead();
  const { ticket = '' } = other.room.state.classrooms.r1 ?? {};
  const stranger = other.screen({
    as: 'tablet',
    deviceKey: newDeviceKey(),
    by: { kind: 'ticket', ticket: 'x'.repeat(22) },
  });
  expect(await stranger.hello()).toMatchObject({ reason: 'link/expired' });
  lead.close();
  await until('nobody is there', () => !other.room.state.leadOnline);
  clock.advance(120_000);
  expect(other.side.registry.find('l1')).toBeNull();
  ahead = 0;
  const tablet = other.screen({ as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'ticket', ticket } });
  expect(await tablet.hello()).toMatchObject({ ok: true });
  await other.close();
});

test('[RS6] screens of a fenced server lose their link at once and find the lesson again', async () => {
  const { lead } = await classroom.live('r1');
  await classroom.store.own('l1');
  expect(await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toEqual({
    ok: false,
    reason: 'busy-try-again',
  });
  await until('the link is cut', () => !lead.socket.connected);
  expect(lead.bye).toBeNull();
  expect(await lead.hello()).toMatchObject({ ok: true, joined: { kind: 'events' } });
  expect(await lead.do({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 })).toMatchObject({ ok: true });
});
