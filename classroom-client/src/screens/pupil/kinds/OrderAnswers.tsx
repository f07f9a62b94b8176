import type { Answer, TaskOf } from '@tongke/shared-types';
import { useT } from '../../../i18n/use-t.ts';
import { classNames } from '../../../ui/class-names.ts';
import { RichText } from '../../../ui/RichText.tsx';
import css from './Results.module.css';

interface Props {
  readonly task: TaskOf<'order'>;
  readonly own: Answer | null;
}

/** The right order, with what stood there in the own one. */
export function OrderAnswers({ task, own }: Props) {
  const t = useT();
  const mine = own?.kind === 'order' ? own.keys : [];
  const textOf = (key: string) => task.items.find((item) => item.key === key)?.text || key;
  const keys = task.correct ?? mine;
  return (
    <div className={css.orders}>
      <p className={css.label}>{t(task.correct ? 'result.rightAnswer' : 'result.yourAnswer')}</p>
      <ol>
        {keys.map((key, place) => {
          const had = mine[place];
          const right = had === key;
          return (
            <li key={key} className={classNames(css.answered, right && css.lineRight)}>
              <b className={css.place}>{place + 1}</b>
              <span className={css.item}>
                <RichText text={textOf(key)} />
                {had !== undefined && !right && (
                  <small>
                    {t('result.yourAnswer')} <RichText text={textOf(had)} />
                  </small>
                )}
              </span>
              {had !== undefined && <b>{right ? '✓' : '✗'}</b>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
