import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/RichText.tsx';
import css from './Distribution.module.css';

/** So many groups are read at a glance; the rest is counted together. */
const MOST = 6;

/** Equal numbers of all rooms with how many said them, and the right answer first. Texts are seen once the teacher shows them. */
export function GroupList({ round }: { readonly round: QuestionRound }) {
  const t = useT();
  const { task, groups, others } = round;
  const unit = task.kind === 'number' ? task.unit : '';
  const right =
    task.kind === 'number' && task.correct
      ? { words: minus(String(task.correct.value)), within: task.correct.tolerance }
      : task.kind === 'text' && task.correct
        ? { words: task.correct[0] ?? '', within: 0 }
        : null;
  const rest = groups.slice(MOST).reduce((sum, { count }) => sum + count, others);
  return (
    <div className={css.distribution}>
      {right && (
        <p className={css.answer}>
          <em className={css.note}>✓ {t('board.rightAnswer')}</em>{' '}
          <b>
            <RichText text={right.words} />
            {right.within > 0 && ` ± ${right.within}`} <RichText text={unit} />
          </b>
        </p>
      )}
      <ul className={css.groups}>
        {groups.slice(0, MOST).map(({ label, count, right }) => (
          <li key={label} className={classNames(css.group, right && css.right)}>
            <b>
              {right && '✓ '}
              {minus(label)} <RichText text={unit} />
            </b>
            <span>{t('board.groupTimes', { count })}</span>
          </li>
        ))}
        {rest > 0 && <li className={css.group}>{t('board.groupOthers', { count: rest })}</li>}
      </ul>
    </div>
  );
}

function minus(number: string): string {
  return number.replace('-', '−');
}
