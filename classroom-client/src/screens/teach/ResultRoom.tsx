import type { AnswerGroup, QuestionRound } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { PhotoTray } from './PhotoTray.tsx';
import type { RoomResult } from './question-results.ts';
import { ResultBars } from './ResultBars.tsx';
import { withUnit } from './ResultGroups.tsx';
import css from './Results.module.css';
import { resultBars } from './result-bars.ts';

/** As many groups are named in a classroom's card; a tap shows the rest. */
const GROUPS = 3;

interface Props {
  readonly round: QuestionRound;
  readonly room: RoomResult;
  readonly groups: readonly AnswerGroup[];
  /** As many photos are shown without asking for them. */
  readonly photos: number;
  readonly onOpen: () => void;
}

/** How one classroom answered, beside the others; a tap shows its single answers. */
export function ResultRoom({ round, room, groups, photos, onOpen }: Props) {
  const t = useT();
  const { classroomId, name, tally } = room;
  const { task } = round;
  const own = groups.flatMap(({ key, label, right, rooms }) => {
    const count = rooms[classroomId] ?? 0;
    return count > 0 ? [{ key, label, right, count }] : [];
  });
  own.sort((a, b) => b.count - a.count);
  return (
    <div className={css.room}>
      <button type="button" className={css.open} onClick={onOpen}>
        <b className={css.name}>{name}</b>
        <span className={css.sum}>{sumWords(t, tally)}</span>
      </button>
      {tally.answered > 0 && <ResultBars small bars={resultBars(t, task, tally)} answered={tally.answered} />}
      {own.slice(0, GROUPS).map(({ key, label, right, count }) => (
        <span key={key} className={classNames(css.own, right === true && css.right)}>
          <span className={css.words}>{withUnit(task, label)}</span>
          {right === true && <span className={css.tick}>✓</span>}
          <b>{count}</b>
        </span>
      ))}
      {task.kind === 'photo' && <PhotoTray round={round} classroomId={classroomId} most={photos} />}
    </div>
  );
}

/** Right of those who answered, or how many answered. */
export function sumWords(t: Say, { answered, right }: RoomResult['tally']): string {
  if (answered === 0) return t('teach.roomNothing');
  return right === null ? t('teach.roomGiven', { count: answered }) : t('teach.roomRight', { right, all: answered });
}
