import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/e2e-media', import.meta.url));

/** Columns of the timecode: white, 14 bits of the frame number with the lowest first, black. */
const TIMECODE_COLUMNS = 16;
const FULL = { width: 640, height: 360, fps: 15 };
const CALM = { width: 320, height: 180, fps: 5 };
const SLOW = { width: 320, height: 180, fps: 2 };
const SECONDS = 20;
const RAW = ['-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe'];

/** Each voice carries short beeps at a pitch of its own, in Hz, so that one can be told from the other wherever it is heard. */
export const BEEPS = { teacher: 4_000, child: 5_500 } as const;

export interface MediaFiles {
  /** A moving picture whose top band is a binary timecode. */
  readonly video: string;
  /** The same, smaller and with fewer pictures a second: it leaves a small machine to what is tested. Chromium plays the other kind of file with 30. */
  readonly calmVideo: string;
  /** The same with two pictures a second, where nobody measures how a picture moves. */
  readonly slowVideo: string;
  readonly teacherVoice: string;
  readonly childVoice: string;
}

/** Makes the picture and the two spoken sentences once, with ffmpeg and espeak-ng; fails where either is missing. */
export function mediaFiles(): MediaFiles {
  mkdirSync(FOLDER, { recursive: true });
  return {
    video: made('lesson.mjpeg', (file) =>
      makeVideo(file, FULL, ['-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'mjpeg']),
    ),
    calmVideo: made(`${CALM.height}p${CALM.fps}.y4m`, (file) => makeVideo(file, CALM, RAW)),
    slowVideo: made(`${SLOW.height}p${SLOW.fps}.y4m`, (file) => makeVideo(file, SLOW, RAW)),
    teacherVoice: made('teacher-beeps.wav', (file) => {
      speak(file, { sentence: '同学们好,今天我们一起学习分数的加法。', voice: '+m3', beep: BEEPS.teacher });
    }),
    childVoice: made('child-beeps.wav', (file) => {
      speak(file, { sentence: '老师好,二分之一加四分之一等于四分之三!', voice: '+f4', beep: BEEPS.child });
    }),
  };
}

function made(name: string, make: (file: string) => void): string {
  const file = join(FOLDER, name);
  if (!existsSync(file)) {
    const half = join(FOLDER, `half-${process.pid}-${name}`);
    make(half);
    renameSync(half, file);
  }
  return file;
}

function makeVideo(file: string, { width, height, fps }: typeof FULL, format: readonly string[]): void {
  const column = `floor(X/${width / TIMECODE_COLUMNS})`;
  const bit = `mod(floor(N/pow(2,${column}-1)),2)`;
  const code = `if(eq(${column},0),235,if(eq(${column},15),16,if(${bit},235,16)))`;
  const band = `lt(Y,${height / 6})`;
  const luma = `if(${band},${code},lum(X,Y))`;
  const chroma = (plane: string) => `if(lt(Y,${height / 12}),128,${plane}(X,Y))`;
  const filter = `geq=lum='${luma}':cb='${chroma('cb')}':cr='${chroma('cr')}'`;
  const source = `testsrc2=size=${width}x${height}:rate=${fps}:duration=${SECONDS},format=yuv420p`;
  ffmpeg('-f', 'lavfi', '-i', source, '-vf', filter, ...format, file);
}

interface Spoken {
  readonly sentence: string;
  readonly voice: string;
  readonly beep: number;
}

/**
 * A sentence, a second of silence, in the format that Chromium's fake microphone reads; Chromium repeats it. The beeps are short, for a
 * browser's noise suppression takes a tone that stays for noise.
 */
function speak(file: string, { sentence, voice, beep }: Spoken): void {
  const raw = `${file}.raw.wav`;
  run('espeak-ng', '-v', `cmn${voice}`, '-s', '150', '-w', raw, sentence);
  const beeps = `aevalsrc=exprs='0.1*sin(2*PI*${beep}*t)*lt(mod(t,0.5),0.15)':sample_rate=48000`;
  const spoken = '[0:a]apad=pad_dur=1,loudnorm=I=-18,aresample=48000,aformat=channel_layouts=mono[spoken]';
  const mixed = `${beeps}[beeps];${spoken};[spoken][beeps]amix=inputs=2:duration=first:normalize=0`;
  ffmpeg('-i', raw, '-filter_complex', mixed, '-ar', '48000', '-ac', '1', '-f', 'wav', file);
}

function ffmpeg(...args: readonly string[]): void {
  run('ffmpeg', '-hide_banner', '-loglevel', 'error', '-y', ...args);
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}
