import { BANK_LIMITS, QUESTION_LIMITS, type QuestionItem, type TaskKind } from '@tongke/shared-types';
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
import { Area } from './Area.tsx';
import css from './Bank.module.css';
import { PictureField } from './PictureField.tsx';
import { QuestionPreview } from './QuestionPreview.tsx';
import { draftOf, type QuestionDraft, questionOf } from './question-draft.ts';
import { Select } from './Select.tsx';
import { TaskEditor } from './TaskEditor.tsx';

const KINDS: readonly TaskKind[] = ['single', 'multiple', 'true-false', 'number', 'text', 'order', 'photo'];
const READ_SECONDS = [0, 5, 10, 20] as const;
const SECONDS = [15, 30, 60, 120, 300] as const;

interface Props {
  /** Null for a new one. */
  readonly question: QuestionItem | null;
  /** What a new one begins with. */
  readonly like: Pick<QuestionDraft, 'subject' | 'grade'>;
  readonly onSaved: (question: QuestionItem) => Promise<void>;
  readonly onClose: () => void;
}

/** Writes or changes a question of any kind, with what pupils will see beside it. */
export function QuestionEditor({ question, like, onSaved, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => draftOf(question, like));
  const { busy, problem, run } = useTask();
  const change = (part: Partial<QuestionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const body = questionOf(draft);
  const save = async () => {
    if (typeof body === 'string') return;
    const saved = await run(() =>
      question
        ? call('PUT /api/questions/:id', { id: question.questionId, body })
        : call('POST /api/questions', { body }),
    );
    if (saved?.ok) await onSaved(saved.question);
  };
  const grades = Array.from({ length: BANK_LIMITS.grade }, (_, index) => `${index + 1}`);
  return (
    <Sheet title={t(question ? 'questions.changeOne' : 'questions.newOne')} place="full" onClose={onClose}>
      <div className={css.editor}>
        <div className={css.form}>
          <section>
            <h3>{t('questions.kind')}</h3>
            <div className={css.tiles}>
              {KINDS.map((kind) => (
                <Tile
                  key={kind}
                  title={t(`questions.kind_${kind}`)}
                  chosen={draft.kind === kind}
                  onClick={() => change({ kind })}
                />
              ))}
            </div>
          </section>
          <Area
            label={t('questions.prompt')}
            hint={t('questions.formulaHint')}
            most={QUESTION_LIMITS.prompt}
            rows={3}
            value={draft.prompt}
            onValue={(prompt) => change({ prompt })}
          />
          <TaskEditor draft={draft} onChange={change} />
          <PictureField picture={draft.picture} onPicture={(picture) => change({ picture })} />
          <Area
            label={t('questions.explanation')}
            most={QUESTION_LIMITS.explanation}
            value={draft.explanation}
            onValue={(explanation) => change({ explanation })}
          />
          <div className={css.pair}>
            <CountedField
              label={t('questions.subject')}
              value={draft.subject}
              most={BANK_LIMITS.subject}
              onValue={(subject) => change({ subject })}
            />
            <Select
              label={t('questions.gradeLabel')}
              none={t('questions.noGrade')}
              value={draft.grade === null ? '' : `${draft.grade}`}
              options={grades.map((value) => ({ value, words: t('questions.grade', { grade: value }) }))}
              onValue={(value) => change({ grade: value === '' ? null : Number(value) })}
            />
          </div>
          <Area label={t('questions.points')} rows={1} value={draft.points} onValue={(points) => change({ points })} />
          <section>
            <h3>{t('questions.toRead')}</h3>
            <div className={css.tiles}>
              {READ_SECONDS.map((readSeconds) => (
                <Tile
                  key={readSeconds}
                  title={readSeconds === 0 ? t('questions.atOnce') : t('questions.seconds', { seconds: readSeconds })}
                  chosen={draft.readSeconds === readSeconds}
                  onClick={() => change({ readSeconds })}
                />
              ))}
            </div>
          </section>
          <section>
            <h3>{t('questions.toAnswer')}</h3>
            <div className={css.tiles}>
              {SECONDS.map((seconds) => (
                <Tile
                  key={seconds}
                  title={t('questions.seconds', { seconds })}
                  chosen={draft.seconds === seconds}
                  onClick={() => change({ seconds })}
                />
              ))}
            </div>
          </section>
        </div>
        <div className={css.aside}>
          <QuestionPreview draft={draft} />
          <div className={css.save}>
            {typeof body === 'string' && <p className="muted">{t(`questions.missing_${body}`)}</p>}
            {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
            <Button
              look="next"
              size="large"
              wide
              disabled={typeof body === 'string' || busy}
              onClick={() => void save()}
            >
              {t('common.save')}
            </Button>
          </div>
        </div>
      </div>
    </Sheet>
  );
}
