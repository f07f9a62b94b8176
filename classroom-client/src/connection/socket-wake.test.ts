import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const beats = new Map<string, () => void>();
interface FakeSocket {
  active: boolean;
  connected: boolean;
  calls: string[];
  readonly io: { on(event: string, listener: () => void): void };
  on(): FakeSocket;
  timeout(): void;
  connect(): FakeSocket;
  disconnect(): FakeSocket;
}
const socket: FakeSocket = {
  active: true,
  connected: true,
  calls: [],
  io: { on: (event, listener) => void beats.set(event, listener) },
  on: () => socket,
  timeout: () => undefined,
  connect() {
    this.calls.push('connect');
    return this;
  },
  disconnect() {
    this.calls.push('disconnect');
    return this;
  },
};
vi.mock('socket.io-client', () => ({ io: () => socket }));

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  Object.assign(socket, { active: true, connected: true, calls: [] });
  const { openSocket } = await import('./socket.ts');
  openSocket({} as never);
  await vi.dynamicImportSettled();
  beats.get('open')?.();
});
afterEach(() => void vi.useRealTimers());

const shown = () => document.dispatchEvent(new Event('visibilitychange'));
const AGAIN = ['disconnect', 'connect'];

test('[RC5] a page that is shown again keeps a link that beats', () => {
  vi.setSystemTime(Date.now() + 60_000);
  beats.get('ping')?.();
  vi.setSystemTime(Date.now() + 2_500);
  shown();
  expect(socket.calls).toEqual([]);
});

test('[RC5] after a sleep a link without a beat is opened anew at once', () => {
  vi.setSystemTime(Date.now() + 6_000);
  shown();
  expect(socket.calls.slice(0, 2)).toEqual(AGAIN);
});

test('[RC5] a pause between tries is not waited for by whoever wakes, and a network is left at once', () => {
  socket.connected = false;
  shown();
  expect(socket.calls.slice(0, 2)).toEqual(AGAIN);
  Object.assign(socket, { connected: true, calls: [] });
  dispatchEvent(new Event('online'));
  expect(socket.calls.slice(0, 2)).toEqual(AGAIN);
});

test('[RC5] a link that was closed on purpose stays closed', () => {
  Object.assign(socket, { active: false, connected: false });
  shown();
  dispatchEvent(new Event('online'));
  expect(socket.calls).toEqual([]);
});
