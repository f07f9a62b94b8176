import { useEffect, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import css from './Working.module.css';

interface Props {
  /** What is being done. */
  readonly sentence: string;
  /** Said after a while instead. */
  readonly longer?: string;
  /** Offered after a while: the one thing that may help. */
  readonly onRetry?: () => void;
}

/** A screen that waits, in words; after five seconds it says more, and what may be done. */
export function Working({ sentence, longer, onRetry }: Props) {
  const t = useT();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={css.working}>
      <span aria-hidden="true" className={css.dots}>
        <i />
        <i />
        <i />
      </span>
      <p>{long && longer ? longer : sentence}</p>
      {long && onRetry && (
        <Button className={css.retry} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
