import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onWake, type Wake } from './wake.ts';

let network: EventTarget & { type?: string };
let visibility: DocumentVisibilityState = 'visible';
const heard: Wake[] = [];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  heard.length = 0;
  visibility = 'visible';
  network = Object.assign(new EventTarget(), { type: 'wifi' });
  Object.defineProperty(navigator, 'connection', { configurable: true, value: network });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  stop = onWake((wake) => heard.push(wake));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const show = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

test('[RC5] a page that is shown again has woken; one that is hidden has not', () => {
  show('hidden');
  expect(heard).toEqual([]);
  show('visible');
  expect(heard).toEqual(['woke']);
});

test('[RC5] another network is told of, a mere estimate of the old one is not', () => {
  network.dispatchEvent(new Event('change'));
  expect(heard).toEqual([]);
  network.type = 'cellular';
  network.dispatchEvent(new Event('change'));
  dispatchEvent(new Event('online'));
  expect(heard).toEqual(['moved', 'moved']);
});

test('[RC5] a visible page whose clock jumped has slept; a slow one, or the late timers of a hidden one, have not', () => {
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual(['woke']);
  visibility = 'hidden';
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual(['woke']);
});

test('[RC5] nothing is told after the end', () => {
  stop();
  show('visible');
  network.type = 'cellular';
  network.dispatchEvent(new Event('change'));
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([]);
});
