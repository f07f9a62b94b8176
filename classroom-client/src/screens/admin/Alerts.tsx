import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/Notice.tsx';
import { timeWords } from '../board/time-words.ts';

const REFRESH_MS = 60_000;
const SHOWN = 3;

/** What an administrator should know: somebody guesses codes, the disk is nearly full. */
export function Alerts() {
  const t = useT();
  const language = useLanguage();
  const { answer } = useLoad(() => call('GET /api/alerts'), REFRESH_MS);
  if (!answer?.ok || answer.alerts.length === 0) return null;
  return (
    <Notice tone="attention">
      {answer.alerts.slice(0, SHOWN).map(({ kind, at, value }) => {
        const time = timeWords(at, Date.now(), language);
        return (
          <p key={`${kind}${at}`}>
            {kind === 'wrong-guesses'
              ? t('staff.alertGuesses', { time, value })
              : t('staff.alertDisk', { time, value })}
          </p>
        );
      })}
    </Notice>
  );
}
