import { type LessonClock, readClock } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { waited } from './clock-words.ts';

interface Props {
  readonly clock: LessonClock;
  /** The server's clock, ms. */
  readonly now: number;
}

/** [CK1] What the common clock says, in a word and in minutes and seconds; a countdown reaches 0:00 at its end and not before. */
export function ClockFace({ clock, now }: Props) {
  const t = useT();
  const { ms, over } = readClock(clock, now);
  const down = clock.seconds !== null;
  const word = over ? 'clock.over' : clock.from === null ? 'clock.rests' : down ? 'clock.down' : 'clock.up';
  return (
    <>
      <span>{t(word)}</span> <b role="timer">{waited(down ? Math.ceil(ms / 1000) * 1000 : ms)}</b>
    </>
  );
}
