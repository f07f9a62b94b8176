import { type Credentials, UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Revoked } from '../guard/revocations.ts';
import { boardToken, newDeviceKey, phoneToken, TestClassroom } from '../testing/classroom.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
beforeEach(async () => {
  classroom = await TestClassroom.start();
});
afterEach(() => classroom.close());

/** Says hello, and does something else while the catalogue is being asked about the lesson. */
async function helloDuring(screen: FakeScreen, meanwhile: () => unknown) {
  const { catalogue } = classroom;
  const ask = catalogue.lesson.bind(catalogue);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = vi.spyOn(catalogue, 'lesson').mockImplementation(async (lessonId) => {
    await held;
    return ask(lessonId);
  });
  const reply = screen.hello();
  await until('the catalogue is asked', () => asked.mock.calls.length > 0);
  await meanwhile();
  release();
  asked.mockRestore();
  return reply;
}

/** Asks for a change, and says hello while it is on its way to the disk. */
async function helloBefore(change: () => unknown, screen: FakeScreen) {
  const { store, room } = classroom;
  const append = store.append.bind(store);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const writing = vi.spyOn(store, 'append').mockImplementationOnce(async (entries) => {
    await held;
    return append(entries);
  });
  const waiting = vi.spyOn(room, 'settled');
  const changed = change();
  await until('it is being written', () => writing.mock.calls.length > 0);
  const reply = screen.hello();
  await until('the hello waits', () => waiting.mock.calls.length > 0);
  release();
  vi.restoreAllMocks();
  await changed;
  return reply;
}

test.for<[string, Credentials, string | undefined, Revoked, string]>([
  [
    'session',
    { as: 'lead', lessonId: 'l1' },
    'teacher-session-token',
    { kind: 'session', id: 'session-1' },
    'not-signed-in',
  ],
  [
    'account',
    { as: 'lead', lessonId: 'l1' },
    'teacher-session-token',
    { kind: 'account', id: 'teacher' },
    'not-signed-in',
  ],
  ['board', { as: 'board', token: boardToken('r1') }, undefined, { kind: 'device', id: 'board-r1' }, 'board/removed'],
  ['phone', { as: 'phone', token: phoneToken('r1') }, undefined, { kind: 'device', id: 'phone-r1' }, 'phone/removed'],
])(
  '[AC7] a %s that is taken back while its hello is looked at does not come in',
  async ([, credentials, cookie, revoked, reason]) => {
    const screen = classroom.screen(credentials, cookie);
    expect(await helloDuring(screen, () => classroom.revocations.revoke(revoked))).toEqual({ ok: false, reason });
  },
);

test('[AC7] what is taken back from somebody else turns nobody away', async () => {
  const screen = classroom.screen({ as: 'board', token: boardToken('r1') });
  const other = () => classroom.revocations.revoke({ kind: 'device', id: 'board-r2' });
  expect(await helloDuring(screen, other)).toMatchObject({ ok: true });
});

test('[RO6] [RO7] a ticket or code that ends while its hello is looked at lets nobody in', async () => {
  const { boards } = await classroom.live('r1');
  await boards[0]?.do({ type: 'door.open' });
  const { ticket = '', doorCode } = classroom.room.state.classrooms.r1 ?? {};
  const tablet = (by: Extract<Credentials, { as: 'tablet' }>['by']) =>
    classroom.screen({ as: 'tablet', deviceKey: newDeviceKey(), by });
  const close = () => boards[0]?.do({ type: 'door.close' });
  const reset = () => boards[0]?.do({ type: 'room.reset' });
  expect(await helloBefore(close, tablet({ kind: 'code', code: doorCode ?? '' }))).toEqual({
    ok: false,
    reason: 'code/wrong',
  });
  expect(await helloBefore(reset, tablet({ kind: 'ticket', ticket }))).toEqual({ ok: false, reason: 'link/expired' });
});

test('[AC4] a seat that is freed while its tablet comes back is nobody’s', async () => {
  const { boards } = await classroom.live('r1');
  const deviceKey = newDeviceKey();
  const pupil = await classroom.pupil('r1-s1', deviceKey);
  pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
  pupil.cut();
  await until('the tablet is cut', () => !pupil.socket.connected);
  const free = () => boards[0]?.do({ type: 'seat.release', seatId: 'r1-s1' });
  await until('the room has settled', () => classroom.room.state.classrooms.r1?.seats['r1-s1']?.online === false);
  expect(await helloBefore(free, pupil)).toEqual({ ok: false, reason: 'seat/none' });
});

test('[RS3] nobody starts from an answer that is not on the disk yet', async () => {
  const { lead } = await classroom.live('r1');
  const pupil = await classroom.pupil('r1-s1');
  const task = { kind: 'true-false', correct: null } as const;
  await lead.do({ ...UNPREPARED, task, seconds: 60 });
  await until('the question is there', () => pupil.view?.round !== null);
  const { roundId = '' } = pupil.view?.round ?? {};
  await pupil.do({ type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } });
  const again = classroom.screen({ as: 'lead', lessonId: 'l1' }, 'teacher-session-token');
  await helloBefore(
    () => pupil.do({ type: 'answer.give', roundId, answer: { kind: 'true-false', value: false } }),
    again,
  );
  const { round } = again.view ?? {};
  expect(round?.kind === 'question' && round.answers['r1-s1']?.answer).toEqual({ kind: 'true-false', value: false });
  expect(again.version).toBe(classroom.room.version);
});
