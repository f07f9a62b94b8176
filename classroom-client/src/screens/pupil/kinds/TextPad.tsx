import { countCharacters, QUESTION_LIMITS } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import type { PadProps } from '../AnswerPad.tsx';
import css from './Pads.module.css';
import { SendAnswer } from './SendAnswer.tsx';

const MOST = QUESTION_LIMITS.answer;

/** A short text, written with the device's keyboard: field and button stay above it. */
export function TextPad({ standing, onAnswer }: PadProps) {
  const t = useT();
  const { answer, open } = standing;
  const had = answer?.kind === 'text' ? answer.text : '';
  const [changed, setChanged] = useState<string | null>(null);
  const shown = open && changed !== null ? changed : had;
  const text = shown.trim();
  return (
    <div className={css.text}>
      <textarea
        rows={2}
        value={shown}
        disabled={!open}
        aria-label={t('answer.yourText')}
        autoCapitalize="off"
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setChanged(shortened(event.target.value))}
      />
      <p className={css.length}>{t('answer.length', { count: countCharacters(shown), most: MOST })}</p>
      <SendAnswer draft={text ? { kind: 'text', text } : null} standing={standing} onAnswer={onAnswer} />
    </div>
  );
}

/** One line, and no longer than it may be; rare characters count once. */
function shortened(written: string): string {
  return [...written.replace(/\s*\n\s*/g, ' ')].slice(0, MOST).join('');
}
