import { CHOICES, type Choice, QUESTION_LIMITS } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { CountedField } from '../staff/CountedField.tsx';
import css from './Panel.module.css';

const SECONDS = [15, 30, 60, 120] as const;

interface Props {
  readonly onWritten: () => Promise<void>;
  readonly onClose: () => void;
}

/** A choice question with two to four answers; which is right may stay open. */
export function QuestionForm({ onWritten, onClose }: Props) {
  const t = useT();
  const [prompt, setPrompt] = useState('');
  const [texts, setTexts] = useState<Readonly<Partial<Record<Choice, string>>>>({});
  const [correct, setCorrect] = useState<Choice | null>(null);
  const [seconds, setSeconds] = useState<number>(30);
  const { busy, problem, run } = useTask();
  const choices = CHOICES.map((key) => ({ key, text: (texts[key] ?? '').trim() })).filter(({ text }) => text !== '');
  const right = choices.some(({ key }) => key === correct) ? correct : null;
  const save = async () => {
    const body = { prompt: prompt.trim(), choices, correct: right, seconds };
    const made = await run(() => call('POST /api/questions', { body }));
    if (made?.ok) await onWritten();
  };
  return (
    <Sheet title={t('staff.newQuestion')} onClose={onClose}>
      <div className={css.form}>
        <CountedField label={t('staff.prompt')} value={prompt} most={QUESTION_LIMITS.prompt} onValue={setPrompt} />
        <div className={css.pairs}>
          {CHOICES.map((key) => (
            <CountedField
              key={key}
              label={t('staff.choice', { key })}
              value={texts[key] ?? ''}
              most={QUESTION_LIMITS.choice}
              onValue={(text) => setTexts({ ...texts, [key]: text })}
            />
          ))}
        </div>
        <section>
          <h3>{t('staff.rightAnswer')}</h3>
          <div className={css.tiles}>
            <Tile title={t('staff.noRightAnswer')} chosen={right === null} onClick={() => setCorrect(null)} />
            {choices.map(({ key }) => (
              <Tile key={key} title={key} chosen={right === key} onClick={() => setCorrect(key)} />
            ))}
          </div>
        </section>
        <section>
          <h3>{t('staff.timeToAnswer')}</h3>
          <div className={css.tiles}>
            {SECONDS.map((value) => (
              <Tile
                key={value}
                title={t('staff.secondsCount', { seconds: value })}
                chosen={seconds === value}
                onClick={() => setSeconds(value)}
              />
            ))}
          </div>
        </section>
        {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
        <Button
          look="next"
          size="large"
          wide
          disabled={prompt.trim() === '' || choices.length < 2 || busy}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      </div>
    </Sheet>
  );
}
