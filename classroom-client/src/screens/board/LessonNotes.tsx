import { useT } from '../../i18n/use-t.ts';
import { freshPraise } from '../../lesson/fresh-praise.ts';
import { actingWords } from '../shared/acting-words.ts';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';
import { ClockBar } from './ClockBar.tsx';
import { DrawnName } from './DrawnName.tsx';
import { PraiseCard } from './PraiseCard.tsx';

/** What everybody sees below the stage, or over it: praise, a name by lot, the clock, who leads in the lead teacher's place. */
export function LessonNotes(props: BoardProps) {
  const t = useT();
  const { view, now } = props;
  const praise = freshPraise(view, now);
  const acting = actingWords(t, view);
  return (
    <>
      {praise && <PraiseCard {...props} praise={praise} />}
      {view.draw && <DrawnName {...props} draw={view.draw} />}
      {view.clock && <ClockBar clock={view.clock} now={now} />}
      {acting && (
        <p className={css.acting} role="status">
          {acting}
        </p>
      )}
    </>
  );
}
