import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import css from './ConfirmButton.module.css';

interface Props {
  readonly children: ReactNode;
  /** Says what will happen, as a question. */
  readonly question: string;
  readonly onConfirm: () => void;
  readonly look?: 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal';
  readonly wide?: boolean;
  readonly disabled?: boolean;
}

/** A button for what cannot be taken back: it asks in a sentence first, in its own place. */
export function ConfirmButton({ children, question, onConfirm, look = 'plain', ...rest }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look={look} onClick={() => setAsking(true)} {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <div role="alertdialog" aria-label={question} className={css.confirm}>
      <p>{question}</p>
      <div className={css.choices}>
        <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {children}
        </Button>
      </div>
    </div>
  );
}
