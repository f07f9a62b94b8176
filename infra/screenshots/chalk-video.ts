import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const FONTS = ['Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei'].join(',');

/** Makes what a camera sees in the pictures: words in chalk, with a hand's breadth of movement. Answers the file's path. */
export function chalkVideo(folder: string, name: string, words: string, colour: string): string {
  const file = join(folder, `${name}.mjpeg`);
  const font = execFileSync('fc-match', ['-f', '%{file}', FONTS], { encoding: 'utf8' });
  const text = `drawtext=fontfile=${font}:text='${words}':fontcolor=white@0.92:fontsize=72:x=(w-tw)/2+6*sin(t):y=(h-th)/2`;
  const frame = 'drawbox=x=0:y=0:w=iw:h=ih:color=0x8a6a42:t=14';
  const source = `color=c=${colour}:size=640x360:rate=15:duration=8`;
  const args = ['-hide_banner', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', source];
  execFileSync('ffmpeg', [
    ...args,
    '-vf',
    `${text},${frame}`,
    '-pix_fmt',
    'yuvj420p',
    '-q:v',
    '3',
    '-f',
    'mjpeg',
    file,
  ]);
  return file;
}
