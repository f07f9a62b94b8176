import type { Classroom, LessonState, Seat } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import css from './RoomSheet.module.css';

interface Props {
  readonly branches: LessonState['branches'];
  readonly room: Pick<Classroom, 'classroomId' | 'seats'>;
  readonly pupilName: (seat: Pick<Seat, 'seatId' | 'number'>) => string;
}

/** [BR6] [BR11] What a classroom answered by itself while it was cut off, question by question, and how it raced; nothing where it never was. */
export function BranchRounds({ branches, room, pupilName }: Props) {
  const t = useT();
  const own = Object.values(branches).filter(({ classroomId }) => classroomId === room.classroomId);
  const rounds = own.flatMap((branch) => branch.rounds);
  const buzzers = own.flatMap((branch) => branch.buzzers ?? []);
  if (rounds.length + buzzers.length === 0) return null;
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
        {buzzers.map(({ roundId, pressed: count, first }) => {
          const seat = first === null ? undefined : room.seats[first];
          return (
            <li key={roundId}>
              {seat ? t('branch.buzzerFirst', { count, name: pupilName(seat) }) : t('branch.buzzer', { count })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const COUNTED: Readonly<Record<string, string>> = { true: '✓', false: '✗' };
