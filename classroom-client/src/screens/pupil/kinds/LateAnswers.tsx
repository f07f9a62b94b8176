import type { Answer, Task } from '@tongke/shared-types';
import { useT } from '../../../i18n/use-t.ts';
import { BlobPicture } from '../../../ui/BlobPicture.tsx';
import { ChoiceTile } from '../../../ui/ChoiceTile.tsx';
import roundCss from '../Round.module.css';
import { AnswerLine } from './AnswerLine.tsx';
import { OrderAnswers } from './OrderAnswers.tsx';
import css from './Results.module.css';

interface Props {
  readonly task: Task;
  readonly own: Answer | null;
  /** False where only the right answer is worth saying: the own one is the same. */
  readonly showOwn: boolean;
}

/** After the reveal: the right answer and the own one, for the kinds that are more than one tap. */
export function LateAnswers({ task, own, showOwn }: Props) {
  const t = useT();
  const mine = t('result.yourAnswer');
  const right = t('result.rightAnswer');
  if (task.kind === 'multiple') {
    const chosen = own?.kind === 'multiple' ? own.choices : [];
    const correct = task.correct ?? [];
    return task.choices
      .filter(({ key }) => correct.includes(key) || chosen.includes(key))
      .map(({ key, text }) => (
        <ChoiceTile
          key={key}
          choice={key}
          text={text}
          state={correct.includes(key) ? 'right' : 'open'}
          note={
            <span className={roundCss.note}>
              {correct.includes(key) ? right : mine}
              {correct.includes(key) && chosen.includes(key) && ' ✓'}
            </span>
          }
        />
      ));
  }
  if (task.kind === 'order') return <OrderAnswers task={task} own={own} />;
  if (own?.kind === 'photo') {
    return (
      <div className={css.handed}>
        <BlobPicture hash={own.photo} alt={t('answer.preview')} />
      </div>
    );
  }
  const said = own?.kind === 'number' ? numberWords(own.value) : own?.kind === 'text' ? own.text : null;
  const unit = task.kind === 'number' ? task.unit : '';
  return (
    <>
      {task.kind === 'number' && task.correct && (
        <AnswerLine label={right} words={numberWords(task.correct.value)} unit={unit} look="right" />
      )}
      {task.kind === 'text' && task.correct && <AnswerLine label={right} words={task.correct[0] ?? ''} look="right" />}
      {said !== null && (showOwn || task.correct === null) && <AnswerLine label={mine} words={said} unit={unit} />}
    </>
  );
}

function numberWords(value: number): string {
  return String(value).replace('-', '−');
}
