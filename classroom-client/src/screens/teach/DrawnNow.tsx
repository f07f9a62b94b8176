import type { Draw } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './NowStrip.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import { TURN_SECONDS } from './turn-seconds.ts';

/** [FL20] Who was drawn: the turn is one tap away, and so is another draw. */
export function DrawnNow({ view, names, act, draw }: TeachProps & { readonly draw: Draw }) {
  const t = useT();
  const { classroomId, seatId, from } = draw;
  return (
    <div className={css.turn} role="status">
      <div className={css.who}>
        <b>{t('draw.drawn', { who: speakerName(t, { view, names }, draw) })}</b>
      </div>
      <Button
        look="next"
        size="small"
        onClick={() => act({ type: 'turn.give', classroomId, seatId, seconds: TURN_SECONDS })}
      >
        {t('draw.give')}
      </Button>
      <Button size="small" onClick={() => act({ type: 'name.draw', classroomId: from })}>
        {t('draw.again')}
      </Button>
      <Button look="quiet" size="small" aria-label={t('draw.away')} onClick={() => act({ type: 'draw.clear' })}>
        ✕
      </Button>
    </div>
  );
}
