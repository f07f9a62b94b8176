import type { Correct, QuestionRound, TaskOf } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import css from './MarkAnswer.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'act'> {
  readonly round: QuestionRound;
  readonly task: TaskOf<'single' | 'multiple' | 'true-false'>;
}

/** Which answer is right, by one tap after the close and before the reveal; with several right ones each tap adds or takes one. */
export function MarkAnswer({ round: { roundId }, task, act }: Props) {
  const t = useT();
  const mark = (correct: Correct) => act({ type: 'question.mark', roundId, correct });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its buttons as switched off.
    <div role="group" aria-label={t('teach.markRight')}>
      <p className={css.line}>{t(task.correct === null ? 'teach.markRight' : 'teach.markedRight')}</p>
      <div className={css.keys}>
        {task.kind === 'true-false'
          ? [true, false].map((value) => (
              <button
                key={String(value)}
                type="button"
                aria-pressed={task.correct === value}
                className={css.key}
                style={{ background: choiceColour(value ? 'D' : 'A') }}
                onClick={() => mark(value)}
              >
                {t(value ? 'teach.isTrue' : 'teach.isFalse')} {task.correct === value && '✓'}
              </button>
            ))
          : task.choices.map(({ key }) => {
              const right = [task.correct ?? []].flat().includes(key);
              return (
                <button
                  key={key}
                  type="button"
                  aria-pressed={right}
                  className={css.key}
                  style={{ background: choiceColour(key) }}
                  onClick={() => mark(task.kind === 'single' ? key : toggled(task, key))}
                >
                  <ChoiceMark choice={key} /> {right && '✓'}
                </button>
              );
            })}
      </div>
    </div>
  );
}

function toggled({ correct }: TaskOf<'multiple'>, key: 'A' | 'B' | 'C' | 'D'): Correct {
  const before = correct ?? [];
  const after = before.includes(key) ? before.filter((other) => other !== key) : [...before, key];
  return after.length > 0 ? [...after].sort() : null;
}
