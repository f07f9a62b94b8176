import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOTES } from './notes.ts';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/e2e-media', import.meta.url));
const NAME = 'voice-without-pauses.wav';
/** Chromium repeats the file; its scale fits in whole. */
const SECONDS = 24;

/**
 * A voice that never pauses, as Chromium's fake microphone reads it: every sample is speech, so that every made-up one counts. It runs up and
 * down a scale in steps, by which an ear knows when a step was sung. Made once, with ffmpeg.
 */
export function voiceFile(): string {
  const file = join(FOLDER, NAME);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const half = join(FOLDER, `half-${NAME}`);
  const step = `mod(floor(t/${NOTES.stepS}),${NOTES.count})`;
  const voice = `aevalsrc=exprs='0.25*sin(2*PI*t*(${NOTES.lowest}+${NOTES.apart}*mod(${step}*${NOTES.stride},${NOTES.count})))':sample_rate=48000:duration=${SECONDS}`;
  const args = ['-hide_banner', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', voice, '-ac', '1', '-f', 'wav', half];
  execFileSync('ffmpeg', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  renameSync(half, file);
  return file;
}
