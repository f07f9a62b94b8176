import type { SelfTest } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { SelfTestLine } from './SelfTestLine.tsx';
import { type SelfTestProps, SelfTestSheet } from './SelfTestSheet.tsx';

interface Props extends SelfTestProps {
  /** What the lesson knows of the last one. */
  readonly last: SelfTest | undefined;
  readonly disabled?: boolean;
}

/** 课前检查, and what the last one found. */
export function SelfTestButton({ run, send, rooms, last, disabled = false }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t('selfTest.open')}
      </Button>{' '}
      {last && <SelfTestLine test={last} />}
      {open && <SelfTestSheet {...{ run, send, rooms }} onClose={() => setOpen(false)} />}
    </div>
  );
}
