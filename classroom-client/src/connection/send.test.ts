import { refuse } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeWire, settle } from '../testing/fake-wire.ts';
import { createSender } from './send.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const raise = (id: string) => ({ id, lessonId: 'l', command: { type: 'hand.raise' } as const });

function start() {
  const wire = fakeWire();
  const line = wire.open({
    opening: () => new Promise(() => undefined),
    opened() {},
    up() {},
    down() {},
    events() {},
    page() {},
    snapshot() {},
    names() {},
    media() {},
    data() {},
    signal() {},
    direct() {},
    timing() {},
    bye() {},
    beat: () => [],
  });
  const sender = createSender(line);
  wire.up();
  return { wire, sender };
}

test('nothing goes out before the lesson can be spoken to', async () => {
  const { wire, sender } = start();
  const { reply } = sender.send(raise('a'));
  expect(wire.asked('command')).toHaveLength(0);
  sender.open();
  wire.asked('command')[0]?.answer({ ok: true, version: 7 });
  expect(await reply).toEqual({ ok: true, version: 7 });
});

test('[RS4] [RS11] a command without an answer is sent again with the same id, over a lost link too', async () => {
  const { wire, sender } = start();
  sender.open();
  const { reply } = sender.send(raise('a'));
  wire.asked('command')[0]?.answer(null);
  await settle();
  vi.advanceTimersByTime(1);
  expect(wire.asked('command').map(({ ask }) => ask.id)).toEqual(['a']);
  wire.cut();
  sender.pause();
  await settle();
  vi.advanceTimersByTime(10_000);
  wire.up();
  sender.open();
  expect(wire.asked('command').map(({ ask }) => ask.id)).toEqual(['a']);
  wire.asked('command')[0]?.answer({ ok: true, version: 3 });
  expect(await reply).toEqual({ ok: true, version: 3 });
  vi.advanceTimersByTime(20_000);
  expect(wire.asked('command')).toHaveLength(0);
});

test('a refusal is an answer; the patient ask again when it may pass', async () => {
  const { wire, sender } = start();
  sender.open();
  const plain = sender.send(raise('a'));
  const patient = sender.send(raise('b'), { patient: true });
  for (const asked of wire.asked('command')) asked.answer(refuse('storage-unavailable'));
  expect(await plain.reply).toEqual(refuse('storage-unavailable'));
  vi.advanceTimersByTime(1600);
  await settle();
  wire.asked('command')[0]?.answer(refuse('round/closed'));
  expect(await patient.reply).toEqual(refuse('round/closed'));
});

test('[RS13] what arrives on a link that another tab has taken over meanwhile is not given up', async () => {
  const { wire, sender } = start();
  sender.open();
  sender.send(raise('a'), { patient: true });
  wire.asked('command')[0]?.answer(refuse('not-signed-in'));
  await settle();
  sender.end('taken-over');
  vi.advanceTimersByTime(10_000);
  expect(wire.asked('command')).toHaveLength(0);
  sender.open();
  expect(wire.asked('command').map(({ ask }) => ask.id)).toEqual(['a']);
});

test('a cancelled command is not sent again', async () => {
  const { wire, sender } = start();
  const sending = sender.send(raise('a'));
  sending.cancel();
  sender.open();
  expect(wire.asked('command')).toHaveLength(0);
});

test('[RS13] a command that was cancelled and is given again with its own id is asked for once at a time', async () => {
  const { wire, sender } = start();
  sender.open();
  const first = sender.send(raise('a'), { patient: true });
  const [lost] = wire.asked('command');
  first.cancel();
  const again = sender.send(raise('a'), { patient: true });
  lost?.answer(null);
  await settle();
  vi.advanceTimersByTime(1);
  expect(wire.asked('command')).toHaveLength(1);
  first.cancel();
  wire.asked('command')[0]?.answer(null);
  await settle();
  vi.advanceTimersByTime(1);
  wire.asked('command')[0]?.answer({ ok: true, version: 2 });
  expect(await again.reply).toEqual({ ok: true, version: 2 });
});

test('a closed link refuses what is unanswered, and keeps what is patient', async () => {
  const { wire, sender } = start();
  const plain = sender.send(raise('a'));
  sender.send(raise('b'), { patient: true });
  sender.end('taken-over');
  expect(await plain.reply).toEqual(refuse('taken-over'));
  sender.open();
  expect(wire.asked('command').map(({ ask }) => ask.id)).toEqual(['b']);
});
