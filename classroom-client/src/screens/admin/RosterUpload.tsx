import { useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Panel.module.css';

interface Props {
  readonly busy: boolean;
  readonly onFile: (file: Blob) => void;
}

/** Chooses a roster file. The same file may be chosen again after it was mended. */
export function RosterUpload({ busy, onFile }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,text/plain"
        tabIndex={-1}
        aria-label={t('staff.chooseFile')}
        className={css.file}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
      <Button look="next" disabled={busy} onClick={() => input.current?.click()}>
        {t('staff.chooseFile')}
      </Button>
    </div>
  );
}
