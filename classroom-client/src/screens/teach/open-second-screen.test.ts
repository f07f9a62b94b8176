import { expect, test, vi } from 'vitest';
import { type Opens, openSecondScreen } from './open-second-screen.ts';

const here = { availLeft: 0, availTop: 0, availWidth: 1366, availHeight: 728 };
const there = { availLeft: 1366, availTop: 20, availWidth: 1920, availHeight: 1060 };

function page(more: Pick<Opens, 'getScreenDetails'> = {}) {
  const open = vi.fn((..._: Parameters<Window['open']>) => ({}) as Window | null);
  return { ...more, open };
}

test('[SS2] the window opens on the other screen, where the browser tells of one', async () => {
  const two = page({ getScreenDetails: async () => ({ currentScreen: here, screens: [here, there] }) });
  expect(await openSecondScreen(two)).toBe(true);
  expect(two.open.mock.calls).toEqual([['/screen', 'tongke-screen', 'popup,left=1366,top=20,width=1920,height=1060']]);
});

test('[SS2] elsewhere, or where it is not allowed, it opens beside the console; a blocked one is told', async () => {
  const plain = 'popup,width=1280,height=720';
  const refused = page({ getScreenDetails: async () => Promise.reject(new Error('denied')) });
  const one = page({ getScreenDetails: async () => ({ currentScreen: here, screens: [here] }) });
  for (const each of [page(), refused, one]) {
    expect(await openSecondScreen(each)).toBe(true);
    expect(each.open.mock.calls[0]?.[2]).toBe(plain);
  }
  expect(await openSecondScreen({ open: () => null })).toBe(false);
});
