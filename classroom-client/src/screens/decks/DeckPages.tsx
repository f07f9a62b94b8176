import { DECK_LIMITS, type DeckItem, type QuestionItem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { PageStrip } from '../../deck/PageStrip.tsx';
import { usePages } from '../../deck/use-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import panel from '../admin/Panel.module.css';
import { QuestionSummary } from '../bank/QuestionSummary.tsx';
import { useBank } from '../bank/use-bank.ts';
import css from './Decks.module.css';

/** [PG6] A deck from near: its pages, the notes, and the questions that are pinned to each. */
export function DeckPages({ deck, onClose }: { readonly deck: DeckItem; readonly onClose: () => void }) {
  const t = useT();
  const [page, setPage] = useState(1);
  const [changes, setChanges] = useState(0);
  const { busy, problem, run } = useTask();
  const pages = usePages(deck.deckId, changes);
  const own = pages?.[page - 1]?.own;
  const pinned = own?.questions ?? [];
  const pin = async (questions: readonly QuestionItem[]) => {
    const body = { page, questionIds: questions.map(({ questionId }) => questionId) };
    await run(() => call('PUT /api/decks/:id/pins', { id: deck.deckId, body }));
    setChanges(changes + 1);
  };
  return (
    <Sheet title={deck.title} place="full" onClose={onClose}>
      <div className={css.near}>
        <div className={css.pages}>
          <div className={css.page}>
            <PagePicture pages={pages} page={page} size="large" />
          </div>
          <PageStrip {...{ pages, page }} onChoose={setPage} className={css.strip} />
          {own && own.notes !== '' && (
            <>
              <h3>{t('slides.notes')}</h3>
              <p className={css.notes}>{own.notes}</p>
            </>
          )}
        </div>
        <div>
          <h3>{t('slides.pinned')}</h3>
          <p className="muted">{t('slides.pinHint')}</p>
          {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
          {pinned.map((question) => (
            <div key={question.questionId} className={panel.row}>
              <div className={panel.what}>
                <QuestionSummary question={question} />
              </div>
              <Button
                size="small"
                disabled={busy}
                onClick={() => void pin(pinned.filter(({ questionId }) => questionId !== question.questionId))}
              >
                {t('slides.unpin')}
              </Button>
            </div>
          ))}
          <FromBank
            without={pinned}
            disabled={busy || !own || pinned.length >= DECK_LIMITS.pins}
            onPin={(question) => void pin([...pinned, question])}
          />
        </div>
      </div>
    </Sheet>
  );
}

interface FromBankProps {
  readonly without: readonly QuestionItem[];
  readonly disabled: boolean;
  readonly onPin: (question: QuestionItem) => void;
}

function FromBank({ without, disabled, onPin }: FromBankProps) {
  const t = useT();
  const { query, setQuery, answer } = useBank();
  const ids = without.map(({ questionId }) => questionId);
  const questions = answer?.ok ? answer.questions.filter(({ questionId }) => !ids.includes(questionId)) : [];
  return (
    <>
      <Field
        className={css.search}
        label={t('slides.fromBank')}
        placeholder={t('questions.searchHint')}
        maxLength={100}
        value={query.text ?? ''}
        onValue={(text) => setQuery(text === '' ? {} : { text })}
      />
      {answer && !answer.ok && <Notice tone="danger">{problemWords(t, answer.reason)}</Notice>}
      {answer?.ok && questions.length === 0 && without.length === 0 && <p className="muted">{t('questions.empty')}</p>}
      {questions.map((question) => (
        <div key={question.questionId} className={panel.row}>
          <div className={panel.what}>
            <QuestionSummary question={question} />
          </div>
          <Button size="small" disabled={disabled} onClick={() => onPin(question)}>
            {t('slides.pin')}
          </Button>
        </div>
      ))}
    </>
  );
}
