import type { Log } from '../log.ts';
import type { Lessons } from './lessons.ts';

const EVERY_MS = 10_000;

/** [MD5] Measures all lessons 10 s after the last measurement has ended, until the returned function is called. */
export function sampleQuality(lessons: Pick<Lessons, 'measure'>, log: Log): () => void {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const later = () => {
    timer = setTimeout(() => void sample(), EVERY_MS);
  };
  const sample = async () => {
    timer = null;
    const trouble = await lessons.measure().catch((error: unknown) => error);
    if (trouble) log.error({ err: trouble }, 'the media could not be measured');
    if (!stopped) later();
  };
  later();
  return () => {
    stopped = true;
    if (timer) clearTimeout(timer);
  };
}
