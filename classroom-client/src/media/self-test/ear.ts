import { makeAudioContext } from '../make-audio-context.ts';
import { TEST_NOTES } from '../test-tone.ts';

/** The loudest that was heard, in dB below full scale: of anything, and of each note of the test tone. */
export interface Loudness {
  readonly anything: number;
  readonly notes: readonly number[];
}

interface Ear {
  /** False while the browser waits for a tap: then nothing is heard, whatever the microphone does. */
  isOpen(): boolean;
  /** Listens for so long, ms. */
  listen(ms: number): Promise<Loudness>;
  close(): void;
}

const LOOK_MS = 50;

/** Listens to a microphone for the test tone; null where the browser cannot. */
export function createEar(track: MediaStreamTrack): Ear | null {
  const context = makeAudioContext();
  if (!context) return null;
  const analyser = context.createAnalyser();
  analyser.fftSize = 2_048;
  analyser.smoothingTimeConstant = 0;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  void context.resume().catch(() => undefined);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const binOf = (frequency: number) => Math.round((frequency * analyser.fftSize) / context.sampleRate);
  return {
    isOpen: () => context.state === 'running',
    async listen(ms) {
      let anything = Number.NEGATIVE_INFINITY;
      let notes = TEST_NOTES.map(() => Number.NEGATIVE_INFINITY);
      for (let left = ms; left > 0; left -= LOOK_MS) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        analyser.getFloatFrequencyData(bins);
        anything = bins.reduce((most, bin) => Math.max(most, bin), anything);
        notes = notes.map((most, nth) => Math.max(most, bins[binOf(TEST_NOTES[nth] ?? 0)] ?? most));
      }
      return { anything, notes };
    },
    close: () => void context.close().catch(() => undefined),
  };
}
