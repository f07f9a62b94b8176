import type { AnswerGroup, QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './Results.module.css';

interface Props {
  readonly task: QuestionRound['task'];
  readonly groups: readonly AnswerGroup[];
  readonly others: number;
  readonly onOpen: (key: string) => void;
}

/** Equal numbers or texts with how many gave them, the right ones marked; a tap shows one from near. */
export function ResultGroups({ task, groups, others, onOpen }: Props) {
  const t = useT();
  return (
    <div className={css.groups}>
      {groups.map(({ key, label, count, right }) => (
        <button
          key={key}
          type="button"
          className={classNames(css.group, right === true && css.right)}
          onClick={() => onOpen(key)}
        >
          <span className={css.words}>{withUnit(task, label)}</span>
          {right === true && (
            <span className={css.tick}>
              ✓<span className="unseen">{t('teach.groupRight')}</span>
            </span>
          )}
          <b className={css.number}>{count}</b>
        </button>
      ))}
      {others > 0 && <p className="muted">{t('teach.groupOthers', { count: others })}</p>}
      {groups.length === 0 && <p className="muted">{t('teach.noAnswers')}</p>}
    </div>
  );
}

/** A group's wording, with the unit that was printed beside the field. */
export function withUnit(task: QuestionRound['task'], label: string): string {
  return task.kind === 'number' ? `${label} ${task.unit}`.trim() : label;
}
