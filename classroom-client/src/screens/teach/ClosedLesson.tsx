import type { Refusal } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { needsReload } from '../shared/needs-reload.ts';
import css from './Plain.module.css';

interface Props {
  readonly reason: Refusal;
  readonly onReload: () => void;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** There is nothing to come back to: another lesson has to be chosen. */
const GONE: readonly Refusal[] = ['lesson/ended', 'not-found', 'not-allowed', 'no-lesson-now'];

/** The line to the lesson was closed: why, and the one thing that helps. */
export function ClosedLesson({ reason, onReload, onRetry, onBack }: Props) {
  const t = useT();
  const [word, act] = needsReload(reason)
    ? (['common.reload', onReload] as const)
    : GONE.includes(reason)
      ? (['teach.backToLessons', onBack] as const)
      : (['common.retry', onRetry] as const);
  return (
    <main className={css.screen}>
      <p className={css.line}>{reason === 'not-signed-in' ? t('teach.notSignedIn') : problemWords(t, reason)}</p>
      <Button look="next" size="large" onClick={act}>
        {t(word)}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
