import { LEAD_PEER } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { HOLD_MS, type Level } from './loudest.ts';
import { NarrowRooms } from './narrow-rooms.ts';
import type { RoomLevels } from './room-levels.ts';
import { Track } from './track.ts';

function rooms(...peerIds: readonly string[]) {
  const tracks = new Map<string, Track>();
  let say: (levels: readonly Level[]) => void = () => {};
  const listen = (listener: typeof say) => {
    say = listener;
    return () => {};
  };
  const levels = { listen } as unknown as RoomLevels;
  const narrow = new NarrowRooms(tracks, levels);
  const open = (peerId: string) => {
    const track = new Track(peerId, 'microphone', { id: peerId } as never, () => {});
    tracks.set(peerId, track);
    narrow.opened(track);
  };
  for (const peerId of peerIds) open(peerId);
  const hears = (peerId: string) => [...tracks.values()].filter((track) => track.lets(peerId)).map(({ id }) => id);
  const hear = (volumes: Readonly<Record<string, number>>) =>
    say(Object.entries(volumes).map(([trackId, volume]) => ({ trackId, volume })));
  return { narrow, tracks, open, hears, hear };
}

test('[FL21] a narrow room receives the teacher and whoever speaks, others and the teacher everybody', () => {
  const { narrow, hears, hear } = rooms(LEAD_PEER, 'a', 'b', 'c');
  narrow.set('far', true);
  narrow.set(LEAD_PEER, true);
  expect(hears('far')).toEqual([LEAD_PEER]);
  hear({ a: -30, [LEAD_PEER]: -10 });
  expect(hears('far')).toEqual([LEAD_PEER, 'a']);
  expect([hears('near'), hears(LEAD_PEER)]).toEqual([
    [LEAD_PEER, 'a', 'b', 'c'],
    [LEAD_PEER, 'a', 'b', 'c'],
  ]);
  narrow.set('far', false);
  expect(hears('far')).toEqual([LEAD_PEER, 'a', 'b', 'c']);
});

test('[FL21] who answers is heard at once when the other is silent, who interrupts after two seconds, and a pause changes nothing', () => {
  vi.useFakeTimers();
  try {
    const { narrow, hears, hear } = rooms('a', 'b');
    narrow.set('far', true);
    hear({ a: -30 });
    hear({ a: -30, b: -10 });
    expect(hears('far')).toEqual(['a']);
    vi.advanceTimersByTime(HOLD_MS);
    hear({ a: -30, b: -10 });
    expect(hears('far')).toEqual(['b']);
    hear({});
    vi.advanceTimersByTime(10 * HOLD_MS);
    hear({});
    expect(hears('far')).toEqual(['b']);
    hear({ a: -60 });
    expect(hears('far')).toEqual(['a']);
  } finally {
    vi.useRealTimers();
  }
});

test('[FL21] a single room is heard without having spoken, and again when it is left alone', () => {
  const { narrow, tracks, open, hears, hear } = rooms('a');
  narrow.set('far', true);
  expect(hears('far')).toEqual(['a']);
  open('b');
  hear({ b: -20 });
  expect(hears('far')).toEqual(['b']);
  tracks.delete('b');
  expect(hears('far')).toEqual(['a']);
});
