import type { LessonItem } from '@tongke/shared-types';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './LessonPicker.module.css';

interface Props {
  readonly lesson: LessonItem;
  /** It is not among today's: the day is said too. */
  readonly dated: boolean;
  /** The one to be taught next: its button is the jade one. */
  readonly first: boolean;
  readonly onPick: (lessonId: string) => void;
}

/** One lesson of the timetable: when, what, with whom. */
export function LessonRow({ lesson, dated, first, onPick }: Props) {
  const t = useT();
  const language = useLanguage();
  const { lessonId, title, plannedAt, lead, classrooms, second, status } = lesson;
  const when = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(dated && { month: 'numeric', day: 'numeric', weekday: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <div className={css.row}>
      <span className={css.when}>{status === 'live' ? t('teach.statusLive') : when.format(plannedAt)}</span>
      <span className={css.what}>
        <b>{title}</b>
        {second && (
          <span>
            {t('second.mark')} · {lead.name}
          </span>
        )}
        <span className="muted">{classrooms.map(({ name }) => name).join(' · ')}</span>
      </span>
      <Button look={first ? 'next' : 'plain'} onClick={() => onPick(lessonId)}>
        {status === 'live' ? t('teach.goOn') : t('teach.enter')}
      </Button>
    </div>
  );
}
