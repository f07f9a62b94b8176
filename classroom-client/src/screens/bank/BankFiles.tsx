import type { BankFile, BankProblem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Card } from '../../ui/Card.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Bank.module.css';
import { BankProblems } from './BankProblems.tsx';

/** Questions come in and leave as files. */
export function BankFiles({ onImported }: { readonly onImported: () => Promise<void> }) {
  const t = useT();
  const english = useLanguage() === 'en';
  const { busy, problem, run } = useTask();
  const [broken, setBroken] = useState<readonly BankProblem[]>([]);
  const [taken, setTaken] = useState<{ readonly added: number; readonly known: number } | null>(null);
  const bring = async (file: Blob) => {
    setBroken([]);
    setTaken(null);
    const done = await run(() => call('POST /api/questions/import', { body: file }));
    if (done?.ok) {
      setTaken({ added: done.added, known: done.known });
      await onImported();
    } else if (done && 'broken' in done) setBroken(done.broken ?? []);
  };
  const link = (file: BankFile, words: string) => (
    <a className={css.link} href={`/api/questions/file/${file}`} download>
      {words}
    </a>
  );
  return (
    <Card className={css.card}>
      <h2>{t('questions.files')}</h2>
      <p className="muted">{t('questions.filesHint')}</p>
      <div className={css.buttons}>
        <ChooseFile
          words={t('questions.chooseFile')}
          accept=".csv,.json,text/csv,application/json"
          busy={busy}
          onFile={(file) => void bring(file)}
        />
        {link(english ? 'template-en' : 'template', t('questions.template'))}
        {link(english ? 'csv-en' : 'csv', t('questions.exportCsv'))}
        {link('json', t('questions.exportJson'))}
      </div>
      {taken && <Notice>{t('questions.taken', taken)}</Notice>}
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {broken.length > 0 && <BankProblems broken={broken} />}
    </Card>
  );
}
