import { type HelloReply, PROTOCOL_VERSION, refuse, type Snapshot } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeWire, settle } from '../testing/fake-wire.ts';
import { createFixture, pupil, START } from '../testing/fixtures.ts';
import { connect } from './connect.ts';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

const CREDENTIALS = {
  as: 'tablet',
  deviceKey: 'k'.repeat(22),
  by: { kind: 'ticket', ticket: 't'.repeat(22) },
} as const;
const ADDRESSES = { join: 'http://x/s/', phone: 'https://x/assist' };

const welcome = (snapshot: Snapshot): HelloReply => ({
  ok: true,
  now: Date.now(),
  addresses: ADDRESSES,
  joined: { kind: 'snapshot', snapshot },
});

async function joined() {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  wire.up();
  const snapshot = createFixture().snapshot(pupil('c1', 1));
  wire.asked('hello')[0]?.answer(welcome(snapshot));
  await settle();
  return { wire, connection, snapshot };
}

const ENDED = { type: 'lesson.ended', at: 1 } as const;

test('[RS1] hello comes first, without anything in hand', async () => {
  const { connection, snapshot } = await joined();
  expect(connection.store.getState()).toMatchObject({ link: 'online', lesson: snapshot, addresses: ADDRESSES });
});

test('[RS1] on return it says what it holds and folds the events it missed', async () => {
  const { wire, connection, snapshot } = await joined();
  wire.cut();
  expect(connection.store.getState().link).toBe('lost');
  wire.up();
  const [hello] = wire.asked('hello');
  expect(hello?.ask).toEqual({
    protocol: PROTOCOL_VERSION,
    credentials: CREDENTIALS,
    have: { lessonId: 'lesson-1', version: 1, view: snapshot.viewKey },
  });
  const hand = { classroomId: 'c1', seatId: 's9', number: 9, reason: null, at: START };
  const events = [{ type: 'hand.raised', ...hand } as const];
  const batch = { lessonId: 'lesson-1', from: 1, events, upTo: 9, now: Date.now() };
  const { viewer, viewKey, names } = snapshot;
  hello?.answer({
    ok: true,
    now: Date.now(),
    addresses: ADDRESSES,
    joined: { kind: 'events', viewer, viewKey, batch, names },
  });
  await settle();
  expect(connection.store.getState()).toMatchObject({ link: 'online', lesson: { version: 9 } });
  expect(connection.store.getState().lesson?.view.hands).toHaveLength(1);
});

test('[RS1] events of another view, or of another lesson, ask for a snapshot', async () => {
  const { wire, snapshot } = await joined();
  wire.cut();
  wire.up();
  const batch = { lessonId: 'lesson-1', from: 1, events: [], upTo: 9, now: Date.now() };
  const other = { ...snapshot, viewKey: 'guest:c1' };
  wire.asked('hello')[0]?.answer({
    ok: true,
    now: Date.now(),
    addresses: ADDRESSES,
    joined: { kind: 'events', viewer: other.viewer, viewKey: other.viewKey, batch, names: {} },
  });
  await settle();
  expect(wire.asked('hello')[0]?.ask.have).toBeNull();
  wire.asked('hello')[0]?.answer(welcome(snapshot));
  await settle();
  wire.handlers().events({ ...batch, lessonId: 'lesson-2' });
  expect(wire.asked('hello')[0]?.ask.have).toBeNull();
});

test('[RS10] a gap between two batches changes nothing, and is healed by what the server still has', async () => {
  const { wire, connection, snapshot } = await joined();
  wire.handlers().events({ lessonId: 'lesson-1', from: 3, events: [ENDED], upTo: 4, now: START });
  expect(connection.store.getState().lesson).toMatchObject({ version: 1, view: { phase: 'live' } });
  const [hello] = wire.asked('hello');
  expect(hello?.ask.have).toEqual({ lessonId: 'lesson-1', version: 1, view: snapshot.viewKey });
  const { viewer, viewKey, names } = snapshot;
  const batch = { lessonId: 'lesson-1', from: 1, events: [ENDED], upTo: 4, now: START };
  hello?.answer({
    ok: true,
    now: START,
    addresses: ADDRESSES,
    joined: { kind: 'events', viewer, viewKey, batch, names },
  });
  await settle();
  expect(connection.store.getState().lesson).toMatchObject({ version: 4, view: { phase: 'ended' } });
});

test('[RS10] a batch that is known already changes nothing', async () => {
  const { wire, connection } = await joined();
  const before = connection.store.getState();
  wire.handlers().events({ lessonId: 'lesson-1', from: 0, events: [ENDED], upTo: 1, now: START });
  expect(connection.store.getState()).toBe(before);
});

test('what comes before the answer to hello is folded behind it', async () => {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  wire.up();
  wire.handlers().events({ lessonId: 'lesson-1', from: 1, events: [ENDED], upTo: 2, now: START });
  wire.asked('hello')[0]?.answer(welcome(createFixture().snapshot(pupil('c1', 1))));
  await settle();
  expect(connection.store.getState().lesson?.view.phase).toBe('ended');
});

