import type { Refusal } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Panel.module.css';

type Failed = { readonly ok: false; readonly reason: Refusal | 'offline' };

interface Props<A extends { readonly ok: true } | Failed> {
  readonly title: string;
  readonly hint?: string;
  /** What the panel is made from; null while it is fetched. */
  readonly answer: A | null;
  readonly reload: () => Promise<void>;
  /** Why the last thing was not done. */
  readonly problem?: Refusal | 'offline' | null;
  readonly action?: ReactNode;
  readonly children: (answer: Extract<A, { readonly ok: true }>) => ReactNode;
}

/** One tab's card: a title, one action, the list or why there is none. */
export function Panel<A extends { readonly ok: true } | Failed>(props: Props<A>) {
  const t = useT();
  const { title, hint, answer, reload, problem = null, action, children } = props;
  return (
    <Card>
      <header className={css.top}>
        <div>
          <h2>{title}</h2>
          {hint && <p className="muted">{hint}</p>}
        </div>
        {action}
      </header>
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {!answer && <p className="muted">{t('staff.loading')}</p>}
      {answer && !answer.ok && (
        <Notice tone="danger" action={<Button onClick={() => void reload()}>{t('common.retry')}</Button>}>
          {problemWords(t, answer.reason)}
        </Notice>
      )}
      {answer?.ok && children(answer as Extract<A, { readonly ok: true }>)}
    </Card>
  );
}
