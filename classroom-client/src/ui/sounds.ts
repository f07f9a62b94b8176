import { makeAudioContext } from '../media/make-audio-context.ts';

/** Five short tones, made in code; each is a few notes of [frequency in Hz, length in s]. */
const TONES = {
  go: [
    [523, 0.09],
    [784, 0.18],
  ],
  taken: [[660, 0.08]],
  win: [
    [523, 0.1],
    [659, 0.1],
    [784, 0.1],
    [1047, 0.28],
  ],
  turn: [
    [784, 0.14],
    [784, 0.14],
    [988, 0.24],
  ],
  lost: [
    [392, 0.18],
    [294, 0.3],
  ],
} as const;

/** Applause is none of the tones: hands, and not one like the other. */
export type Tone = keyof typeof TONES | 'applause';

const VOLUME = 0.2;

let context: AudioContext | null = null;

/** Call from a tap: browsers let a page sound only after one. */
export function unlockSound(): void {
  context ??= makeAudioContext();
  if (context?.state === 'suspended') context.resume().catch(() => {});
}

/** How long a browser that lets a page sound by itself takes to begin, at most, ms. */
const BEGIN_MS = 1_000;

/** True where tones and voices sound without a tap: a kiosk that was set up so, or a page that was tapped before. */
export async function soundsByItself(): Promise<boolean> {
  context ??= makeAudioContext();
  if (!context) return false;
  // Where a tap is wanted, the promises wait for it.
  const patience = new Promise<false>((resolve) => setTimeout(resolve, BEGIN_MS, false));
  await Promise.race([context.resume().catch(() => undefined), patience]);
  return context.state === 'running' && Promise.race([voicesPlay(context), patience]);
}

/** Some browsers let tones begin by themselves but no element, and a voice is played by one. */
async function voicesPlay(audio: AudioContext): Promise<boolean> {
  const element = document.createElement('audio');
  element.srcObject = audio.createMediaStreamDestination().stream;
  const plays = await element.play().then(
    () => true,
    () => false,
  );
  element.srcObject = null;
  return plays;
}

/** Plays a tone at the one volume; silent where no tap has unlocked sound. */
export function playTone(tone: Tone): void {
  if (context?.state !== 'running') return;
  if (tone === 'applause') {
    playApplause(context);
    return;
  }
  let at = context.currentTime + 0.01;
  for (const [frequency, seconds] of TONES[tone]) {
    playNote(context, frequency, at, seconds);
    at += seconds;
  }
}

function playNote(audio: AudioContext, frequency: number, at: number, seconds: number): void {
  const note = audio.createOscillator();
  const gain = audio.createGain();
  note.type = 'triangle';
  note.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(VOLUME, at + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  note.connect(gain).connect(audio.destination);
  note.start(at);
  note.stop(at + seconds);
}

const CLAPS = 60;
const APPLAUSE_S = 1.8;

/** Many short bursts of noise, thinner towards the end. */
function playApplause(audio: AudioContext): void {
  const { sampleRate } = audio;
  const buffer = audio.createBuffer(1, Math.ceil(APPLAUSE_S * sampleRate), sampleRate);
  const samples = buffer.getChannelData(0);
  const decay = 0.012 * sampleRate;
  for (let clap = 0; clap < CLAPS; clap += 1) {
    const from = Math.floor(Math.random() ** 1.4 * (samples.length - 6 * decay));
    const loud = VOLUME * (0.3 + 0.7 * Math.random());
    for (let at = 0; at < 6 * decay; at += 1) {
      samples[from + at] = (samples[from + at] ?? 0) + loud * (2 * Math.random() - 1) * Math.exp(-at / decay);
    }
  }
  const source = audio.createBufferSource();
  const band = audio.createBiquadFilter();
  band.type = 'bandpass';
  band.frequency.value = 1_600;
  band.Q.value = 0.7;
  source.buffer = buffer;
  source.connect(band).connect(audio.destination);
  source.start();
}
