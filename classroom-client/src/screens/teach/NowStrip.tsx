import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BuzzerNow } from './BuzzerNow.tsx';
import css from './NowStrip.module.css';
import { QuestionNow } from './QuestionNow.tsx';
import { TurnNow } from './TurnNow.tsx';
import type { TeachProps } from './teach-props.ts';

/** How long a buzzer that the teacher opens with one tap stays open, in s. */
const BUZZER_SECONDS = 20;

interface Props extends TeachProps {
  readonly onQuestion: () => void;
  readonly onFloor: () => void;
}

/** The lesson's heart: idle it offers what can be done; in a round it is that round; a turn stands beside either. It never changes its height. */
export function NowStrip({ onQuestion, onFloor, ...props }: Props) {
  const t = useT();
  const { view, act } = props;
  const { round, turn } = view;
  return (
    <section className={css.strip} aria-label={t('teach.nowLabel')}>
      {turn && <TurnNow {...props} turn={turn} />}
      {round?.kind === 'buzzer' && <BuzzerNow {...props} round={round} />}
      {round?.kind === 'question' && <QuestionNow {...props} round={round} />}
      {!round && (
        <div className={css.actions}>
          <Button size="large" onClick={() => act({ type: 'buzzer.open', seconds: BUZZER_SECONDS })}>
            {t('teach.buzzer')}
          </Button>
          <Button size="large" onClick={onQuestion}>
            {t('teach.question')}
          </Button>
          <Button size="large" onClick={onFloor}>
            {t('teach.floor')}
          </Button>
        </div>
      )}
    </section>
  );
}
