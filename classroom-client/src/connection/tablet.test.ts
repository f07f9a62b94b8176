import { type HelloReply, type Refusal, refuse, type Snapshot } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeWire, settle } from '../testing/fake-wire.ts';
import { createFixture, guest, pupil, seatIdOf } from '../testing/fixtures.ts';
import { memoryShelf } from '../testing/memory-shelf.ts';
import type { Shelf } from './storage.ts';
import { openTablet } from './tablet.ts';
import { keepLateness } from './timing/device-lateness.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fixture = createFixture();
const GUEST = fixture.snapshot(guest('c1'));
const PUPIL = fixture.snapshot(pupil('c1', 1));

function start(ticket: string | null, shelf: Shelf = memoryShelf()) {
  const wire = fakeWire();
  const tablet = openTablet(ticket, shelf, wire.open);
  const proof = () => {
    const { credentials } = wire.asked('hello')[0]?.ask ?? {};
    return credentials?.as === 'tablet' ? credentials.by : null;
  };
  const admit = async (snapshot: Snapshot) => {
    const joined = { kind: 'snapshot', snapshot } as const;
    const reply: HelloReply = { ok: true, now: Date.now(), addresses: { join: '', phone: '' }, joined };
    wire.asked('hello')[0]?.answer(reply);
    await settle();
  };
  const turnAway = async (reason: Refusal) => {
    wire.asked('hello')[0]?.answer(refuse(reason));
    await settle();
  };
  return { wire, tablet, proof, admit, turnAway, shelf };
}

test('without a ticket it asks for the code', () => {
  const { tablet, wire, proof } = start(null);
  expect(tablet.stage.getState()).toEqual({ kind: 'code', problem: null });
  tablet.join('483201');
  wire.up();
  expect(proof()).toEqual({ kind: 'code', code: '483201' });
});

test('a wrong code comes back to the field with its sentence', async () => {
  const { tablet, wire, turnAway } = start(null);
  tablet.join('000000');
  wire.up();
  await turnAway('code/wrong');
  expect(tablet.stage.getState()).toEqual({ kind: 'code', problem: 'code/wrong' });
});

test('[RO2] once it holds a seat, the device key alone brings it back', async () => {
  const { wire, tablet, proof, admit, shelf } = start('ticket-abcdefghijkl');
  wire.up();
  expect(proof()).toEqual({ kind: 'ticket', ticket: 'ticket-abcdefghijkl' });
  await admit(GUEST);
  wire.handlers().snapshot(PUPIL);
  wire.cut();
  wire.up();
  expect(proof()).toEqual({ kind: 'seat', lessonId: 'lesson-1' });

  const reloaded = start(null, shelf);
  reloaded.wire.up();
  expect(reloaded.proof()).toEqual({ kind: 'seat', lessonId: 'lesson-1' });
  expect(reloaded.tablet.memory.deviceKey).toBe(tablet.memory.deviceKey);
});

test('a seat that was released: in again with the ticket, and the next child is asked', async () => {
  const { wire, tablet, proof, admit, turnAway } = start('ticket-abcdefghijkl');
  wire.up();
  await admit(PUPIL);
  expect(tablet.memory.last()).toEqual({ seatId: seatIdOf('c1', 1), name: '李小明', lessonId: 'lesson-1' });
  wire.cut();
  wire.up();
  await turnAway('seat/none');
  wire.up();
  expect(proof()).toEqual({ kind: 'ticket', ticket: 'ticket-abcdefghijkl' });
});

test('a seat that was released, without a ticket at hand: the code screen says why', async () => {
  const before = start('ticket-abcdefghijkl');
  before.wire.up();
  await before.admit(PUPIL);
  const { tablet, wire, turnAway } = start(null, before.shelf);
  wire.up();
  await turnAway('seat/none');
  expect(tablet.stage.getState()).toEqual({ kind: 'code', problem: 'seat/none' });
});

