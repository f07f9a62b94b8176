import type { Addresses } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { joinAddress } from '../../lesson/join-link.ts';
import { Button } from '../../ui/Button.tsx';
import { AssistantPanel } from '../assistant/AssistantPanel.tsx';
import css from './AssistantDrawer.module.css';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { PhonesCard } from './PhonesCard.tsx';
import { ProjectorCard } from './ProjectorCard.tsx';
import { ShareCard } from './ShareCard.tsx';
import { ZonesCard, type ZonesSwitch } from './ZonesCard.tsx';

interface Props extends BoardProps {
  readonly session: BoardSession;
  readonly addresses: Addresses | null;
  readonly zones?: ZonesSwitch | undefined;
  readonly onClose: () => void;
}

/** What the assistant does at the board: one card on top, the rest below, phones last. */
export function AssistantDrawer({ view, room, names, now, session, addresses, zones, onClose }: Props) {
  const t = useT();
  // Spread, since this is a role in the lesson and not one of ARIA.
  const as = { role: 'board' } as const;
  return (
    <div className={css.veil}>
      <button type="button" tabIndex={-1} aria-label={t('common.close')} className={css.outside} onClick={onClose} />
      <aside className={css.drawer} aria-label={t('board.assistantTitle')}>
        <header className={css.head}>
          <h2>{t('board.assistantTitle')}</h2>
          <Button look="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </header>
        <div className={css.body}>
          <AssistantPanel
            {...{ view, names, now, ...as }}
            classroomId={room.classroomId}
            address={addresses ? joinAddress(addresses) : ''}
            send={session.connection.send}
          />
          <ShareCard {...{ view, room, now }} media={session.media} onShared={onClose} />
          {zones && <ZonesCard room={room} zones={zones} />}
          <ProjectorCard />
          <PhonesCard token={session.token} addresses={addresses} />
        </div>
      </aside>
    </div>
  );
}
