import type { CommandReply, Refusal } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './Guest.module.css';

interface Props {
  readonly link: LinkPhase;
  readonly onStay: () => void;
  readonly onLeave: () => Promise<CommandReply>;
}

/** 换人 asks once, so that a passing finger changes nothing. */
export function LeaveSeat({ link, onStay, onLeave }: Props) {
  const t = useT();
  const [underway, setUnderway] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const leave = async () => {
    setUnderway(true);
    const reply = await onLeave();
    setUnderway(false);
    setProblem(reply.ok ? null : reply.reason);
  };
  const offline = link === 'online' ? undefined : t('pupil.leaveLater');
  if (underway) return <BigMessage mood="calm" title={t('common.sending')} line={offline} />;
  return (
    <BigMessage title={t('pupil.changePupilSure')} line={problem ? t(`refusal.${problem}`) : offline}>
      <div className={css.choices}>
        <Button look="next" size="large" wide onClick={onStay}>
          {t('pupil.stay')}
        </Button>
        <Button size="large" wide onClick={() => void leave()}>
          {t('pupil.changePupil')}
        </Button>
      </div>
    </BigMessage>
  );
}
