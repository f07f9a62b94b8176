import type { Measures } from '@tongke/shared-types';
import type { Captured } from '../capture.ts';
import { openInTime } from '../open-in-time.ts';
import { playTestTone } from '../test-tone.ts';
import { createEar, type Loudness } from './ear.ts';
import { hearsTone, SILENCE_DB } from './hears-tone.ts';

type Sound = Pick<Measures, 'microphone' | 'loudspeaker'>;

const QUIET_MS = 800;
/** As long as the two notes and what a loudspeaker's driver is late by, ms. */
const TONE_MS = 1_400;

/** [ST4] Plays the test tone and hears whether it comes back through the microphone, which `open` opens without echo cancellation. */
export async function trySound(open: () => Promise<Captured>, loudspeakerId: string | null): Promise<Sound> {
  const captured = await openInTime(open());
  if (!captured.ok) return { microphone: captured.problem, loudspeaker: null };
  const ear = createEar(captured.track);
  try {
    if (!ear) return { microphone: 'fine', loudspeaker: null };
    const quiet = await ear.listen(QUIET_MS);
    if (!ear.isOpen()) return { microphone: 'fine', loudspeaker: null };
    // Not awaited: a browser that wants a tap first would never begin. What is not played is not heard.
    void playTestTone(loudspeakerId).catch(() => undefined);
    return soundOf(quiet, await ear.listen(TONE_MS));
  } finally {
    ear?.close();
    captured.track.stop();
  }
}

/** What was heard before the tone and while it played. */
export function soundOf(quiet: Loudness, tone: Loudness): Sound {
  if (Math.max(quiet.anything, tone.anything) < SILENCE_DB) return { microphone: 'silent', loudspeaker: null };
  return { microphone: 'fine', loudspeaker: hearsTone(quiet, tone) ? 'fine' : 'unheard' };
}
