import { makeAudioContext } from './make-audio-context.ts';

/** Calls back some ten times a second with the loudness of a microphone, 0 to 1; returns the way to stop. */
export function measureLevel(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const context = makeAudioContext();
  if (!context) return () => undefined;
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  void context.resume().catch(() => undefined);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    // Speech at arm's length peaks at about a quarter of full scale: that should nearly fill the meter.
    heard(Math.min(1, (peak / 128) * 3));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close().catch(() => undefined);
  };
}
