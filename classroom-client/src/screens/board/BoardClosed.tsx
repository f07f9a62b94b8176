import type { Refusal } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { needsReload } from '../shared/needs-reload.ts';
import css from './Calm.module.css';

interface Props {
  readonly reason: Refusal;
  readonly onRetry: () => void;
  readonly onReload: () => void;
  readonly onTakeOver: () => void;
  readonly onPairAgain: () => void;
}

/** Only a person can help: the sentence, and the one action that does. */
export function BoardClosed({ reason, onRetry, onReload, onTakeOver, onPairAgain }: Props) {
  const t = useT();
  const [word, action] =
    reason === 'board/already-here'
      ? (['board.useThisBoard', onTakeOver] as const)
      : reason === 'board/removed'
        ? (['board.pairAgain', onPairAgain] as const)
        : needsReload(reason)
          ? (['common.reload', onReload] as const)
          : (['common.retry', onRetry] as const);
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      <p className={css.line}>{problemWords(t, reason)}</p>
      <Button look="next" size="large" onClick={action}>
        {t(word)}
      </Button>
    </main>
  );
}
