import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import css from './RoomSheet.module.css';

interface Props {
  readonly branches: LessonState['branches'];
  readonly classroomId: string;
}

/** [BR6] What a classroom answered by itself while it was cut off, question by question; nothing where it never was. */
export function BranchRounds({ branches, classroomId }: Props) {
  const t = useT();
  const rounds = Object.values(branches).flatMap((branch) => (branch.classroomId === classroomId ? branch.rounds : []));
  if (rounds.length === 0) return null;
  return (
    <section>
      <h3 className={css.head}>{t('branch.roomTitle')}</h3>
      <ol className={css.rounds}>
        {rounds.map(({ roundId, words, tally: { answered, expected, right, counts } }) => (
          <li key={roundId}>
            <b>{words || t('branch.spoken')}</b>
            <span className="muted">
              {right === null
                ? t('branch.round', { answered, expected })
                : t('branch.roundRight', { answered, expected, right })}
              {Object.entries(counts).map(([key, count]) => ` · ${COUNTED[key] ?? key} ${count}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const COUNTED: Readonly<Record<string, string>> = { true: '✓', false: '✗' };
