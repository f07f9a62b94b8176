import { LAYER_BITRATES, VOICE_BITRATE } from '../ladder/bitrates.ts';
import { FINDINGS_IN_ORDER, type Finding } from './findings.ts';
import type { Measures } from './measures.ts';

/** Less carries two voices and no picture (rung E takes up to 96 kbit/s), bit/s. */
const LEAST_RATE = 110_000;
/** From here on the middle layer and a voice fit with a quarter to spare, as a rung wants it, bit/s. */
const PICTURE_RATE = (LAYER_BITRATES[1] + VOICE_BITRATE) * 1.25;
/** [WL2] From here on pictures are given up, and from here on most of them. */
const SOME_LOSS = 0.05;
const HIGH_LOSS = 0.15;
/** ITU-T G.114 for a talk: up to 150 ms one way nobody minds, beyond 400 ms it is no talk any more. Both ways, ms. */
const SOME_DELAY_MS = 300;
const LONG_DELAY_MS = 800;
/** So far off a clock on the wall of a class is wrong; the lesson itself goes by the server's, ms. */
const WRONG_CLOCK_MS = 60_000;

/** [ST1] What was measured, as findings from the worst to the best; what was not measured has none. */
export function verdictOf(measured: Measures): readonly Finding[] {
  const { camera, microphone, loudspeaker, echo, down, up, loss, roundTrip, path, clock } = measured;
  const found = new Set<Finding | null>([
    camera && `camera/${camera}`,
    microphone && `microphone/${microphone}`,
    loudspeaker && `loudspeaker/${loudspeaker}`,
    echo && `echo/${echo}`,
    down === null ? null : `down/${rated(down)}`,
    up === null ? null : `up/${rated(up)}`,
    loss === null ? null : `loss/${stepOf(loss, SOME_LOSS, HIGH_LOSS, 'high')}`,
    roundTrip === null ? null : `delay/${stepOf(roundTrip, SOME_DELAY_MS, LONG_DELAY_MS, 'long')}`,
    path && `path/${path}`,
    clock === null ? null : clock >= WRONG_CLOCK_MS ? 'clock/wrong' : 'clock/fine',
  ]);
  return FINDINGS_IN_ORDER.filter((finding) => found.has(finding));
}

function rated(rate: number): 'slow' | 'low' | 'fine' {
  if (rate < LEAST_RATE) return 'slow';
  return rate < PICTURE_RATE ? 'low' : 'fine';
}

function stepOf<T extends string>(value: number, some: number, most: number, worst: T): 'fine' | 'some' | T {
  if (value >= most) return worst;
  return value >= some ? 'some' : 'fine';
}
