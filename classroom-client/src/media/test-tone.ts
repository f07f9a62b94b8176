import { makeAudioContext } from './make-audio-context.ts';

/** The notes of the test tone, Hz. */
export const TEST_NOTES: readonly number[] = [523, 784];

/** Two short notes through one loudspeaker, so that it can be heard which one is chosen; rejects when there is none. */
export async function playTestTone(loudspeakerId: string | null): Promise<void> {
  const context = makeAudioContext();
  if (!context) throw new Error('This browser makes no sound of its own.');
  const out = context.createMediaStreamDestination();
  const element: HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> } = document.createElement('audio');
  element.srcObject = out.stream;
  if (loudspeakerId) await element.setSinkId?.(loudspeakerId);
  await context.resume();
  await element.play();
  TEST_NOTES.forEach((frequency, index) => {
    const note = context.createOscillator();
    const gain = context.createGain();
    const at = context.currentTime + 0.1 + index * 0.35;
    note.frequency.value = frequency;
    gain.gain.setValueAtTime(0.2, at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.34);
    note.connect(gain).connect(out);
    note.start(at);
    note.stop(at + 0.35);
  });
  setTimeout(() => {
    element.srcObject = null;
    void context.close();
  }, 1_200);
}
