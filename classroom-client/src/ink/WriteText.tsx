import { INK_LIMITS } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Sheet } from '../ui/Sheet.tsx';

interface Props {
  readonly onWritten: (text: string) => void;
  readonly onClose: () => void;
}

/** What is to be written where the page was tapped. */
export function WriteText({ onWritten, onClose }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  const done = () => text.trim() !== '' && onWritten(text.trim());
  return (
    <Sheet title={t('ink.writeTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Field label={t('ink.writeLabel')} maxLength={INK_LIMITS.text} value={text} onValue={setText} />
        <Button look="next" size="large" wide disabled={text.trim() === ''} onClick={done}>
          {t('ink.writeDone')}
        </Button>
      </form>
    </Sheet>
  );
}
