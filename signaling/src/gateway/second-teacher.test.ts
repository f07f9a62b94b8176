import type { Command } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

let clock: FakeClock;
let store: MemoryEventStore;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  store = new MemoryEventStore();
  classroom = await TestClassroom.start({ clock, store });
});
afterEach(() => classroom.close());

const GIVE: Command = { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: null };
const as = (session: string) =>
  classroom.screen({ as: 'second', lessonId: classroom.lessonId }, `${session}-session-token`);

/** The timetable names these and no others. */
async function name(...seconds: readonly string[]) {
  const { lessons } = classroom.catalogue;
  const lesson = lessons.get(classroom.lessonId);
  if (lesson) lessons.set(classroom.lessonId, { ...lesson, seconds });
  classroom.side.lessonChanged(classroom.lessonId);
  await until('the lesson knows', () => Object.keys(classroom.room.state.seconds).join() === seconds.join());
}

test('[LD6] [AC1] a named teacher of the school comes in; a colleague who was not named, another school and the lead teacher do not', async () => {
  await classroom.live('r1', 'r2');
  const second = await classroom.second();
  expect(second.view).toMatchObject({ phase: 'live', hands: [] });
  expect(second.view?.classrooms.r1).toMatchObject({ seats: {}, ticket: '' });
  for (const session of ['colleague', 'other', 'teacher']) {
    expect(await as(session).hello()).toMatchObject({ ok: false, reason: 'not-allowed' });
  }
  expect(await as('nobody').hello()).toMatchObject({ reason: 'not-signed-in' });
  expect(await second.do(GIVE)).toMatchObject({ reason: 'not-allowed' });
  expect(await second.do({ type: 'lead.hand', to: 'second' })).toMatchObject({ reason: 'not-allowed' });
});

test('[LD6] [LD7] the lead teacher is gone: the second one leads before the assistants, over a lost link and a restart', async () => {
  const { lead } = await classroom.live('r1', 'r2');
  const phone = await classroom.phone('r1');
  const second = await classroom.second();
  lead.cut();
  await until('the lead teacher is gone', () => !classroom.room.state.leadOnline);
  clock.advance(10_000);
  await until('the teacher is missed', () => second.view?.leadMissed === true);
  expect(await phone.do({ type: 'lead.take' })).toMatchObject({ reason: 'lead/second-first' });
  expect(await second.do({ type: 'lead.take' })).toMatchObject({ ok: true });
  expect(await second.do(GIVE)).toMatchObject({ ok: true });
  await until('every screen knows', () => phone.view?.acting?.by === 'second');
  second.cut();
  await until('the teacher is away', () => typeof classroom.room.state.acting?.awaySince === 'number');
  clock.advance(9_000);
  await second.hello();
  await until('the teacher is back', () => classroom.room.state.acting?.awaySince === null);

  const after = await TestClassroom.start({ clock, store });
  try {
    const again = await after.second();
    clock.advance(15_000);
    expect(again.view?.acting).toEqual({ by: 'second', awaySince: null });
    const back = await after.lead();
    expect(await back.do({ type: 'lead.take-back' })).toMatchObject({ ok: true });
    expect(await again.do(GIVE)).toMatchObject({ reason: 'not-allowed' });
  } finally {
    await after.close();
  }
});

test('[LD6] who is taken off the list is out at once, hears nothing more, and leads no longer', async () => {
  const { lead } = await classroom.live('r1', 'r2');
  const second = await classroom.second();
  await lead.do({ type: 'lead.hand', to: 'second' });
  await until('the second one leads', () => second.view?.acting?.by === 'second');
  let reason: string | null = null;
  second.socket.on('bye', (bye) => {
    reason = bye.reason;
  });
  const closed = () => classroom.sfu.asked.filter(({ type }) => type === 'peer.close').length;
  const before = closed();
  await name();
  await until('the second one is out', () => reason === 'not-allowed');
  expect(lead.view?.acting).toBeNull();
  await until('the media is closed', () => closed() === before + 1);
  expect(await as('second').hello()).toMatchObject({ reason: 'not-allowed' });
  await name('colleague');
  expect(await as('colleague').hello()).toMatchObject({ ok: true });
});

test('[LD6] [FL8] a second teacher joins the media to receive, and is told who speaks', async () => {
  const { boards } = await classroom.live('r1', 'r2');
  const second = await classroom.second();
  const [board] = boards;
  expect(
    await second.ask('media', { type: 'media.produce', source: 'microphone', transportId: 't', rtpParameters: {} }),
  ).toMatchObject({
    ok: false,
  });
  expect(await second.ask('media', { type: 'media.health', peerId: 'r1' })).toMatchObject({
    reason: 'media/not-for-you',
  });
  expect(await board?.ask('media', { type: 'media.health', peerId: 'second' })).toMatchObject({ ok: false });
});
