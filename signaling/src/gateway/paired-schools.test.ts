import type { Command } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { must, type PairedSchools, pairedSchools } from '../testing/paired-schools.ts';
import { until } from '../testing/until.ts';

let schools: PairedSchools;
beforeEach(async () => {
  schools = await pairedSchools();
});
afterEach(() => schools.close());

/** What somebody of one school could aim at a classroom of the other. */
function aimedAt({ classroomId, seats }: PairedSchools['near']): readonly Command[] {
  const seatId = seats[0]?.seatId ?? '';
  const { room } = schools;
  return [
    { type: 'door.open', classroomId },
    { type: 'door.close', classroomId },
    { type: 'room.reset', classroomId },
    { type: 'seat.add', classroomId, name: '马小花' },
    { type: 'seat.release', seatId },
    { type: 'seat.allow', seatId, at: room.state.classrooms[classroomId]?.seats[seatId]?.request?.at ?? 0 },
    { type: 'seat.deny', seatId },
    { type: 'seat.claim', seatId },
    { type: 'seat.request', seatId },
    { type: 'hand.lower', classroomId, seatId },
    { type: 'turn.give', classroomId, seatId: null, seconds: 10 },
    { type: 'turn.end', turnId: room.state.floor.turns[0]?.turnId ?? '' },
    { type: 'handcount.set', classroomId, roundId: 'x', counts: {} },
    { type: 'word.say', word: 'call-on', seatId },
    { type: 'word.say-to', classroomId, word: 'quiet' },
    { type: 'word.acknowledge', wordId: room.state.words[0]?.wordId ?? '' },
    { type: 'lesson.end' },
    { type: 'hands.clear' },
  ];
}

/** Each is refused by the rules, and not for coming too fast. */
async function refusesAll(screen: FakeScreen, commands: readonly Command[]): Promise<void> {
  const refusals = new Map<string, string>();
  for (const command of commands) {
    const reply = await screen.do(command);
    refusals.set(command.type, reply.ok ? 'taken' : reply.reason);
    // The allowance of a connection comes back with time.
    schools.clock.advance(100);
  }
  for (const bad of ['taken', 'too-many-requests', 'malformed', 'internal'])
    expect([...refusals.values()]).not.toContain(bad);
}

test('[AC9] a paired school’s board, phone, pupil and tablet change nothing of the other school’s classroom', async () => {
  const { near, far, web } = schools;
  const lead = await schools.lead();
  await schools.board(near);
  const people = [
    await schools.board(far),
    await schools.phone(far),
    await schools.pupil(far),
    await schools.guest(far),
  ];
  const pupil = await schools.pupil(near);
  const rival = await schools.guest(near);
  await must(lead.do({ type: 'lesson.start' }));
  await must(pupil.do({ type: 'hand.raise' }));
  await must(rival.do({ type: 'seat.request', seatId: near.seats[0]?.seatId ?? '' }));
  await must(lead.do({ type: 'turn.give', classroomId: near.classroomId, seatId: null, seconds: 60 }));
  await must(lead.do({ type: 'word.say-to', classroomId: near.classroomId, word: 'quiet' }));
  const { state } = schools.room;
  const catalogue = await web.everything();
  for (const screen of people) await refusesAll(screen, aimedAt(near));
  expect(schools.room.state).toBe(state);
  expect(await web.everything()).toEqual(catalogue);
});

test('[AC9] the lead teacher leads every classroom of the lesson, and keeps the rosters and doors of none but the own class', async () => {
  const { far, web } = schools;
  const lead = await schools.lead();
  await until('the lead teacher is here', () => schools.room.state.leadOnline);
  const { state } = schools.room;
  const catalogue = await web.everything();
  const assistants = aimedAt(far).filter(({ type }) => /^(door|room|seat|handcount)\./.test(type));
  expect(assistants).toHaveLength(10);
  await refusesAll(lead, assistants);
  expect(schools.room.state).toBe(state);
  expect(await web.everything()).toEqual(catalogue);
});

test('[AC1] [AC9] nobody else’s account leads the lesson, of whichever school, pairing or role', async () => {
  const { city, village, stranger, lessonId } = schools;
  await schools.lead();
  for (const { session } of [city.admin, city.assistant, village.teacher, village.admin, stranger.teacher]) {
    const screen = schools.screen({ as: 'lead', lessonId }, session);
    expect(await screen.hello()).toEqual({ ok: false, reason: 'not-allowed' });
    const envelope = { id: 'c1', lessonId, command: { type: 'lesson.start' } };
    expect(await screen.ask('command', envelope)).toEqual({ ok: false, reason: 'not-signed-in' });
  }
  expect(schools.room.state.phase).toBe('planned');
});

test('[AC1] [AC9] devices of a classroom that the lesson does not join are in another lesson, and reach this one by no command', async () => {
  const { village, stranger, lessonId } = schools;
  await schools.lead();
  await until('the lead teacher is here', () => schools.room.state.leadOnline);
  const { state } = schools.room;
  for (const { board } of [village, stranger]) {
    const screen = schools.screen({ as: 'board', token: board.token });
    await screen.hello();
    expect(screen.view?.lessonId).not.toBe(lessonId);
    const envelope = { id: 'c1', lessonId, command: { type: 'board.ready' } };
    expect(await screen.ask('command', envelope)).toEqual({ ok: false, reason: 'other-lesson' });
  }
  expect(schools.room.state).toBe(state);
});
