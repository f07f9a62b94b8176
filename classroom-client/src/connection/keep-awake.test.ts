import { beforeEach, expect, test, vi } from 'vitest';
import { keepAwake } from './keep-awake.ts';

const beats = new Map<string, () => void>();
let calls: string[] = [];
let state = { active: true, connected: true };
const socket = {
  get active() {
    return state.active;
  },
  get connected() {
    return state.connected;
  },
  io: { on: (event: string, listener: () => void) => beats.set(event, listener) },
  connect: () => calls.push('connect'),
  disconnect: () => calls.push('disconnect'),
};
vi.useFakeTimers();
keepAwake(socket as never);

beforeEach(() => {
  calls = [];
  state = { active: true, connected: true };
  beats.get('open')?.();
});

const shown = () => document.dispatchEvent(new Event('visibilitychange'));
const AGAIN = ['disconnect', 'connect'];

test('[RC5] a page that is shown again keeps a link that beats', () => {
  vi.setSystemTime(Date.now() + 60_000);
  beats.get('ping')?.();
  vi.setSystemTime(Date.now() + 2_500);
  shown();
  expect(calls).toEqual([]);
});

test('[RC5] after a sleep a link without a beat is opened anew at once', () => {
  vi.setSystemTime(Date.now() + 6_000);
  shown();
  expect(calls).toEqual(AGAIN);
});

test('[RC5] a pause between tries is not waited for by whoever wakes, and a network that was left is not clung to', () => {
  state.connected = false;
  shown();
  expect(calls).toEqual(AGAIN);
  state.connected = true;
  dispatchEvent(new Event('online'));
  expect(calls).toEqual([...AGAIN, ...AGAIN]);
});

test('[RC5] a link that was closed on purpose stays closed', () => {
  state = { active: false, connected: false };
  shown();
  dispatchEvent(new Event('online'));
  expect(calls).toEqual([]);
});
