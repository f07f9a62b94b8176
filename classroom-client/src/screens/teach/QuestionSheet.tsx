import { type Choice, type Command, QUESTION_LIMITS } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CountedField } from '../staff/CountedField.tsx';
import { PreparedQuestions } from './PreparedQuestions.tsx';
import css from './QuestionSheet.module.css';
import { Segments } from './Segments.tsx';

type Kind = 'ABCD' | 'ABC' | 'TrueFalse';

const KEYS: Readonly<Record<Kind, readonly Choice[]>> = {
  ABCD: ['A', 'B', 'C', 'D'],
  ABC: ['A', 'B', 'C'],
  TrueFalse: ['A', 'B'],
};
const KINDS = ['ABCD', 'ABC', 'TrueFalse'] as const;
const SECONDS = [20, 30, 60, 120] as const;

interface Props {
  readonly onOpen: (question: Extract<Command, { type: 'question.open' }>) => void;
  readonly onClose: () => void;
}

/** A question asked on the spot with two taps, or one of those prepared at home with one. */
export function QuestionSheet({ onOpen, onClose }: Props) {
  const t = useT();
  const [kind, setKind] = useState<Kind>('ABCD');
  const [correct, setCorrect] = useState<Choice | 'none'>('none');
  const [seconds, setSeconds] = useState<number>(30);
  const [prompt, setPrompt] = useState('');
  const keys = KEYS[kind];
  const name = (key: Choice) => (kind === 'TrueFalse' ? t(key === 'A' ? 'teach.isTrue' : 'teach.isFalse') : '');
  const open = () =>
    onOpen({
      type: 'question.open',
      prompt: prompt.trim(),
      choices: keys.map((key) => ({ key, text: name(key) })),
      correct: correct === 'none' || !keys.includes(correct) ? null : correct,
      seconds,
    });
  return (
    <Sheet title={t('teach.question')} place="side" onClose={onClose}>
      <section className={css.quick}>
        <h3>{t('teach.quickQuestion')}</h3>
        <Segments
          label={t('teach.quickQuestion')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, words: t(`teach.kind${value}`) }))}
        />
        <p className={css.label}>{t('teach.correct')}</p>
        <Segments
          label={t('teach.correct')}
          value={correct}
          onChange={setCorrect}
          options={[
            { value: 'none' as const, words: t('teach.correctLater') },
            ...keys.map((key) => ({ value: key, words: name(key) || key })),
          ]}
        />
        <p className={css.label}>{t('teach.time')}</p>
        <Segments
          label={t('teach.time')}
          value={seconds}
          onChange={setSeconds}
          options={SECONDS.map((value) => ({ value, words: t('teach.seconds', { seconds: value }) }))}
        />
        <CountedField label={t('teach.prompt')} value={prompt} most={QUESTION_LIMITS.prompt} onValue={setPrompt} />
        <Button look="next" size="large" wide onClick={open}>
          {t('teach.startAnswering')}
        </Button>
      </section>
      <PreparedQuestions onOpen={onOpen} />
    </Sheet>
  );
}
