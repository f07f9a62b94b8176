import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import css from './Confirm.module.css';

interface Props {
  /** Says what will happen, as a question. */
  readonly question: string;
  /** The words for yes. */
  readonly children: ReactNode;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question before something that cannot be taken back. */
export function Confirm({ question, children, onYes, onNo }: Props) {
  const t = useT();
  return (
    <div role="alertdialog" aria-label={question} className={css.confirm}>
      <p>{question}</p>
      <div className={css.choices}>
        <Button onClick={onNo}>{t('common.cancel')}</Button>
        <Button look="danger" onClick={onYes}>
          {children}
        </Button>
      </div>
    </div>
  );
}
