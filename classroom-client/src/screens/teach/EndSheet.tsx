import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './EndSheet.module.css';

interface Props {
  readonly busy: boolean;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** Asks once before the lesson ends for everybody. */
export function EndSheet({ busy, onEnd, onClose }: Props) {
  const t = useT();
  return (
    <Sheet title={t('teach.endSure')} onClose={onClose}>
      <p>{t('teach.endSureLine')}</p>
      <div className={css.pair}>
        <Button size="large" onClick={onClose}>
          {t('teach.goOnTeaching')}
        </Button>
        <Button look="danger" size="large" disabled={busy} onClick={onEnd}>
          {t('teach.endLesson')}
        </Button>
      </div>
    </Sheet>
  );
}
