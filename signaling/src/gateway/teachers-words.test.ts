import { type Command, lessonEvent, viewFor } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
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

const SLOWER: Command = { type: 'word.say', word: 'slower' };
const QUIET: Command = { type: 'word.say-to', classroomId: 'r1', word: 'quiet' };

const wordTypes = (screen: FakeScreen) =>
  screen.batches.flatMap(({ types }) => types).filter((type) => type.startsWith('word.'));

/** Everybody has heard all that was said: a turn reaches every screen, behind it. */
async function heardByAll(lead: FakeScreen, screens: readonly FakeScreen[]): Promise<void> {
  await lead.do({ type: 'turn.give', classroomId: 'own', seatId: null, seconds: 60 });
  // [RS9] What follows closely is held for a moment.
  clock.advance(300);
  await until('all have heard of the turn', () =>
    screens.every(({ view }) => view?.floor.turns[0]?.classroomId === 'own'),
  );
}

test('[TW6] words go between the lead teacher and the room’s board and phones, and no other screen is told that there was one', async () => {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [board, otherBoard] = boards as [FakeScreen, FakeScreen];
  const phone = await classroom.phone('r1');
  const others = [
    otherBoard,
    await classroom.phone('r2'),
    await classroom.board('own'),
    await classroom.pupil('r1-s1'),
    await classroom.pupil('r2-s1'),
    await classroom.guest('r1'),
    await classroom.guest('r2'),
  ];
  const shared = await classroom.guest('r1');
  await shared.do({ type: 'tablet.share', tabletId: 't1' });
  await board.do({ type: 'tablet.allow', classroomId: 'r1', tabletId: 't1' });
  await until('it is handed round', () => shared.viewer?.role === 'shared');
  others.push(shared);

  await phone.do({ type: 'word.say', word: 'call-on', seatId: 'r1-s1' });
  await lead.do(QUIET);
  for (const { wordId, from } of classroom.room.state.words) {
    await (from === 'lead' ? board : lead).do({ type: 'word.acknowledge', wordId });
  }
  await heardByAll(lead, [lead, board, phone, ...others]);
  const said = ['word.said', 'word.said', 'word.seen', 'word.seen'];
  for (const screen of [lead, board, phone]) {
    expect(wordTypes(screen)).toEqual(said);
    expect(screen.view?.words).toEqual(classroom.room.state.words);
  }
  for (const screen of others) {
    expect(wordTypes(screen)).toEqual([]);
    expect(screen.view).toEqual(viewFor(screen.viewer ?? { role: 'server' }, classroom.room.state));
    expect(JSON.stringify(screen.view)).not.toContain('call-on');
  }
  const late = [await classroom.pupil('r1-s2'), await classroom.guest('r1')];
  for (const { view } of late) expect(view?.words).toEqual([]);
});

test('[TW2] a word waits through a lost link and a killed server, for as long as it would have waited anyway', async () => {
  const { lead, boards } = await classroom.live('r1');
  lead.cut();
  await until('the lead teacher is gone', () => !classroom.room.state.leadOnline);
  expect(await boards[0]?.do(SLOWER)).toMatchObject({ ok: true });
  await lead.hello();
  expect(lead.view?.words).toMatchObject([{ classroomId: 'r1', word: 'slower', state: 'waiting' }]);
  clock.advance(60_000);
  // The old server is fenced by the new one, as when it was killed.
  const second = await TestClassroom.start({ clock, store });
  try {
    const again = await second.lead();
    const board = await second.board('r1');
    expect(again.view?.words).toMatchObject([{ classroomId: 'r1', word: 'slower', state: 'waiting' }]);
    expect(board.view?.words).toEqual(again.view?.words);
    clock.advance(60_000);
    const stands = (screen: typeof board) => screen.view?.words[0]?.state;
    await until('both screens know that it was missed', () => stands(again) === 'missed' && stands(board) === 'missed');
    clock.advance(20_000);
    await until('it is gone', () => second.room.state.words.length === 0);
    await until('both screens know', () => again.view?.words.length === 0 && board.view?.words.length === 0);
  } finally {
    await second.close();
  }
});

test('[TW5] [NM1] the lead teacher reads whom to call on by name, and the log keeps the seat alone', async () => {
  const { lead, boards } = await classroom.live('r1');
  await boards[0]?.do({ type: 'word.say', word: 'call-on', seatId: 'r1-s2' });
  await until('the lead teacher has it', () => lead.view?.words.length === 1);
  const name = lead.names['r1-s2'] ?? '';
  expect(name).not.toBe('');
  const log = (await store.since('l1', 0)).map(({ event }) => lessonEvent.parse(event));
  expect(log.at(-1)).toMatchObject({ type: 'word.said', word: 'call-on', seatId: 'r1-s2', number: 2 });
  expect(JSON.stringify(log)).not.toContain(name);
});

test('[TW7] whoever says too many words at once is refused, alone, and a new connection changes nothing', async () => {
  const { lead, boards } = await classroom.live('r1');
  const phone = await classroom.phone('r1');
  for (let nth = 0; nth < 8; nth += 1) expect(await phone.do(SLOWER, `word-${nth}`)).toMatchObject({ ok: true });
  const tooMany = { ok: false, reason: 'too-many-requests' };
  const before = classroom.room.state;
  expect(await phone.do(SLOWER)).toEqual(tooMany);
  expect(classroom.room.state).toBe(before);
  // [RS4] What was said already is answered again, and everything else goes on.
  expect(await phone.do(SLOWER, 'word-7')).toMatchObject({ ok: true });
  expect(await phone.do({ type: 'hand.raise' })).toMatchObject({ ok: true });
  expect(await boards[0]?.do(SLOWER)).toMatchObject({ ok: true });
  phone.cut();
  await until('the phone is cut', () => !phone.socket.connected);
  await phone.hello();
  expect(await phone.do(SLOWER)).toEqual(tooMany);
  clock.advance(10_000);
  expect(await phone.do(SLOWER)).toMatchObject({ ok: true });
  expect(await phone.do(SLOWER)).toEqual(tooMany);

  for (let nth = 0; nth < 60; nth += 1) expect(await lead.do(QUIET)).toMatchObject({ ok: true });
  expect(await lead.do(QUIET)).toEqual(tooMany);
  expect(await lead.do({ type: 'hands.clear' })).toMatchObject({ ok: true });
});
