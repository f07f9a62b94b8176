import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/e2e-media', import.meta.url));

/** Columns of the timecode: white, 14 bits of the frame number with the lowest first, black. */
const TIMECODE_COLUMNS = 16;
const WIDTH = 640;
const HEIGHT = 360;
const FPS = 15;
const SECONDS = 20;

export interface MediaFiles {
  /** A moving picture whose top band is a binary timecode. */
  readonly video: string;
  readonly teacherVoice: string;
  readonly childVoice: string;
}

/** Makes the picture and the two spoken sentences once, with ffmpeg and espeak-ng; fails where either is missing. */
export function mediaFiles(): MediaFiles {
  mkdirSync(FOLDER, { recursive: true });
  return {
    video: made('lesson.mjpeg', makeVideo),
    teacherVoice: made('teacher.wav', (file) => speak(file, '同学们好,今天我们一起学习分数的加法。', '+m3')),
    childVoice: made('child.wav', (file) => speak(file, '老师好,二分之一加四分之一等于四分之三!', '+f4')),
  };
}

function made(name: string, make: (file: string) => void): string {
  const file = join(FOLDER, name);
  if (!existsSync(file)) {
    const half = join(FOLDER, `half-${name}`);
    make(half);
    renameSync(half, file);
  }
  return file;
}

function makeVideo(file: string): void {
  const column = `floor(X/${WIDTH / TIMECODE_COLUMNS})`;
  const bit = `mod(floor(N/pow(2,${column}-1)),2)`;
  const code = `if(eq(${column},0),235,if(eq(${column},15),16,if(${bit},235,16)))`;
  const band = `lt(Y,${HEIGHT / 6})`;
  const luma = `if(${band},${code},lum(X,Y))`;
  const chroma = (plane: string) => `if(lt(Y,${HEIGHT / 12}),128,${plane}(X,Y))`;
  const filter = `geq=lum='${luma}':cb='${chroma('cb')}':cr='${chroma('cr')}'`;
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=${WIDTH}x${HEIGHT}:rate=${FPS}:duration=${SECONDS},format=yuv420p`,
    '-vf',
    filter,
    '-pix_fmt',
    'yuvj420p',
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    '-f',
    'mjpeg',
    file,
  );
}

/** A sentence, a second of silence, in the format that Chromium's fake microphone reads; Chromium repeats it. */
function speak(file: string, sentence: string, voice: string): void {
  const raw = `${file}.raw.wav`;
  run('espeak-ng', '-v', `cmn${voice}`, '-s', '150', '-w', raw, sentence);
  ffmpeg('-i', raw, '-af', 'apad=pad_dur=1,loudnorm=I=-18', '-ar', '48000', '-ac', '1', '-f', 'wav', file);
}

function ffmpeg(...args: readonly string[]): void {
  run('ffmpeg', '-hide_banner', '-loglevel', 'error', '-y', ...args);
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}
