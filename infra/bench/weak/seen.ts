import type { PictureLook } from './picture-watch.ts';

/** A picture of which no frame came for longer than this is frozen, in ms. */
const FROZEN_MS = 500;

/** How a picture was between two instants. */
export interface Seen {
  /** Lines, the median of the looks that brought a frame; 0 where none did. */
  readonly height: number;
  readonly framesPerSecond: number;
  /** Share of the time that lay in stretches of more than half a second without a frame, 0 to 1. */
  readonly frozenShare: number;
}

/** The shape of a picture from looks at it. */
export function seenOf(looks: readonly PictureLook[], from: number, until: number): Seen {
  const came = looks.filter(([at, , frames]) => at > from && at <= until && frames > 0);
  const heights = came.map(([, height]) => height).sort((a, b) => a - b);
  const stretches = [...came.map(([at]) => at), until].map((at, n) => at - (came[n - 1]?.[0] ?? from));
  const frozen = stretches.filter((ms) => ms > FROZEN_MS).reduce((sum, ms) => sum + ms, 0);
  return {
    height: heights[heights.length >> 1] ?? 0,
    framesPerSecond: came.reduce((sum, [, , frames]) => sum + frames, 0) / ((until - from) / 1_000),
    frozenShare: frozen / (until - from),
  };
}

/** How long after `from` a picture of at least so many lines came and stayed for 2 s, in ms; null where none did. */
export function backAfter(looks: readonly PictureLook[], from: number, height: number): number | null {
  const tall = looks.filter(([at, lines]) => at >= from && lines >= height);
  const low = looks.filter(([at, lines]) => at >= from && lines > 0 && lines < height);
  const last = looks.at(-1)?.[0] ?? from;
  const found = tall.find(([at]) => at + 2_000 <= last && !low.some(([then]) => then > at && then < at + 2_000));
  return found ? found[0] - from : null;
}
