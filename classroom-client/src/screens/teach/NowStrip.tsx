import type { SeatRef } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useLasting } from '../shared/use-lasting.ts';
import { BuzzerNow } from './BuzzerNow.tsx';
import { DrawnNow } from './DrawnNow.tsx';
import css from './NowStrip.module.css';
import { QuestionNow } from './QuestionNow.tsx';
import { TurnNow } from './TurnNow.tsx';
import type { TeachProps } from './teach-props.ts';

/** An answer that comes sooner needs no word, in ms. */
const SOON_MS = 300;

interface Props extends TeachProps {
  readonly onBuzzer: () => void;
  readonly onQuestion: () => void;
  /** Clears a question that is over and goes on to the next. */
  readonly onNextQuestion: () => void;
  readonly onFloor: () => void;
  readonly onPraise: (seat: SeatRef) => void;
  readonly onSlides: () => void;
}

/** The lesson's heart: idle it offers what can be done; in a round it is that round; a turn stands beside either. It never changes its height, and takes no tap that was meant for the step before. */
export function NowStrip({ onBuzzer, onQuestion, onNextQuestion, onFloor, onPraise, onSlides, ...props }: Props) {
  const t = useT();
  const { view, busy, held } = props;
  const slow = useLasting(busy, SOON_MS);
  const { round } = view;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its buttons as switched off.
    <div role="group" className={css.strip} aria-label={t('teach.nowLabel')} aria-disabled={held}>
      {slow && (
        <p role="status" className={css.sending}>
          {t('common.sending')}
        </p>
      )}
      {view.floor.turns.length > 0 && <TurnNow {...props} onPraise={onPraise} />}
      {view.draw && <DrawnNow {...props} draw={view.draw} />}
      {round?.kind === 'buzzer' && <BuzzerNow {...props} round={round} />}
      {round?.kind === 'question' && <QuestionNow {...props} round={round} onNext={onNextQuestion} />}
      {!round && (
        <div className={css.actions}>
          <Button size="large" onClick={onBuzzer}>
            {t('teach.buzzer')}
          </Button>
          <Button size="large" onClick={onQuestion}>
            {t('teach.question')}
          </Button>
          <Button size="large" onClick={onFloor}>
            {t('teach.floor')}
          </Button>
          <Button size="large" onClick={onSlides}>
            {t('slides.title')}
          </Button>
        </div>
      )}
    </div>
  );
}
