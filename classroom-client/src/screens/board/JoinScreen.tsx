import type { Addresses, Classroom, Command } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { joinAddress, joinLink } from '../../lesson/join-link.ts';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './JoinScreen.module.css';

interface Props {
  readonly room: Classroom;
  readonly addresses: Addresses | null;
  readonly act: (command: Command) => void;
  readonly onClose: () => void;
}

/** The QR code over the whole board, and the six digits while the door is open. */
export function JoinScreen({ room, addresses, act, onClose }: Props) {
  const t = useT();
  if (!addresses) return null;
  return (
    <Sheet title={`${room.name} · ${t('board.joinTitle')}`} place="full" onClose={onClose}>
      <div className={css.join}>
        <QrCode text={joinLink(addresses, room)} label={t('board.joinQr')} className={css.qr} />
        <div className={css.words}>
          <p className={css.line}>{t('board.joinCodeLine', { address: joinAddress(addresses) })}</p>
          {room.doorCode ? (
            <>
              <p className={css.digits}>{room.doorCode.replace(/^(\d{3})/, '$1 ')}</p>
              <Button size="large" onClick={() => act({ type: 'door.close' })}>
                {t('board.closeDoor')}
              </Button>
            </>
          ) : (
            <Button look="next" size="large" onClick={() => act({ type: 'door.open' })}>
              {t('board.openDoor')}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}
