import { classroomScore } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import css from './ScoresSheet.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'act'> {
  readonly onClose: () => void;
}

/** How each classroom stands in this lesson and by what formula, and what right answers bring. */
export function ScoresSheet({ view, act, onClose }: Props) {
  const t = useT();
  const { points, streaks } = view.scoring;
  const rooms = Object.values(view.classrooms).map(({ classroomId, name }) => ({
    classroomId,
    name,
    score: classroomScore(view.standings[classroomId]),
    questions: view.standings[classroomId]?.questions ?? 0,
    wins: view.wins[classroomId] ?? 0,
  }));
  rooms.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  const set = (change: { readonly points?: boolean; readonly streaks?: boolean }) =>
    act({ type: 'lesson.score-settings', points, streaks, ...change });
  return (
    <Sheet title={t('teach.scores')} place="side" onClose={onClose}>
      <p>{t('teach.scoreFormula')}</p>
      <div className={css.switches}>
        <Switch label={t('teach.pointsSwitch')} on={points} onChange={(on) => set({ points: on })} />
        <Switch label={t('teach.streaksSwitch')} on={streaks} onChange={(on) => set({ streaks: on })} />
      </div>
      <ol className={css.rooms}>
        {rooms.map(({ classroomId, name, score, questions, wins }) => (
          <li key={classroomId}>
            <span className={css.name}>
              <b>{name}</b>
              <span className="muted">
                {t('teach.scoreQuestions', { count: questions })}
                {wins > 0 && ` · ${t('teach.scoreWins', { count: wins })}`}
              </span>
            </span>
            <b className={css.score}>
              {score === null ? t('teach.scoreNone') : t('teach.score', { score: score.toFixed(1) })}
            </b>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
