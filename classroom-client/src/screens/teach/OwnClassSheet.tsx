import type { Addresses, Classroom, LessonState, Names } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { joinAddress, joinLink } from '../../lesson/join-link.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { AssistantPanel } from '../assistant/AssistantPanel.tsx';
import css from './OwnClassSheet.module.css';

interface Props {
  readonly view: LessonState;
  readonly names: Names;
  readonly now: number;
  readonly room: Classroom;
  readonly addresses: Addresses | null;
  readonly send: Send;
  readonly onClose: () => void;
}

/** The own class in the city: its QR and code, large enough for the class, and what an assistant would do there. */
export function OwnClassSheet({ view, names, now, room, addresses, send, onClose }: Props) {
  const t = useT();
  // Spread, since this is a role in the lesson and not one of ARIA.
  const as = { role: 'lead' } as const;
  const address = addresses ? joinAddress(addresses) : '';
  return (
    <Sheet title={`${room.name} · ${t('teach.ownSheet')}`} place="full" onClose={onClose}>
      <div className={css.page}>
        <div className={css.join}>
          {addresses && room.ticket !== '' && (
            <>
              <QrCode text={joinLink(addresses, room)} label={t('teach.joinQr')} className={css.qr} />
              <p className={css.line}>{t('teach.ownSheetLine', { address })}</p>
            </>
          )}
          {room.doorCode && <p className={css.digits}>{room.doorCode.replace(/^(\d{3})/, '$1 ')}</p>}
        </div>
        <div className={css.panel}>
          <AssistantPanel {...{ view, names, now, address, send }} classroomId={room.classroomId} {...as} />
        </div>
      </div>
    </Sheet>
  );
}
