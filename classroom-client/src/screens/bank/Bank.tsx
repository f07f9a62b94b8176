import type { QuestionItem } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import panel from '../admin/Panel.module.css';
import { Panel } from '../admin/Panel.tsx';
import css from './Bank.module.css';
import { BankFiles } from './BankFiles.tsx';
import { Filters } from './Filters.tsx';
import { PrepareLesson } from './PrepareLesson.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import { QuestionSummary } from './QuestionSummary.tsx';
import { useBank } from './use-bank.ts';

/** A teacher's own bank: found, written, changed, put into lessons, carried in files. */
export function Bank() {
  const t = useT();
  const { query, setQuery, answer, reload } = useBank();
  const { answer: timetable } = useLoad(() => call('GET /api/lessons'));
  const { busy, problem, run } = useTask();
  const [lessonId, setLessonId] = useState('');
  const [prepared, setPrepared] = useState<readonly QuestionItem[]>([]);
  const [open, setOpen] = useState<QuestionItem | 'new' | null>(null);
  const [like, setLike] = useState<Pick<QuestionItem, 'subject' | 'grade'>>({ subject: '', grade: null });
  const lessons = timetable?.ok ? timetable.lessons.filter(({ mine, status }) => mine && status !== 'ended') : [];

  const look = async (id: string) => {
    const found = id === '' ? null : await run(() => call('GET /api/lessons/:id/questions', { id }));
    setPrepared(found?.ok ? found.questions : []);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lesson has other questions.
  useEffect(() => void look(lessonId), [lessonId]);
  const prepare = async (questionIds: readonly string[]) => {
    const body = { questionIds: [...questionIds] };
    const done = await run(() => call('PUT /api/lessons/:id/questions', { id: lessonId, body }));
    if (done?.ok) setPrepared(done.questions);
  };
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/questions/:id', { id }));
    await reload();
    await look(lessonId);
  };
  const saved = async ({ subject, grade }: QuestionItem) => {
    setOpen(null);
    setLike({ subject, grade });
    await reload();
    await look(lessonId);
  };
  const ids = prepared.map(({ questionId }) => questionId);
  const narrowed = Object.keys(query).some((field) => field !== 'page');
  return (
    <>
      {lessons.length > 0 && (
        <PrepareLesson
          {...{ lessons, lessonId, prepared, busy }}
          onLesson={setLessonId}
          onPrepare={(questionIds) => void prepare(questionIds)}
        />
      )}
      <Panel
        title={t('staff.tab_questions')}
        hint={t('questions.bankHint')}
        {...{ answer, reload, problem }}
        action={
          <Button look="next" onClick={() => setOpen('new')}>
            {t('questions.write')}
          </Button>
        }
      >
        {({ questions, total, pages, ...found }) => (
          <>
            {(total > 0 || narrowed) && <Filters query={query} found={found} onQuery={setQuery} />}
            <div className={panel.list}>
              {questions.length === 0 && (
                <p className="muted">{t(narrowed ? 'questions.noneFound' : 'questions.empty')}</p>
              )}
              {questions.map((question) => {
                const { questionId, picture } = question;
                const isIn = ids.includes(questionId);
                return (
                  <div key={questionId} className={panel.row}>
                    <div className={css.what}>
                      <QuestionSummary question={question} />
                      {picture !== null && (
                        <BlobPicture hash={picture} alt={t('questions.pictureAlt')} className={css.thumb} />
                      )}
                    </div>
                    <div className={panel.actions}>
                      {lessonId !== '' && (
                        <Button size="small" disabled={isIn || busy} onClick={() => void prepare([...ids, questionId])}>
                          {t(isIn ? 'questions.isIn' : 'questions.putIn')}
                        </Button>
                      )}
                      <Button size="small" onClick={() => setOpen(question)}>
                        {t('questions.change')}
                      </Button>
                      <ConfirmButton
                        size="small"
                        look="quiet"
                        question={t('questions.removeSure')}
                        onConfirm={() => void remove(questionId)}
                      >
                        {t('common.remove')}
                      </ConfirmButton>
                    </div>
                  </div>
                );
              })}
            </div>
            {total > 0 && (
              <Pager
                {...{ total, pages }}
                page={Number(query.page ?? 1)}
                onPage={(page) => setQuery({ ...query, page })}
              />
            )}
          </>
        )}
      </Panel>
      <BankFiles onImported={reload} />
      {open !== null && (
        <QuestionEditor
          question={open === 'new' ? null : open}
          like={like}
          onSaved={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

function Pager({ page, pages, total, onPage }: PagerProps) {
  const t = useT();
  return (
    <div className={css.pager}>
      <p className="muted">{t('questions.count', { count: total })}</p>
      {pages > 1 && (
        <div className={css.buttons}>
          <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('questions.earlier')}
          </Button>
          <span>{t('questions.page', { page, pages })}</span>
          <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {t('questions.later')}
          </Button>
        </div>
      )}
    </div>
  );
}
