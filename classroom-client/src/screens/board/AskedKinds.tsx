import type { Task } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { TruthTile } from '../../ui/TruthTile.tsx';
import css from './QuestionStage.module.css';

/** What can be answered, while nobody may know what is right: choices with letter, shape and colour, or how to answer. */
export function AskedKinds({ task }: { readonly task: Task }) {
  const t = useT();
  switch (task.kind) {
    case 'single':
    case 'multiple':
      return (
        <div className={css.choices}>
          {task.choices.map(({ key, text }) => (
            <ChoiceTile key={key} choice={key} text={text} className={css.choice} />
          ))}
        </div>
      );
    case 'true-false':
      return (
        <div className={css.choices}>
          <TruthTile value words={t('board.isTrue')} className={css.truth} />
          <TruthTile value={false} words={t('board.isFalse')} className={css.truth} />
        </div>
      );
    case 'order':
      return (
        <ol className={css.items}>
          {task.items.map(({ key, text }) => (
            <li key={key} className={css.item}>
              <b className={css.letter}>{key}</b>
              <span>
                <RichText text={text} />
              </span>
            </li>
          ))}
        </ol>
      );
    case 'number':
      return (
        <p className={css.how}>
          {task.unit ? t('board.onTablet_numberUnit', { unit: task.unit }) : t('board.onTablet_number')}
        </p>
      );
    case 'text':
      return <p className={css.how}>{t('board.onTablet_text')}</p>;
    case 'photo':
      return <p className={css.how}>{t('board.onTablet_photo')}</p>;
  }
}
