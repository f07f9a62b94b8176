import { classroomScore, type QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './AnswerCard.module.css';
import type { BoardProps } from './board-props.ts';

interface Props extends Pick<BoardProps, 'view' | 'room'> {
  readonly round: QuestionRound;
}

/** As many rooms as have their place beside the question; the rest are counted. */
const NAMED = 5;

/** After the reveal: how each classroom did, the own one first; rooms, never single pupils. */
export function ClassroomResults({ view, room, round }: Props) {
  const t = useT();
  const rooms = Object.values(view.classrooms)
    .map(({ classroomId, name }) => {
      const { answered = 0, right = null } = round.tally?.[classroomId] ?? {};
      return { classroomId, name, all: answered, right, score: classroomScore(view.standings[classroomId]) };
    })
    .filter(({ all }) => all > 0)
    .sort((a, b) => Number(b.classroomId === room.classroomId) - Number(a.classroomId === room.classroomId));
  return (
    <ul className={css.results}>
      {rooms.slice(0, NAMED).map(({ classroomId, name, all, right, score }) => (
        <li key={classroomId} className={classNames(css.result, classroomId === room.classroomId && css.ours)}>
          {right !== null
            ? t('board.classRight', { classroom: name, right, all })
            : t('board.classAnswered', { classroom: name, all })}
          {score !== null && <span className={css.score}> {score.toFixed(1)}</span>}
        </li>
      ))}
      {rooms.length > NAMED && <li className={css.more}>{t('board.moreRooms', { count: rooms.length - NAMED })}</li>}
      {rooms.some(({ score }) => score !== null) && <li className={css.more}>{t('board.lessonScore')}</li>}
    </ul>
  );
}
