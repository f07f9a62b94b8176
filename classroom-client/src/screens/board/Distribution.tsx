import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './Distribution.module.css';
import { DistributionKey } from './DistributionKey.tsx';
import { distributionOf } from './distribution-of.ts';
import { GroupList } from './GroupList.tsx';

interface Props {
  readonly round: QuestionRound;
  readonly classroomId: string;
}

/** How it was answered: the own room beside the others, with what is right; never who answered what. */
export function Distribution({ round, classroomId }: Props) {
  const t = useT();
  const { task } = round;
  if (task.kind === 'number' || task.kind === 'text') return <GroupList round={round} />;
  if (task.kind === 'photo') return null;
  const { shares, hasOwn, hasOthers } = distributionOf(round, classroomId);
  const places = task.kind === 'order';
  if (places && task.correct === null) return null;
  return (
    <div className={css.distribution}>
      <ul className={css.rows}>
        {shares.map(({ key, own, others }) => {
          const right = !places && isRightKey(task, key);
          const said = (part: typeof own) => (places ? `${Math.round(part.share * 100)}%` : String(part.count));
          return (
            <li key={key} className={classNames(css.row, right && css.right)}>
              <DistributionKey task={task} shareKey={key} right={right} />
              <span className={css.bars}>
                {hasOwn && <Bar share={own.share} words={said(own)} look="own" />}
                {hasOthers && <Bar share={others.share} words={said(others)} look="others" />}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={css.legend}>
        {places && <b>{t('board.rightPerPlace')}</b>}
        {hasOwn && <span className={css.own}>{t('board.ourRoom')}</span>}
        {hasOthers && <span className={css.others}>{t('board.otherRooms')}</span>}
      </p>
    </div>
  );
}

interface BarProps {
  readonly share: number;
  readonly words: string;
  readonly look: 'own' | 'others';
}

function Bar({ share, words, look }: BarProps) {
  return (
    <span className={classNames(css.bar, css[look])}>
      <span className={css.track}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <b>{words}</b>
    </span>
  );
}

function isRightKey(task: QuestionRound['task'], key: string): boolean {
  if (task.kind === 'single') return task.correct === key;
  if (task.kind === 'multiple') return task.correct?.some((choice) => choice === key) ?? false;
  return task.kind === 'true-false' && task.correct !== null && String(task.correct) === key;
}
