import { type RefObject, useEffect, useState } from 'react';
import { BEAT_MS, BEATS, LEAD_IN } from '../../connection/timing/rhythm.ts';

/** Half of the last interval is waited for, so that a late tap on the last beat counts. */
const END = LEAD_IN + BEATS - 0.5;

/**
 * Draws the ring of every frame by the frame's own time, so that it meets the disc exactly on the beat; answers the time of beat 0 on the
 * scale of `performance.now`, or null while nothing runs.
 */
export function useBeat(ring: RefObject<HTMLElement | null>, running: boolean, onEnd: () => void): number | null {
  const [firstBeat, setFirstBeat] = useState<number | null>(null);
  useEffect(() => {
    if (!running) return setFirstBeat(null);
    let first: number | null = null;
    let frame = requestAnimationFrame(function draw(at) {
      if (first === null) {
        first = at + BEAT_MS;
        setFirstBeat(first);
      }
      const beat = (at - first) / BEAT_MS;
      if (beat > END) return onEnd();
      const left = Math.ceil(beat) - beat;
      if (ring.current) ring.current.style.transform = `scale(${1 + left})`;
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [ring, running, onEnd]);
  return firstBeat;
}
