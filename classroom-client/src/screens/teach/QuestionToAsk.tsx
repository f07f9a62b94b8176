import { type QuestionItem, UNPREPARED } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { QuestionPreview } from '../bank/QuestionPreview.tsx';
import { draftOf } from '../bank/question-draft.ts';
import type { OpenQuestion } from '../shared/QuickQuestions.tsx';
import css from './QuestionSheet.module.css';
import { Segments } from './Segments.tsx';

const SECONDS = [15, 30, 60, 120] as const;
const READING = [0, 5, 10, 20] as const;

interface Props {
  readonly question: QuestionItem;
  readonly onOpen: (question: OpenQuestion) => void;
  readonly onBack: () => void;
}

/** A prepared question from near, how it will be asked, and the start. */
export function QuestionToAsk({ question, onOpen, onBack }: Props) {
  const t = useT();
  const [seconds, setSeconds] = useState(question.seconds);
  const [readSeconds, setReadSeconds] = useState(question.readSeconds);
  const [onTablet, setOnTablet] = useState(UNPREPARED.onTablet);
  const foot = useRef<HTMLElement>(null);
  // Whoever works with the keyboard starts it with Enter.
  useEffect(() => foot.current?.querySelector<HTMLElement>('button:last-child')?.focus(), []);
  const start = () => {
    const { prompt, picture, task, explanation } = question;
    onOpen({ ...UNPREPARED, prompt, picture, task, explanation, onTablet, readSeconds, seconds });
  };
  return (
    <>
      <QuestionPreview draft={draftOf(question)} />
      <section className={css.options}>
        <h3>{t('teach.toAnswer')}</h3>
        <Segments
          label={t('teach.toAnswer')}
          value={seconds}
          onChange={setSeconds}
          options={among(SECONDS, question.seconds).map((value) => ({
            value,
            words: t('teach.seconds', { seconds: value }),
          }))}
        />
        <h3>{t('teach.toRead')}</h3>
        <Segments
          label={t('teach.toRead')}
          value={readSeconds}
          onChange={setReadSeconds}
          options={among(READING, question.readSeconds).map((value) => ({
            value,
            words: value === 0 ? t('teach.atOnce') : t('teach.seconds', { seconds: value }),
          }))}
        />
        <h3>{t('teach.onTablet')}</h3>
        <Segments
          label={t('teach.onTablet')}
          value={onTablet}
          onChange={setOnTablet}
          options={[
            { value: 'question' as const, words: t('teach.tabletQuestion') },
            { value: 'keys' as const, words: t('teach.tabletKeys') },
          ]}
        />
      </section>
      <footer ref={foot} className={css.foot}>
        <Button size="large" onClick={onBack}>
          {t('teach.chooseOther')}
        </Button>
        <Button look="next" size="large" onClick={start}>
          {t('teach.startAnswering')}
        </Button>
      </footer>
    </>
  );
}

/** The usual values, and the prepared one where it is another. */
function among(usual: readonly number[], prepared: number): readonly number[] {
  return [...new Set([...usual, prepared])].sort((a, b) => a - b);
}
