import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAD_PEER } from '../../ids.ts';
import { FLOOR_MODES, type FloorMode, FREE_FLOOR } from '../floor/floor.ts';
import { TRACK_SOURCES } from '../state.ts';
import { DUCKED, gainOnLaptop, voiceGain } from './voice-gain.ts';

const on = (mode: FloorMode) => ({ floor: { ...FREE_FLOOR, mode } });
const gains = (mode: FloorMode, ...speaks: string[]) =>
  [LEAD_PEER, 'a', 'b'].map((peerId) => voiceGain(on(mode), speaks, peerId));

test('[AU3] while the lead teacher speaks every room steps back, whoever began first', () => {
  expect(gains('dialogue', 'a', LEAD_PEER)).toEqual([1, DUCKED, DUCKED]);
  expect(gains('chorus', LEAD_PEER, 'a')).toEqual([1, DUCKED, DUCKED]);
});

test('[AU3] of rooms that speak the first is played in full, also where it is the own one', () => {
  expect(gains('panel', 'b', 'a')).toEqual([1, DUCKED, 1]);
  expect(gains('panel', 'own room', 'a')).toEqual([1, DUCKED, DUCKED]);
});

test('[AU3] in a chorus no room steps back for another, and in silence none at all', () => {
  expect(gains('chorus', 'b', 'a')).toEqual([1, 1, 1]);
  expect(gains('panel')).toEqual([1, 1, 1]);
});

test('[AU3] nobody is ever silenced, and the lead teacher never steps back', () => {
  const peer = fc.constantFrom(LEAD_PEER, 'a', 'b', 'c');
  fc.assert(
    fc.property(fc.constantFrom(...FLOOR_MODES), fc.uniqueArray(peer), peer, (mode, speaks, peerId) => {
      const gain = voiceGain(on(mode), speaks, peerId);
      expect([DUCKED, 1]).toContain(gain);
      if (peerId === LEAD_PEER) expect(gain).toBe(1);
    }),
  );
});

test('[AU5] on the lead teacher’s laptop every voice is played in full, and a classroom’s film steps back for whoever else speaks', () => {
  expect(gainOnLaptop(['b'], { peerId: 'a', source: 'screen-sound' })).toBe(DUCKED);
  expect(gainOnLaptop([LEAD_PEER], { peerId: 'a', source: 'screen-sound' })).toBe(DUCKED);
  for (const speaks of [[], ['a']]) expect(gainOnLaptop(speaks, { peerId: 'a', source: 'screen-sound' })).toBe(1);
  const peer = fc.constantFrom(LEAD_PEER, 'a', 'b', 'c');
  fc.assert(
    fc.property(fc.uniqueArray(peer), peer, fc.constantFrom(...TRACK_SOURCES), (speaks, peerId, source) => {
      const gain = gainOnLaptop(speaks, { peerId, source });
      expect(gain === 1 || (source === 'screen-sound' && gain === DUCKED)).toBe(true);
    }),
  );
});
