import type { ReactNode } from 'react';
import { Card } from '../../ui/Card.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import css from './LinkPage.module.css';

interface Props {
  readonly title: string;
  readonly line: string;
  readonly children?: ReactNode;
}

/** One card in the middle: what this is, a sentence, and the one thing to do. */
export function LinkPage({ title, line, children }: Props) {
  return (
    <main className={css.page}>
      <LanguageSwitch className={css.corner} />
      <Card className={css.card}>
        <h1>{title}</h1>
        <p className={css.line}>{line}</p>
        {children}
      </Card>
    </main>
  );
}