test('换人 forgets who sat here', async () => {
  const { wire, tablet, admit } = start('ticket-abcdefghijkl');
  wire.up();
  await admit(PUPIL);
  void tablet.leave();
  wire.asked('command')[0]?.answer({ ok: true, version: 2 });
  wire.handlers().snapshot(GUEST);
  expect(tablet.memory.last()).toBeNull();
});

test('[RO6] 全部重来: the ticket is worthless, the code is asked for', async () => {
  const { wire, tablet, admit } = start('ticket-abcdefghijkl');
  wire.up();
  await admit(PUPIL);
  wire.handlers().bye({ reason: 'link/expired' });
  expect(tablet.stage.getState()).toEqual({ kind: 'code', problem: 'link/expired' });
});

test('a server that has not opened the log yet is asked again, without a closed screen', async () => {
  const { wire, tablet, admit, turnAway } = start('ticket-abcdefghijkl');
  wire.up();
  await admit(PUPIL);
  wire.cut();
  wire.up();
  await turnAway('lesson/ended');
  const stage = tablet.stage.getState();
  expect(stage.kind === 'lesson' && stage.connection.store.getState().link).toBe('lost');
  await vi.advanceTimersByTimeAsync(2000);
  await admit(PUPIL);
  expect(stage.kind === 'lesson' && stage.connection.store.getState().link).toBe('online');
});

test('[DP5] the data path is the seat’s: asked for once the seat is taken, and given up with it', async () => {
  let closed = 0;
  const channel = { readyState: 'connecting' };
  /** The tablet also calls its board, over a channel with a name, whenever that part of the page has come. */
  class FakeConnection {
    #label = '';
    createDataChannel = (label: string) => {
      this.#label = label;
      return channel;
    };
    createOffer = async () => ({ sdp: `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}` });
    close() {
      if (this.#label === '') closed++;
    }
  }
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  const { wire, tablet, admit } = start('ticket-abcdefghijkl');
  wire.up();
  await admit(GUEST);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(wire.asked('data')).toEqual([]);
  wire.handlers().snapshot(PUPIL);
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(wire.asked('data').map(({ ask }) => ask.type)).toEqual(['data.open']), {
    timeout: 30_000,
  });
  wire.handlers().snapshot(GUEST);
  wire.asked('data')[0]?.answer(refuse('busy-try-again'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([wire.asked('data').length, closed, tablet.dataPath.open]).toEqual([0, 1, false]);
  vi.unstubAllGlobals();
});
test('[TM6] a press goes out from the outbox, stamped by the page, when the key has shown its cue', async () => {
  const frames: ((at: number) => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (draw: (at: number) => void) => frames.push(draw));
  const round = createFixture();
  const roundId = round.buzzer();
  const { tablet, wire, admit } = start('ticket-ticket-ticket');
  wire.up();
  await admit(round.snapshot(pupil('c1', 1)));
  for (const draw of frames.splice(0)) draw(performance.now());
  expect(wire.said).toEqual([{ type: 'shown', roundId, at: expect.any(Number) }]);
  wire.handlers().timing({ type: 'ping', nonce: 12 });
  expect(wire.said[1]).toEqual({ type: 'pong', nonce: 12 });
  tablet.press(roundId, performance.now());
  await settle();
  const { command } = wire.asked('command')[0]?.ask ?? {};
  expect(command).toEqual({ type: 'buzzer.press', roundId, shown: expect.any(Number), pressed: expect.any(Number) });
  vi.unstubAllGlobals();
});

test('[TM10] what the test of the device found is said with every hello', async () => {
  const shelf = memoryShelf();
  keepLateness(shelf, { late: 23, at: 1 });
  const { wire, admit } = start('ticket-ticket-ticket', shelf);
  wire.up();
  await admit(PUPIL);
  expect(wire.said).toEqual([{ type: 'device', late: 23 }]);
});
