import type { RosterProblem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Panel.module.css';
import { RosterProblems } from './RosterProblems.tsx';

interface Props {
  readonly classroomId: string;
  /** An administrator changes the list; others read it. */
  readonly admin: boolean;
  readonly onChanged: () => Promise<void>;
}

/** The pupils of a classroom: a file replaces the list, and is taken whole or not at all. */
export function Roster({ classroomId, admin, onChanged }: Props) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/classrooms/:id/roster', { id: classroomId }));
  const { busy, problem, run } = useTask();
  const [rows, setRows] = useState<readonly RosterProblem[]>([]);
  const [count, setCount] = useState<number | null>(null);
  const upload = async (file: Blob) => {
    setRows([]);
    setCount(null);
    const done = await run(() => call('PUT /api/classrooms/:id/roster', { id: classroomId, body: file }));
    if (done?.ok) {
      setCount(done.pupils.length);
      await Promise.all([reload(), onChanged()]);
    } else if (done && 'rows' in done) setRows(done.rows ?? []);
  };
  const erase = async (id: string) => {
    await run(() => call('DELETE /api/pupils/:id', { id }));
    await Promise.all([reload(), onChanged()]);
  };
  const pupils = answer?.ok ? answer.pupils : [];
  return (
    <section className={css.form}>
      <h3>{t('staff.roster')}</h3>
      {admin && (
        <>
          <p className="muted">{t('staff.rosterHint')}</p>
          <ChooseFile
            next
            words={t('staff.chooseFile')}
            accept=".csv,text/csv,text/plain"
            busy={busy}
            onFile={(file) => void upload(file)}
          />
        </>
      )}
      {count !== null && <Notice>{t('staff.rosterTaken', { count })}</Notice>}
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {rows.length > 0 && <RosterProblems rows={rows} />}
      {answer && !answer.ok && <Notice tone="danger">{problemWords(t, answer.reason)}</Notice>}
      <div className={css.list}>
        {pupils.map(({ seatId, number, name }) => (
          <div key={seatId} className={css.row}>
            <p className={css.what}>
              <b>{name}</b>
              <span className="muted">{t('common.seatNumber', { number })}</span>
            </p>
            {admin && (
              <ConfirmButton
                size="small"
                look="quiet"
                question={t('staff.eraseSure', { name })}
                onConfirm={() => void erase(seatId)}
              >
                {t('staff.erase')}
              </ConfirmButton>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
