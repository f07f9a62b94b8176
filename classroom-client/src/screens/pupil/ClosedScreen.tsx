import type { Refusal } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { needsReload } from '../shared/needs-reload.ts';
import { BigMessage } from './BigMessage.tsx';
import { TabletFrame } from './TabletFrame.tsx';

interface Props {
  readonly reason: Refusal;
  readonly onAgain: () => void;
  readonly onReload: () => void;
  readonly onCode: () => void;
}

const CODE: readonly Refusal[] = ['lesson/ended'];

/** The line was closed: why, and the one thing to do. */
export function ClosedScreen({ reason, onAgain, onReload, onCode }: Props) {
  const t = useT();
  const moved = reason === 'seat/taken';
  const [act, word] = needsReload(reason)
    ? ([onReload, 'common.reload'] as const)
    : CODE.includes(reason)
      ? ([onCode, 'pupil.otherCode'] as const)
      : ([onAgain, moved ? 'pupil.chooseAgain' : 'common.retry'] as const);
  return (
    <TabletFrame link="closed">
      <BigMessage mood="sleep" title={moved ? t('pupil.seatGone') : t(`refusal.${reason}`)}>
        <Button look="next" size="large" wide onClick={act}>
          {t(word)}
        </Button>
      </BigMessage>
    </TabletFrame>
  );
}
