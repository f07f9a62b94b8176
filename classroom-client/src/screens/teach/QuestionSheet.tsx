import {
  type Choice,
  type Command,
  type LessonId,
  QUESTION_LIMITS,
  type QuestionItem,
  UNPREPARED,
} from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { RichText } from '../../ui/RichText.tsx';
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
  readonly lessonId: LessonId;
  readonly onOpen: (question: Extract<Command, { type: 'question.open' }>) => void;
  readonly onClose: () => void;
}

/** One of the questions prepared at home, chosen and looked at before it is asked, or one on the spot with two taps. */
export function QuestionSheet({ lessonId, onOpen, onClose }: Props) {
  const t = useT();
  const [chosen, setChosen] = useState<QuestionItem | null>(null);
  const [kind, setKind] = useState<Kind>('ABCD');
  const [correct, setCorrect] = useState<Choice | 'none'>('none');
  const [seconds, setSeconds] = useState<number>(30);
  const [prompt, setPrompt] = useState('');
  const keys = KEYS[kind];
  const name = (key: Choice) => (kind === 'TrueFalse' ? t(key === 'A' ? 'teach.isTrue' : 'teach.isFalse') : '');
  /** Whoever changes the question on the spot means that one. */
  const here =
    <T,>(change: (value: T) => void) =>
    (value: T) => {
      setChosen(null);
      change(value);
    };
  const onTheSpot = () => {
    const choices = keys.map((key) => ({ key, text: name(key) }));
    const right = correct === 'none' || !keys.includes(correct) ? null : correct;
    return {
      ...UNPREPARED,
      prompt: prompt.trim(),
      task: { kind: 'single' as const, choices, correct: right },
      seconds,
    };
  };
  const open = () => {
    if (!chosen) return onOpen(onTheSpot());
    const { prompt, picture, task, explanation, readSeconds, seconds } = chosen;
    onOpen({ ...UNPREPARED, prompt, picture, task, explanation, readSeconds, seconds });
  };
  const kindWords = t(`teach.kind${kind}`);
  return (
    <Sheet title={t('teach.question')} place="side" onClose={onClose}>
      <PreparedQuestions lessonId={lessonId} chosen={chosen?.questionId ?? null} onChoose={setChosen} />
      <section className={css.quick}>
        <h3>{t('teach.quickQuestion')}</h3>
        <Segments
          label={t('teach.quickQuestion')}
          value={chosen ? null : kind}
          onChange={here(setKind)}
          options={KINDS.map((value) => ({ value, words: t(`teach.kind${value}`) }))}
        />
        <p className={css.label}>{t('teach.correct')}</p>
        <Segments
          label={t('teach.correct')}
          value={chosen ? null : correct}
          onChange={here(setCorrect)}
          options={[
            { value: 'none' as const, words: t('teach.correctLater') },
            ...keys.map((key) => ({ value: key, words: name(key) || key })),
          ]}
        />
        <p className={css.label}>{t('teach.time')}</p>
        <Segments
          label={t('teach.time')}
          value={chosen ? null : seconds}
          onChange={here(setSeconds)}
          options={SECONDS.map((value) => ({ value, words: t('teach.seconds', { seconds: value }) }))}
        />
        <CountedField
          label={t('teach.prompt')}
          value={prompt}
          most={QUESTION_LIMITS.prompt}
          onValue={here(setPrompt)}
        />
      </section>
      <footer className={css.foot}>
        <p className={css.chosen}>
          <RichText text={t('teach.willAsk', { question: chosen?.prompt ?? (prompt.trim() || kindWords) })} />
        </p>
        <Button look="next" size="large" wide onClick={open}>
          {t('teach.startAnswering')}
        </Button>
      </footer>
    </Sheet>
  );
}
