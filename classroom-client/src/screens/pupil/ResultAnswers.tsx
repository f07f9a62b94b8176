import type { Answer, Task } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { TruthTile } from '../../ui/TruthTile.tsx';
import { moreKinds } from './AnswerPad.tsx';
import css from './Round.module.css';

interface Props {
  readonly task: Task;
  readonly own: Answer | null;
  readonly showOwn: boolean;
}

/** The right answer and the own one, as the question had them. */
export function ResultAnswers({ task, own, showOwn }: Props) {
  const t = useT();
  const note = (right: boolean) => t(right ? 'result.rightAnswer' : 'result.yourAnswer');
  if (task.kind === 'single') {
    const mine = own?.kind === 'single' ? own.choice : null;
    return task.choices
      .filter(({ key }) => key === task.correct || key === mine)
      .map(({ key, text }) => (
        <ChoiceTile
          key={key}
          choice={key}
          text={text}
          state={key === task.correct ? 'right' : 'open'}
          note={<span className={css.note}>{note(key === task.correct)}</span>}
        />
      ));
  }
  if (task.kind === 'true-false') {
    const mine = own?.kind === 'true-false' ? own.value : null;
    return [true, false]
      .filter((value) => value === task.correct || value === mine)
      .map((value) => (
        <TruthTile
          key={String(value)}
          value={value}
          words={t(value ? 'pupil.isTrue' : 'pupil.isFalse')}
          state={value === task.correct ? 'right' : 'open'}
          note={note(value === task.correct)}
        />
      ));
  }
  return <LateResult task={task} own={own} showOwn={showOwn} />;
}

function LateResult(props: Props) {
  const kinds = moreKinds.use();
  return kinds && <kinds.LateAnswers {...props} />;
}
