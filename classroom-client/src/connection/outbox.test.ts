import { type CommandReply, type Envelope, refuse } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { settle } from '../testing/fake-wire.ts';
import { memoryShelf } from '../testing/memory-shelf.ts';
import { createOutbox } from './outbox.ts';
import { shelfVault } from './shelf-vault.ts';
import type { KeptItem, Vault } from './vault.ts';

function fakeSender() {
  const sent: { envelope: Envelope; cancelled: boolean; answer: (reply: CommandReply) => void }[] = [];
  const sender = {
    send: (envelope: Envelope) => {
      const item = { envelope, cancelled: false, answer: (_: CommandReply) => {} };
      const reply = new Promise<CommandReply>((resolve) => {
        item.answer = resolve;
      });
      sent.push(item);
      return {
        reply,
        cancel: () => {
          item.cancelled = true;
        },
      };
    },
  };
  return { sent, sender };
}

const answer = (choice: 'A' | 'B') =>
  ({ type: 'answer.give', roundId: 'r', answer: { kind: 'single', choice } }) as const;
const memoryVault = () => shelfVault(memoryShelf());

test('an answer is sending until it is acknowledged', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryVault());
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  expect(outbox.items.getState().r).toMatchObject({ state: 'sending', command: { answer: { choice: 'A' } } });
  await settle();
  sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  expect(outbox.items.getState().r?.state).toBe('received');
});

test('[RS13] nothing is sent before it is on the device', async () => {
  const { sent, sender } = fakeSender();
  const writes: { readonly item: KeptItem; readonly committed: () => void }[] = [];
  const keep: Vault['keep'] = (item) => new Promise((committed) => writes.push({ item, committed }));
  const outbox = createOutbox(sender, { ...memoryVault(), keep });
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  await settle();
  expect(sent).toEqual([]);
  expect(outbox.items.getState().r?.state).toBe('sending');
  writes[0]?.committed();
  await settle();
  expect(sent.map(({ envelope }) => envelope.id)).toEqual([writes[0]?.item.id]);
  // Changed while it is being written: only the newer one goes out.
  outbox.put(answer('B'));
  outbox.put(answer('A'));
  for (const { committed } of writes) committed();
  await settle();
  expect(sent.slice(1).map(({ envelope }) => envelope.id)).toEqual([writes[2]?.item.id]);
});

test('[RS13] a reload sends the unacknowledged answer again, with its own id', async () => {
  const vault = memoryVault();
  const first = fakeSender();
  const before = createOutbox(first.sender, vault);
  before.attend('l', 's');
  before.put(answer('B'));
  await settle();

  const second = fakeSender();
  const after = createOutbox(second.sender, vault);
  after.attend('l', 's');
  await settle();
  expect(after.items.getState().r).toMatchObject({ state: 'sending' });
  expect(first.sent).toHaveLength(1);
  expect(second.sent.map(({ envelope }) => envelope)).toEqual(first.sent.map(({ envelope }) => envelope));
  second.sent[0]?.answer({ ok: true, version: 2 });
  await settle();

  const third = fakeSender();
  createOutbox(third.sender, vault).attend('l', 's');
  await settle();
  expect(third.sent).toHaveLength(0);
});

test('[QZ3] a changed answer replaces the one on its way, which is not retried', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryVault());
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  await settle();
  outbox.put(answer('B'));
  await settle();
  expect(sent.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  expect(outbox.items.getState().r).toMatchObject({ state: 'sending', command: { answer: { choice: 'B' } } });
});

test('what came too late says so; a second press counts as received', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryVault());
  outbox.attend('l', 's');
  outbox.put({ type: 'buzzer.press', roundId: 'b', shown: 0, pressed: 300 });
  outbox.put(answer('A'));
  await settle();
  sent[0]?.answer(refuse('buzzer/already-pressed'));
  sent[1]?.answer(refuse('round/closed'));
  await settle();
  expect(outbox.items.getState()).toMatchObject({
    b: { state: 'received' },
    r: { state: { refused: 'round/closed' } },
  });
});

test('[RS13] nothing is sent in another pupil’s name, and what was unsent waits for its own', async () => {
  const vault = memoryVault();
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, vault);
  outbox.attend('l', 'ming');
  outbox.put(answer('A'));
  await settle();
  outbox.attend('l', 'tong');
  await settle();
  expect(sent[0]?.cancelled).toBe(true);
  expect(outbox.items.getState()).toEqual({});
  outbox.attend('l', 'ming');
  await settle();
  expect(sent[1]?.envelope).toEqual(sent[0]?.envelope);
  expect(sent).toHaveLength(2);
});

test('[RS13] what another tab has put in the place of an older answer stays there when the older one is settled', async () => {
  const vault = memoryVault();
  const tabs = [fakeSender(), fakeSender()] as const;
  const outboxes = tabs.map(({ sender }) => createOutbox(sender, vault));
  for (const [index, outbox] of outboxes.entries()) {
    outbox.attend('l', 's');
    outbox.put(answer(index === 0 ? 'A' : 'B'));
    await settle();
  }
  tabs[0].sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  const { sent, sender } = fakeSender();
  createOutbox(sender, vault).attend('l', 's');
  await settle();
  expect(sent.map(({ envelope }) => envelope.command)).toEqual([answer('B')]);
});

test('[RS13] a tablet that is handed round keeps an answer for each seat', async () => {
  const vault = memoryVault();
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, vault);
  const giveFor = (...seatIds: string[]) => ({ ...answer('A'), type: 'answer.give-for' as const, seatIds });
  outbox.attend('l', 'tablet-1');
  outbox.put(giveFor('ming'));
  outbox.put(giveFor('tong'));
  outbox.put(giveFor('ming', 'lan'));
  await settle();
  sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  expect(outbox.items.getState()).toMatchObject({ 'r/ming': { state: 'received' }, 'r/tong': { state: 'sending' } });
  expect(outbox.items.getState()['r/ming+lan']?.state).toBe('sending');
  const later = fakeSender();
  createOutbox(later.sender, vault).attend('l', 'tablet-1');
  await settle();
  expect(later.sent.map(({ envelope }) => envelope.command)).toEqual([giveFor('tong'), giveFor('ming', 'lan')]);
});

test('another lesson starts empty, whatever lies on the shelf', async () => {
  const shelf = memoryShelf();
  shelf.setItem('tongke.outbox', '{"lessonId":');
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, shelfVault(shelf));
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  await settle();
  createOutbox(sender, shelfVault(shelf)).attend('next', 's');
  await settle();
  expect(sent).toHaveLength(1);
});
