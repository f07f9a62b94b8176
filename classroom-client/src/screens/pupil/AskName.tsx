import type { Refusal } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './Guest.module.css';

interface Props {
  readonly name: string;
  readonly problem: Refusal | null;
  /** The answer is on its way. */
  readonly sending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** 你是小明吗? The tablet remembers who used it last, and forgets on "no". */
export function AskName({ name, problem, sending, onYes, onNo }: Props) {
  const t = useT();
  return (
    <BigMessage mood="happy" title={t('pupil.areYou', { name })}>
      <div className={css.choices}>
        {problem && <Notice tone="danger">{t(`refusal.${problem}`)}</Notice>}
        <Button look="next" size="large" wide aria-disabled={sending} onClick={onYes}>
          {t(sending ? 'common.sending' : 'pupil.yesIAm')}
        </Button>
        <Button size="large" wide disabled={sending} onClick={onNo}>
          {t('pupil.noIAmNot')}
        </Button>
      </div>
    </BigMessage>
  );
}
