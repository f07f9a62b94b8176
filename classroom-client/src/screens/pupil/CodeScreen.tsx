import type { Refusal } from '@tongke/shared-types';
import { type FormEvent, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './Guest.module.css';
import { TabletFrame } from './TabletFrame.tsx';

interface Props {
  readonly problem: Refusal | null;
  readonly onJoin: (code: string) => void;
}

/** What to do about the QR code, where the general sentence would not help a child. */
const SAID = {
  'link/expired': 'pupil.ticketExpired',
  malformed: 'pupil.scanAgain',
  'seat/none': 'pupil.seatFreed',
} as const;

/** The short code from the board: six digits. */
export function CodeScreen({ problem, onJoin }: Props) {
  const t = useT();
  const [code, setCode] = useState('');
  const [typing, setTyping] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) onJoin(code);
  };
  const type = (text: string) => {
    setTyping(true);
    setCode(digitsOf(text).slice(0, 6));
  };
  const said = problem && (problem in SAID ? t(SAID[problem as keyof typeof SAID]) : t(`refusal.${problem}`));
  return (
    <TabletFrame link="online">
      <div className={css.code}>
        <h1>{t('pupil.enterCode')}</h1>
        <form onSubmit={submit}>
          <Field
            label={t('pupil.code')}
            value={code}
            onValue={type}
            problem={problem && !typing ? said : null}
            inputMode="numeric"
            pattern="[0-9]*"
            autoComplete="off"
            autoFocus
          />
          <Button type="submit" look="next" size="large" wide disabled={code.length < 6}>
            {t('pupil.join')}
          </Button>
        </form>
      </div>
    </TabletFrame>
  );
}

/** Digits only; a Chinese keyboard may type them in full width. */
function digitsOf(text: string): string {
  const narrow = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return narrow.replace(/\D/g, '');
}
