import { type CommandReply, type Envelope, refuse } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { settle } from '../testing/fake-wire.ts';
import { memoryShelf } from '../testing/memory-shelf.ts';
import { createOutbox } from './outbox.ts';

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

const answer = (choice: 'A' | 'B') => ({ type: 'answer.give', roundId: 'r', choice }) as const;

test('an answer is sending until it is acknowledged', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryShelf());
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  expect(outbox.items.getState().r).toMatchObject({ state: 'sending', command: { choice: 'A' } });
  sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  expect(outbox.items.getState().r?.state).toBe('received');
});

test('a reload sends the unacknowledged answer again, with its own id', async () => {
  const shelf = memoryShelf();
  const first = fakeSender();
  const before = createOutbox(first.sender, shelf);
  before.attend('l', 's');
  before.put(answer('B'));

  const second = fakeSender();
  const after = createOutbox(second.sender, shelf);
  after.attend('l', 's');
  expect(second.sent.map(({ envelope }) => envelope)).toEqual(first.sent.map(({ envelope }) => envelope));
  second.sent[0]?.answer({ ok: true, version: 2 });
  await settle();

  const third = fakeSender();
  createOutbox(third.sender, shelf).attend('l', 's');
  expect(third.sent).toHaveLength(0);
});

test('[QZ3] a changed answer replaces the one on its way, which is not retried', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryShelf());
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  outbox.put(answer('B'));
  expect(sent.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  sent[0]?.answer({ ok: true, version: 1 });
  await settle();
  expect(outbox.items.getState().r).toMatchObject({ state: 'sending', command: { choice: 'B' } });
});

test('what came too late says so; a second press counts as received', async () => {
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, memoryShelf());
  outbox.attend('l', 's');
  outbox.put({ type: 'buzzer.press', roundId: 'b' });
  outbox.put(answer('A'));
  sent[0]?.answer(refuse('buzzer/already-pressed'));
  sent[1]?.answer(refuse('round/closed'));
  await settle();
  expect(outbox.items.getState()).toMatchObject({
    b: { state: 'received' },
    r: { state: { refused: 'round/closed' } },
  });
});

test('nothing is sent in another pupil’s name, and what was unsent waits for its own', () => {
  const shelf = memoryShelf();
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, shelf);
  outbox.attend('l', 'ming');
  outbox.put(answer('A'));
  outbox.attend('l', 'tong');
  expect(sent[0]?.cancelled).toBe(true);
  expect(outbox.items.getState()).toEqual({});
  outbox.attend('l', 'ming');
  expect(sent[1]?.envelope).toEqual(sent[0]?.envelope);
});

test('another lesson starts empty, whatever lies on the shelf', () => {
  const shelf = memoryShelf();
  shelf.setItem('tongke.outbox', '{"lessonId":');
  const { sent, sender } = fakeSender();
  const outbox = createOutbox(sender, shelf);
  outbox.attend('l', 's');
  outbox.put(answer('A'));
  createOutbox(sender, shelf).attend('next', 's');
  expect(sent).toHaveLength(1);
});
