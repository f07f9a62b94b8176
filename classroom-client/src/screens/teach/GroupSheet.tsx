import { type AnswerGroup, type Correct, plainText, QUESTION_LIMITS, type QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './GroupSheet.module.css';
import { withUnit } from './ResultGroups.tsx';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'act'> {
  readonly round: QuestionRound;
  readonly group: AnswerGroup;
  readonly onClose: () => void;
}

/** Equal answers from near: in which classrooms, whether they count as right, and their way onto the boards, without names. */
export function GroupSheet({ view, names, round, group, act, onClose }: Props) {
  const t = useT();
  const { roundId, task, phase, shown } = round;
  const { key, label, count, right, rooms, seatIds } = group;
  // A wording that was masked reads otherwise; showing it once more changes nothing.
  const isShown = shown.some(
    (one) => one.by === 'group' && one.count === count && plainText(one.label) === plainText(label),
  );
  const correct = correctWith(task, group);
  const who = seatIds.flatMap((seatId) => {
    const classroomId = round.answers[seatId]?.classroomId ?? '';
    const seat = view.classrooms[classroomId]?.seats[seatId];
    return seat ? [speakerName(t, { view, names }, { classroomId, seatId, number: seat.number })] : [];
  });
  return (
    <Sheet title={withUnit(task, label)} place="side" onClose={onClose}>
      <ul className={css.rooms}>
        {Object.entries(rooms)
          .sort(([, a], [, b]) => b - a)
          .map(([classroomId, inRoom]) => (
            <li key={classroomId}>
              {view.classrooms[classroomId]?.name} <b>{inRoom}</b>
            </li>
          ))}
      </ul>
      {phase === 'closed' && correct !== undefined && (
        <Button wide onClick={() => act({ type: 'question.mark', roundId, correct })}>
          {t(right === true ? 'teach.callWrong' : 'teach.callRight')}
        </Button>
      )}
      <p className={css.hint}>{t('teach.groupHint')}</p>
      <Button
        size="large"
        wide
        disabled={isShown}
        onClick={() => act({ type: 'question.show-answer', roundId, item: { by: 'group', group: key } })}
      >
        {t(isShown ? 'teach.shown' : 'teach.show')}
      </Button>
      <h3 className={css.who}>{t('teach.whoWrote')}</h3>
      <p>{who.join(t('common.listComma'))}</p>
    </Sheet>
  );
}

/** The right answer once this group is counted as right, or no longer; undefined where that cannot be. */
function correctWith(task: QuestionRound['task'], { key, label, right }: AnswerGroup): Correct | undefined {
  if (task.kind === 'number') return right === true ? null : { value: Number(key), tolerance: 0 };
  if (task.kind !== 'text') return undefined;
  const others = (task.correct ?? []).filter((accepted) => plainText(accepted) !== key);
  if (right === true) return others.length > 0 ? others : null;
  const fits = [...label].length <= QUESTION_LIMITS.choice && others.length < QUESTION_LIMITS.accepted;
  return fits ? [...others, label] : undefined;
}
