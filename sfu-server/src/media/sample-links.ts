import type { Log } from '../log.ts';
import type { Lessons } from './lessons.ts';

const EVERY_MS = 1_000;

/** [WL5] Looks at the links of all lessons 1 s after the last look has ended, until the returned function is called. */
export function sampleLinks(lessons: Pick<Lessons, 'sample'>, log: Log): () => void {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const later = () => {
    timer = setTimeout(() => void look(), EVERY_MS);
  };
  const look = async () => {
    timer = null;
    const trouble = await lessons.sample(performance.now()).catch((error: unknown) => error);
    if (trouble) log.error({ err: trouble }, 'the links could not be measured');
    if (!stopped) later();
  };
  later();
  return () => {
    stopped = true;
    if (timer) clearTimeout(timer);
  };
}
