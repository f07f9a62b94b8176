import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { waited } from './clock-words.ts';
import css from './HandsQueue.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import { TURN_SECONDS } from './turn-seconds.ts';

/** Raised hands in the order in which they went up, each with its waiting time; a tap gives the turn. */
export function HandsQueue({ view, names, now, act }: TeachProps) {
  const t = useT();
  if (view.hands.length === 0) return <p className={css.none}>{t('teach.noHands')}</p>;
  return (
    <div className={css.queue}>
      <ol className={css.list} aria-label={t('teach.hands')}>
        {view.hands.map((hand) => {
          const { classroomId, seatId, at } = hand;
          return (
            <li key={`${classroomId} ${seatId ?? ''}`}>
              <button
                type="button"
                className={css.hand}
                onClick={() => act({ type: 'turn.give', classroomId, seatId, seconds: TURN_SECONDS })}
              >
                <span className={css.name}>✋ {speakerName(t, { view, names }, hand)}</span>
                <span className={css.time}>{waited(now - at)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <Button look="quiet" onClick={() => act({ type: 'hands.clear' })}>
        {t('teach.clearHands')}
      </Button>
    </div>
  );
}
