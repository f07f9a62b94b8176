import type { CommandReply, Refusal } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './Guest.module.css';

interface Props {
  /** What is asked, and the two answers. */
  readonly words: { readonly sure: string; readonly stay: string; readonly leave: string };
  /** What is said while the link is away. */
  readonly offline?: string | undefined;
  readonly onStay: () => void;
  readonly onLeave: () => Promise<CommandReply>;
}

/** 换人, or 不再轮流用: asks once, so that a passing finger changes nothing. */
export function SureToLeave({ words, offline, onStay, onLeave }: Props) {
  const t = useT();
  const [underway, setUnderway] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const leave = async () => {
    setUnderway(true);
    const reply = await onLeave();
    setUnderway(false);
    setProblem(reply.ok ? null : reply.reason);
  };
  if (underway) return <BigMessage mood="calm" title={t('common.sending')} line={offline} />;
  return (
    <BigMessage title={words.sure} line={problem ? t(`refusal.${problem}`) : offline}>
      <div className={css.choices}>
        <Button look="next" size="large" wide onClick={onStay}>
          {words.stay}
        </Button>
        <Button size="large" wide onClick={() => void leave()}>
          {words.leave}
        </Button>
      </div>
    </BigMessage>
  );
}
