import type { NOTES } from './notes.ts';

/** A note and the instant at which it began, epoch ms. */
export type Sung = readonly [at: number, note: number];

/** Chromium's way to the samples of a track, outside the standard for voices. */
declare class MediaStreamTrackProcessor {
  constructor(init: { readonly track: MediaStreamTrack });
  readonly readable: ReadableStream;
}

declare global {
  interface Window {
    tongkeSung: Sung[];
  }
}

/**
 * Runs inside a page: from now on writes down when each note begins, in the voice that the page's loudspeaker plays or, with `own`, in what its
 * microphone captures. Mouth and ear hear by the same means, so that what it takes to know a note cancels out. A worker listens: the page's own thread
 * may be busy.
 */
export function openEar({ own, notes }: { own: boolean; notes: typeof NOTES }): void {
  const source = `
    const { count, lowest, apart } = ${JSON.stringify(notes)};
    let [last, maybe, since, agree, turn] = [-1, -1, 0, 0, 0];
    const noteIn = (samples, rate) => {
      const all = samples.reduce((sum, sample) => sum + sample * sample, 0);
      let best = -1, most = 0;
      for (let note = 0; note < count; note += 1) {
        const angle = (2 * Math.PI * (lowest + apart * note)) / rate;
        let re = 0, im = 0;
        samples.forEach((sample, n) => { re += sample * Math.cos(angle * n); im += sample * Math.sin(angle * n); });
        const power = (2 * (re * re + im * im)) / samples.length;
        if (power > most) { most = power; best = note; }
      }
      return all < 1e-4 || most < 0.4 * all ? -1 : best;
    };
    onmessage = async ({ data: readable }) => {
      const mine = (turn += 1);
      const reader = readable.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || mine !== turn) { value?.close(); return void reader.cancel(); }
        const at = performance.timeOrigin + performance.now();
        const samples = new Float32Array(value.numberOfFrames);
        value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
        const note = noteIn(samples, value.sampleRate);
        value.close();
        if (note !== maybe) [maybe, since, agree] = [note, at, 0];
        agree += 1;
        // It counts from the first of two pieces of 10 ms that agree.
        if (agree !== 2 || note === -1 || note === last) continue;
        last = note;
        postMessage([since, note]);
      }
    };`;
  window.tongkeSung = [];
  const listener = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  listener.onmessage = ({ data }: MessageEvent<Sung>) => window.tongkeSung.push(data);
  const played = () =>
    [...document.querySelectorAll('audio')]
      .filter(({ paused, muted, srcObject }) => !paused && !muted && srcObject instanceof MediaStream)
      .flatMap(({ srcObject }) => (srcObject as MediaStream).getAudioTracks());
  let hears: MediaStreamTrack | undefined;
  const turn = () => {
    const tracks = own ? window.tongkeProbe.captured.filter(({ kind }) => kind === 'audio') : played();
    const track = tracks.filter(({ readyState }) => readyState === 'live').at(-1);
    if (!track || track === hears) return;
    hears = track;
    const { readable } = new MediaStreamTrackProcessor({ track });
    listener.postMessage(readable, [readable]);
  };
  turn();
  setInterval(turn, 20);
}
