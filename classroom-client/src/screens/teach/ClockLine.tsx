import { type LessonClock, readClock } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ClockFace } from '../shared/ClockFace.tsx';
import css from './OwnPicture.module.css';
import type { TeachProps } from './teach-props.ts';

/** The common clock while there is one, with what can be done to it. */
export function ClockLine({ clock, now, act }: Pick<TeachProps, 'now' | 'act'> & { readonly clock: LessonClock }) {
  const t = useT();
  const rests = clock.from === null;
  return (
    <div className={css.microphone}>
      <p className={css.clock}>
        <ClockFace clock={clock} now={now} />
      </p>
      {!readClock(clock, now).over && (
        <Button size="small" onClick={() => act({ type: rests ? 'clock.resume' : 'clock.pause' })}>
          {t(rests ? 'clock.resume' : 'clock.pause')}
        </Button>
      )}
      <Button size="small" onClick={() => act({ type: 'clock.stop' })}>
        {t('clock.stop')}
      </Button>
    </div>
  );
}
