import { LEAD_PEER, type PeerId } from '../../ids.ts';
import type { LessonState, Track } from '../state.ts';

/** How loud a room is played while somebody else speaks, 0 to 1: a quarter of the amplitude, 12 dB less; whoever calls out is still heard. */
export const DUCKED = 0.25;

/**
 * [AU5] How loud a sound is played on the lead teacher's laptop, 0 to 1: whoever has a turn in full, many at once too; the sound of a film that a
 * classroom shares steps back while anybody else speaks. The room of the film is heard through it anyway. Pure.
 */
export function gainOnLaptop(speaks: readonly PeerId[], { peerId, source }: Pick<Track, 'peerId' | 'source'>): number {
  return source === 'screen-sound' && speaks.some((speaker) => speaker !== peerId) ? DUCKED : 1;
}

/**
 * [AU3] How loud a voice is played on a board, 0 to 1. While the lead teacher speaks all other rooms step back; otherwise those who did not
 * begin first, the own room counted. In a chorus rooms do not step back for each other. Pure.
 */
export function voiceGain({ floor }: Pick<LessonState, 'floor'>, speaks: readonly PeerId[], peerId: PeerId): number {
  if (peerId === LEAD_PEER) return 1;
  if (speaks.includes(LEAD_PEER)) return DUCKED;
  if (floor.mode === 'chorus') return 1;
  const [first = peerId] = speaks;
  return first === peerId ? 1 : DUCKED;
}
