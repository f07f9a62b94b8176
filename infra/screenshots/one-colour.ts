import { execFileSync } from 'node:child_process';

/** True for a picture on which nothing is: every part of it, averaged, has the same grey but for the noise of scaling. */
export function isOneColour(file: string): boolean {
  const args = ['-hide_banner', '-loglevel', 'error', '-i', file, '-vf', 'scale=96:96:flags=area', '-pix_fmt', 'gray'];
  const grey = execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-']);
  return Math.max(...grey) - Math.min(...grey) <= 2;
}
