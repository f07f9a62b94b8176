import { useT } from '../../i18n/use-t.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Working } from '../../ui/Working.tsx';
import css from './WaitingPage.module.css';

interface Props {
  readonly sentence: string;
  /** Offered after a while. */
  readonly onRetry?: () => void;
}

/** A whole page that waits for the server, in words, in either language. */
export function WaitingPage({ sentence, onRetry }: Props) {
  const t = useT();
  return (
    <main className={css.page}>
      <Working sentence={sentence} longer={t('common.connectingLong')} {...(onRetry && { onRetry })} />
      <LanguageSwitch />
    </main>
  );
}
