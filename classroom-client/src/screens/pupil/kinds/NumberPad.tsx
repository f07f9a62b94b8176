import type { TaskOf } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { RichText } from '../../../ui/RichText.tsx';
import type { PadProps } from '../AnswerPad.tsx';
import { keyOf, type NumberKey, numberOf, typed } from './number-draft.ts';
import css from './Pads.module.css';
import { SendAnswer } from './SendAnswer.tsx';

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '-', '0', '.'] as const;

/** A number with its own large keys: no system keyboard covers the question. The unit stands beside it. */
export function NumberPad({ task, standing, onAnswer }: PadProps & { readonly task: TaskOf<'number'> }) {
  const t = useT();
  const { answer, open } = standing;
  const had = answer?.kind === 'number' ? String(answer.value) : '';
  const [changed, setChanged] = useState<string | null>(null);
  const shown = open && changed !== null ? changed : had;
  const type = (key: NumberKey) => setChanged((now) => typed(now ?? had, key));
  useEffect(() => {
    if (!open) return;
    const onKey = ({ key }: KeyboardEvent) => {
      const wanted = keyOf(key);
      if (wanted) setChanged((now) => typed(now ?? had, wanted));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, had]);
  const value = numberOf(shown);
  return (
    <div className={css.number}>
      <div className={css.display}>
        <output aria-label={t('answer.yourNumber')} className={css.value}>
          {shown.replace('-', '−') || ' '}
        </output>
        {task.unit && (
          <span className={css.unit}>
            <RichText text={task.unit} />
          </span>
        )}
        <button type="button" className={css.back} disabled={!open || shown === ''} onClick={() => type('back')}>
          ⌫ <span>{t('answer.undo')}</span>
        </button>
      </div>
      <div className={css.keys}>
        {KEYS.map((key) => (
          <button
            key={key}
            type="button"
            disabled={!open}
            aria-label={key === '-' ? t('answer.minus') : key === '.' ? t('answer.point') : key}
            onClick={() => type(key)}
          >
            {key === '-' ? '−' : key}
          </button>
        ))}
      </div>
      <SendAnswer draft={value === null ? null : { kind: 'number', value }} standing={standing} onAnswer={onAnswer} />
    </div>
  );
}
