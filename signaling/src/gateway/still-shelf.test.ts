import { MOST_STILLS, type RelayedStill } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { GATHER_MS, StillShelf } from './still-shelf.ts';

let clock: FakeClock;
let sent: string[][];
let shelf: StillShelf;
beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  shelf = new StillShelf(clock, (stills) => sent.push(stills.map(named)));
});

const still = (peerId: string, picture = 0): RelayedStill => ({
  peerId,
  signal: { type: 'still', jpeg: Uint8Array.of(picture) },
});
const named = ({ peerId, signal }: RelayedStill) => `${peerId} ${signal.jpeg[0]}`;

test('[FL7] pictures that come soon after each other leave together, of each room the latest', async () => {
  shelf.put(still('r1', 1));
  await clock.advance(GATHER_MS - 1);
  shelf.put(still('r2', 1));
  shelf.put(still('r1', 2));
  expect(sent).toEqual([]);
  await clock.advance(1);
  expect(sent).toEqual([['r1 2', 'r2 1']]);
  await clock.advance(10 * GATHER_MS);
  expect(sent).toHaveLength(1);
  shelf.put(still('r1', 3));
  await clock.advance(GATHER_MS);
  expect(sent.at(-1)).toEqual(['r1 3']);
});

test('no message has more than fit, and a pause follows each, in which what is urgent passes', async () => {
  const rooms = Array.from({ length: 2 * MOST_STILLS + 1 }, (_, nth) => `r${nth}`);
  for (const room of rooms) shelf.put(still(room));
  const counts = async () => {
    await clock.advance(GATHER_MS);
    return sent.map((stills) => stills.length);
  };
  expect(await counts()).toEqual([MOST_STILLS]);
  expect(await counts()).toEqual([MOST_STILLS, MOST_STILLS]);
  expect(await counts()).toEqual([MOST_STILLS, MOST_STILLS, 1]);
  expect(sent.flat()).toEqual(rooms.map((room) => `${room} 0`));
});

test('a shelf that is closed sends nothing', async () => {
  shelf.put(still('r1'));
  shelf.close();
  await clock.advance(10 * GATHER_MS);
  expect(sent).toEqual([]);
});
