import type { TrackId } from '../ids.ts';
import {
  CAMERA_FRAMES,
  DATA_BITRATE,
  FILM_SOUND_BITRATE,
  LAYER_BITRATES,
  SCREEN_BITRATES,
  STILL_BITRATE,
  TEMPORAL_SHARES,
  VOICE_BITRATE,
} from './bitrates.ts';
import { hearsOneRoom } from './hears-one-room.ts';
import { isVoice, KEPT, type Kept, type Layout, type LayoutTrack } from './layout.ts';
import type { Rung } from './rungs.ts';

/** What becomes of one received track. */
export interface TrackPlan {
  readonly trackId: TrackId;
  readonly paused: boolean;
  /** The highest simulcast layer and the highest temporal layer to forward, from 0; 0 for a voice. */
  readonly spatialLayer: number;
  readonly temporalLayer: number;
  /** Frames per second of it; 0 for a voice and for what is paused. */
  readonly frames: number;
  /** 1 to 255: who gets bits first. */
  readonly priority: number;
  /** The most that it takes, in bit/s. */
  readonly bitrate: number;
}

/** So much more than of late a picture that does not run yet may take at any moment. */
const ROOM = 1.25;

interface Share {
  readonly layer: number;
  readonly temporal: 0 | 1 | 2;
}

const FULL: Share = { layer: 2, temporal: 2 };
const MIDDLE: Share = { layer: 1, temporal: 2 };
const LOW: Share = { layer: 0, temporal: 2 };
const FEW: Share = { layer: 0, temporal: 1 };
const FEWEST: Share = { layer: 0, temporal: 0 };

type Picture = Exclude<Kept, 'teacher-voice' | 'floor-voice' | 'film-sound'>;

/** A film is heard as long as it is seen. */
const SILENT_ON: readonly Rung[] = ['E', 'F'];

/** The order of giving up: further down never more than above it, further right never more than left of it. */
const PICTURES: Readonly<Record<Picture, Readonly<Record<Rung, Share | null>>>> = {
  screen: { A: FULL, B: FULL, C: LOW, D: FEWEST, E: null, F: null },
  'teacher-video': { A: FULL, B: MIDDLE, C: FEW, D: null, E: null, F: null },
  'floor-video': { A: FULL, B: MIDDLE, C: FEW, D: null, E: null, F: null },
  'room-video': { A: FULL, B: LOW, C: FEWEST, D: null, E: null, F: null },
};

/**
 * [WL1] What a rung means for each track of a layout, in the layout's order. On rung C rooms without the floor get what is left of
 * `carries` (bit/s) when all that goes before them has its share, in the layout's order. `room`: so many times what a layer takes of late is counted for it.
 * Where one room alone is heard (FL21) the bits of one count, for whichever it is.
 */
export function planOf(
  rung: Rung,
  layout: Layout,
  carries = Number.POSITIVE_INFINITY,
  room = ROOM,
): readonly TrackPlan[] {
  const heard = layout.find(({ as }) => as === 'floor-voice');
  const shares = layout.map((track) => {
    const plan = planned(rung, track, room);
    const isOther = hearsOneRoom(rung) && track.as === 'floor-voice' && track !== heard;
    return { track, plan: isOther ? { ...plan, bitrate: 0 } : plan };
  });
  const isSpare = ({ as }: LayoutTrack) => rung === 'C' && as === 'room-video';
  let left =
    carries - DATA_BITRATE - sum(shares.filter(({ track }) => !isSpare(track)).map(({ plan }) => plan.bitrate));
  return shares.map(({ track, plan }) => {
    if (!isSpare(track)) return plan;
    left -= plan.bitrate;
    return left < 0 ? paused(plan) : plan;
  });
}

/**
 * [WL2] What a rung takes at most, with answers and slides, in bit/s. Rooms without the floor count on rungs A and B. `runs`: its traffic
 * is there, so that what is seen is what it takes; and the congestion control never says much more than that fits.
 */
export function needOf(rung: Rung, layout: Layout, runs = false): number {
  const still = rung === 'D' && layout.some(({ as }) => as === 'teacher-video') ? STILL_BITRATE : 0;
  const room = runs ? 1 : ROOM;
  return DATA_BITRATE + still + sum(planOf(rung, layout, 0, room).map(({ bitrate }) => bitrate));
}

function planned(rung: Rung, track: LayoutTrack, room: number): TrackPlan {
  const { trackId, as, layers, wanted } = track;
  const priority = 255 - 40 * KEPT.indexOf(as);
  const common = { trackId, priority, spatialLayer: 0, temporalLayer: 0, frames: 0 };
  if (isVoice(as)) return { ...common, paused: rung === 'F', bitrate: rung === 'F' ? 0 : VOICE_BITRATE };
  if (as === 'film-sound') {
    const silent = SILENT_ON.includes(rung);
    return { ...common, paused: silent, bitrate: silent ? 0 : FILM_SOUND_BITRATE };
  }
  const share = PICTURES[as][rung];
  if (!share) return { ...common, paused: true, bitrate: 0 };
  const spatialLayer = Math.max(0, Math.min(share.layer, wanted, layers - 1));
  const { frames, bits } = TEMPORAL_SHARES[share.temporal];
  return {
    ...common,
    paused: false,
    spatialLayer,
    temporalLayer: share.temporal,
    frames: CAMERA_FRAMES * frames,
    bitrate: layerBitrate(track, spatialLayer, room) * (layers > 1 ? bits : 1),
  };
}

/** What a layer is seen to take, with room for a livelier picture, and no more than it may. A single layer of a camera has the middle size. */
function layerBitrate({ as, layers, bitrates = [] }: LayoutTrack, layer: number, room: number): number {
  const table = as === 'screen' ? SCREEN_BITRATES : LAYER_BITRATES;
  const most = table[layers > 1 ? layer : 1] ?? table[0];
  const seen = bitrates[layer] ?? 0;
  return seen > 0 ? Math.min(most, room * seen) : most;
}

function paused(plan: TrackPlan): TrackPlan {
  return { ...plan, paused: true, spatialLayer: 0, temporalLayer: 0, frames: 0, bitrate: 0 };
}

function sum(bitrates: readonly number[]): number {
  return bitrates.reduce((total, bitrate) => total + bitrate, 0);
}
