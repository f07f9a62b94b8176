import type { Measures } from '@tongke/shared-types';
import { atMost } from '../at-most.ts';
import type { Captured } from '../capture.ts';
import { openInTime } from '../open-in-time.ts';
import { playTestTone } from '../test-tone.ts';
import { createEar } from './ear.ts';
import { hearsTone } from './hears-tone.ts';
import type { LoopedVoice } from './loop-voice.ts';

interface Means {
  /** Opens the microphone as it is in a lesson, with its echo canceller. */
  readonly open: () => Promise<Captured>;
  /** Sends it to the SFU and brings it back. */
  readonly loop: (track: MediaStreamTrack) => Promise<LoopedVoice | null>;
  readonly loudspeaker: string | null;
  /** Called once while the voice flows both ways. */
  readonly flowing: () => Promise<unknown>;
}

const LOOP_PATIENCE_MS = 5_000;
const QUIET_MS = 800;
/** The two notes, for the echo canceller to learn the room by, ms. */
const LEARN_MS = 1_400;
/** The two notes again, and the way to the SFU and back on a slow link, ms. */
const TONE_MS = 2_400;

/** [AU4] Plays the test tone and hears whether it comes back from the SFU: then others would hear themselves. Null where the way is not open. */
export async function tryEcho({ open, loop, loudspeaker, flowing }: Means): Promise<Measures['echo']> {
  const captured = await openInTime(open());
  if (!captured.ok) return null;
  const looping = loop(captured.track);
  const looped = await atMost(LOOP_PATIENCE_MS, looping);
  if (!looped) {
    captured.track.stop();
    void looping.then((late) => late?.close());
    return null;
  }
  const ear = createEar(looped.track);
  const pulled = pull(looped.track);
  try {
    if (!ear) return null;
    const quiet = await ear.listen(QUIET_MS);
    if (!ear.isOpen()) return null;
    void playTestTone(loudspeaker).catch(() => undefined);
    await ear.listen(LEARN_MS);
    void playTestTone(loudspeaker).catch(() => undefined);
    const tone = await ear.listen(TONE_MS);
    await flowing();
    return hearsTone(quiet, tone) ? 'heard' : 'fine';
  } finally {
    ear?.close();
    pulled.srcObject = null;
    looped.close();
    captured.track.stop();
  }
}

/** Chromium decodes what comes from afar for an element only; muted, it is not heard in the room. */
function pull(track: MediaStreamTrack): HTMLMediaElement {
  const element = document.createElement('audio');
  element.muted = true;
  element.srcObject = new MediaStream([track]);
  void element.play().catch(() => undefined);
  return element;
}