test('[PG2] [PG3] a turned page that comes in short is folded like any batch, and one that leaves a gap asks the server', async () => {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  wire.up();
  // Before the hello is answered it belongs to nothing yet.
  wire.handlers().page([1, 2, 3]);
  const fixture = createFixture();
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '分数', pages: 5 });
  wire.asked('hello')[0]?.answer(welcome(fixture.snapshot(pupil('c1', 1))));
  await settle();
  expect(connection.store.getState().lesson).toMatchObject({ version: 2, view: { slide: { page: 3 } } });
  wire.handlers().page([2, 3, 4]);
  expect(connection.store.getState()).toMatchObject({
    lesson: { version: 3, view: { slide: { page: 4 } } },
    clock: { offset: 0 },
  });
  wire.handlers().page([5, 6, 1]);
  expect(wire.asked('hello')).toHaveLength(1);
  expect(connection.store.getState().lesson?.view.slide?.page).toBe(4);
});

test('a command waits for the link and is answered over the next one', async () => {
  const { wire, connection, snapshot } = await joined();
  wire.cut();
  const reply = connection.send({ type: 'hand.raise' });
  wire.up();
  expect(wire.asked('command')).toHaveLength(0);
  wire.asked('hello')[0]?.answer(welcome(snapshot));
  await settle();
  const [asked] = wire.asked('command');
  expect(asked?.ask).toMatchObject({ lessonId: 'lesson-1', command: { type: 'hand.raise' } });
  asked?.answer({ ok: true, version: 2 });
  expect(await reply).toEqual({ ok: true, version: 2 });
});

test('a refused hello closes the link with its reason; one that may pass is said again', async () => {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  wire.up();
  wire.asked('hello')[0]?.answer(refuse('busy-try-again'));
  await settle();
  expect(connection.store.getState()).toMatchObject({ link: 'connecting', reason: 'busy-try-again' });
  vi.advanceTimersByTime(2000);
  wire.asked('hello')[0]?.answer(refuse('code/wrong'));
  await settle();
  expect(connection.store.getState()).toMatchObject({ link: 'closed', reason: 'code/wrong' });
  const before = wire.connects();
  connection.retry();
  expect(wire.connects()).toBe(before + 1);
});

test('a lost link that is tried at once goes on being lost until it is found', async () => {
  const { wire, connection, snapshot } = await joined();
  wire.cut();
  const before = wire.connects();
  connection.retry();
  expect(wire.connects()).toBe(before + 1);
  expect(connection.store.getState().link).toBe('lost');
  wire.up();
  wire.asked('hello')[0]?.answer(welcome(snapshot));
  await settle();
  expect(connection.store.getState().link).toBe('online');
});

test('a refused hello takes what was said of media along: the join is asked for again', async () => {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  connection.mediaJoin.by(async () => ({ type: 'media.join', have: null }));
  wire.up();
  await settle();
  wire.asked('hello')[0]?.answer(refuse('busy-try-again'));
  wire.handlers().opened({ to: 'media', reply: refuse('not-signed-in') });
  await vi.advanceTimersByTimeAsync(2000);
  wire.asked('hello')[0]?.answer(welcome(createFixture().snapshot(pupil('c1', 1))));
  await settle();
  const joining = connection.mediaJoin.ask();
  await settle();
  expect(wire.asked('media').map(({ ask }) => ask.type)).toEqual(['media.join']);
  wire.asked('media')[0]?.answer(refuse('media/unavailable'));
  expect((await joining).reply).toEqual(refuse('media/unavailable'));
});

test('a hello without an answer is said again while the link stands', async () => {
  const wire = fakeWire();
  connect(CREDENTIALS, wire.open);
  wire.up();
  await vi.advanceTimersByTimeAsync(5000);
  expect(wire.asked('hello')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(wire.asked('hello')).toHaveLength(2);
});

test('bye closes the link with a reason, and the line stays down', async () => {
  const { wire, connection } = await joined();
  const before = wire.connects();
  wire.handlers().bye({ reason: 'taken-over' });
  vi.advanceTimersByTime(60_000);
  expect(connection.store.getState()).toMatchObject({ link: 'closed', reason: 'taken-over' });
  expect(wire.connects()).toBe(before);
});

test('the countdown’s clock is the server’s', async () => {
  const wire = fakeWire();
  const connection = connect(CREDENTIALS, wire.open);
  wire.up();
  vi.setSystemTime(START + 100);
  const reply = welcome(createFixture().snapshot(pupil('c1', 1)));
  wire.asked('hello')[0]?.answer({ ...reply, now: START + 60_050 } as HelloReply);
  await settle();
  expect(connection.serverNow()).toBe(START + 60_100);
});
