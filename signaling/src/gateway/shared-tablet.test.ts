import { type Command, LATE_GRACE_MS, UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

const QUESTION: Command = { ...UNPREPARED, task: { kind: 'text', correct: null }, prompt: '省会？', seconds: 60 };
const text = (said: string) => ({ kind: 'text' as const, text: said });

let clock: FakeClock;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

const roundId = () => classroom.room.state.round?.roundId ?? '';

/** A tablet of r1 that is handed round. */
async function handedRound(board: FakeScreen, deviceKey = newDeviceKey()): Promise<FakeScreen> {
  const tablet = await classroom.guest('r1', deviceKey);
  expect(await tablet.do({ type: 'tablet.share', tabletId: 't1' })).toMatchObject({ ok: true });
  await until('the board sees who asks', () => board.view?.classrooms.r1?.tablets.t1?.allowed === false);
  expect(await board.do({ type: 'tablet.allow', tabletId: 't1' })).toMatchObject({ ok: true });
  await until('it is handed round', () => tablet.viewer?.role === 'shared');
  return tablet;
}

async function cut(screen: FakeScreen): Promise<void> {
  const { connections } = classroom;
  screen.cut();
  await until('the server knows of the cut', () => classroom.connections < connections);
}

test('[RO10] [NM1] a guest that the assistant allows goes on as a shared tablet, with the names of its own room', async () => {
  const { lead, boards } = await classroom.live('r1');
  const deviceKey = newDeviceKey();
  const tablet = await handedRound(boards[0] as FakeScreen, deviceKey);
  expect(tablet.viewer).toEqual({ role: 'shared', classroomId: 'r1', tabletId: 't1' });
  expect(tablet.names).toEqual({ 'r1-s1': '王小1', 'r1-s2': '王小2', 'r1-s3': '王小3' });
  expect(JSON.stringify(tablet.view)).not.toContain(JSON.stringify({ device: deviceKey }));
  expect(await tablet.do({ type: 'seat.claim', seatId: 'r1-s1' })).toEqual({ ok: false, reason: 'not-allowed' });

  await lead.do(QUESTION);
  await until('the question is there', () => tablet.view?.round?.kind === 'question');
  const answer: Command = { type: 'answer.give-for', roundId: roundId(), seatIds: ['r1-s2'], answer: text('兰州') };
  expect(await tablet.do(answer)).toMatchObject({ ok: true });
  const { round } = classroom.room.state;
  expect(round).toMatchObject({ answers: { 'r1-s2': { source: 'shared', answer: text('兰州') } } });
  clock.advance(250);
  await until('it knows that there is an answer, and not which', () => {
    const seen = tablet.view?.round;
    return seen?.kind === 'question' && seen.answers['r1-s2']?.answer === null;
  });
});

test('[RO10] [RS8] it comes back as what it is, by its ticket or its key, and goes on as a guest when it is taken back', async () => {
  const { boards } = await classroom.live('r1');
  const board = boards[0] as FakeScreen;
  const deviceKey = newDeviceKey();
  const tablet = await handedRound(board, deviceKey);
  const online = () => classroom.room.state.classrooms.r1?.tablets.t1?.online;
  await cut(tablet);
  await until('it is seen to go', () => online() === false);
  expect(await tablet.hello()).toMatchObject({ ok: true, joined: { kind: 'events', viewer: { role: 'shared' } } });
  await until('it is seen to come', () => online() === true);
  await cut(tablet);
  tablet.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
  expect(await tablet.hello({ again: false })).toMatchObject({ ok: true, joined: { kind: 'snapshot' } });
  expect(tablet.viewer?.role).toBe('shared');
  await board.do({ type: 'tablet.deny', tabletId: 't1' });
  await until('it is a guest', () => tablet.viewer?.role === 'guest');
  expect(await tablet.do({ type: 'seat.claim', seatId: 'r1-s1' })).toMatchObject({ ok: true });
  await until('it is a pupil', () => tablet.viewer?.role === 'pupil');
});

test('[QZ14] boards get what the lead teacher shows without names and bad words; the log keeps what was written', async () => {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const pupil = await classroom.pupil('r1-s1');
  await lead.do(QUESTION);
  const said = '王小2是傻逼';
  expect(await pupil.do({ type: 'answer.give', roundId: roundId(), answer: text(said) })).toMatchObject({ ok: true });
  await lead.do({ type: 'round.close', roundId: roundId() });
  clock.advance(LATE_GRACE_MS);
  await until('it is closed', () => lead.view?.round?.kind === 'question' && lead.view.round.phase === 'closed');
  const show = { type: 'question.show-answer', roundId: roundId(), item: { by: 'seat', seatId: 'r1-s1' } } as const;
  expect(await lead.do(show)).toMatchObject({ ok: true });
  // Whatever was held for the screens goes out.
  clock.advance(1_000);
  await until('it is on the boards', () =>
    boards.every(({ view }) => view?.round?.kind === 'question' && view.round.shown.length === 1),
  );
  for (const { view } of boards) {
    expect(view?.round).toMatchObject({ shown: [{ answer: text('＊＊是**') }] });
    expect(JSON.stringify(view)).not.toContain('傻逼');
    expect(JSON.stringify(view)).not.toContain('王小2');
  }
  const kept = await classroom.store.since('l1', 0);
  expect(kept.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ type: 'answer.given', answer: text(said) }),
  );
  clock.advance(1_000);
  await until('the teacher has the words', () => {
    const { round } = lead.view ?? {};
    return round?.kind === 'question' && JSON.stringify(round.answers).includes(said);
  });
});

test('[AC6] an allowance is the seat’s: a tablet that comes back on another connection has no more than before', async () => {
  const { boards } = await classroom.live('r1');
  const deviceKey = newDeviceKey();
  const pupil = await classroom.pupil('r1-s1', deviceKey);
  pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
  const shared = await handedRound(boards[0] as FakeScreen);
  for (const tablet of [pupil, shared]) {
    const tooMany = async () => {
      const asked = Array.from({ length: 45 }, () => tablet.ask<{ reason: string }>('nothing', {}));
      return (await Promise.all(asked)).filter(({ reason }) => reason === 'too-many-requests').length;
    };
    expect(await tooMany()).toBeGreaterThanOrEqual(5);
    await cut(tablet);
    expect(await tablet.hello()).toMatchObject({ ok: true });
    expect(await tooMany()).toBe(45);
    clock.advance(1_000);
    expect(await tooMany()).toBe(35);
  }
});
