import { useEffect, useState } from 'react';
import css from './Working.module.css';

interface Props {
  /** What is being done. */
  readonly sentence: string;
  /** Said after a while instead. */
  readonly longer?: string;
}

/** A screen that waits, in words; after five seconds it says more. */
export function Working({ sentence, longer }: Props) {
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
    </div>
  );
}
