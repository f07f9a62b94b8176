import type { Task } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import { RichText } from '../../ui/RichText.tsx';
import css from './Distribution.module.css';

interface Props {
  readonly task: Task;
  /** A choice, `true` or `false`, or a place of the order. */
  readonly shareKey: string;
  readonly right: boolean;
}

/** What a row of the distribution counts, with the word for the right answer. */
export function DistributionKey({ task, shareKey, right }: Props) {
  const t = useT();
  const note = right && <em className={css.note}>✓ {t('board.rightAnswer')}</em>;
  if (task.kind === 'single' || task.kind === 'multiple') {
    const choice = task.choices.find(({ key }) => key === shareKey);
    if (!choice) return null;
    return (
      <span className={css.key}>
        <span className={css.choice} style={{ background: choiceColour(choice.key) }}>
          <ChoiceMark choice={choice.key} />
        </span>
        <span className={css.words}>
          <RichText text={choice.text} /> {note}
        </span>
      </span>
    );
  }
  if (task.kind === 'true-false') {
    return (
      <span className={css.key}>
        <span className={css.choice} style={{ background: `var(--answer-${shareKey === 'true' ? 'd' : 'a'})` }}>
          {shareKey === 'true' ? '✓' : '✗'}
        </span>
        <span className={css.words}>
          {t(shareKey === 'true' ? 'board.isTrue' : 'board.isFalse')} {note}
        </span>
      </span>
    );
  }
  if (task.kind !== 'order') return null;
  const key = task.correct?.[Number(shareKey) - 1];
  return (
    <span className={css.key}>
      <b className={css.placeNumber}>{shareKey}</b>
      <span className={css.words}>
        <RichText text={task.items.find((item) => item.key === key)?.text || (key ?? '')} />
      </span>
    </span>
  );
}
