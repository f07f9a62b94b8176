import type { Addresses } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { joinAddress, joinLink } from '../../lesson/join-link.ts';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Requests } from '../assistant/Requests.tsx';
import type { RoomProps } from '../assistant/room-props.ts';
import css from './JoinScreen.module.css';

interface Props extends Omit<RoomProps, 'view'> {
  readonly addresses: Addresses | null;
  readonly onClose: () => void;
}

/**
 * The QR code over the whole board, and the class code while the door is open: to open and to shut it is the
 * assistant's, behind a hold. A child who waits for a device is in sight here too.
 */
export function JoinScreen({ room, names, addresses, act, onClose }: Props) {
  const t = useT();
  if (!addresses) return null;
  const open = room.doorCode !== null;
  return (
    <Sheet title={`${room.name} · ${t('board.joinTitle')}`} place="full" onClose={onClose}>
      <div className={css.join}>
        <QrCode text={joinLink(addresses, room)} label={t('board.joinQr')} className={css.qr} />
        <div className={css.words}>
          <p className={css.line}>
            {open ? t('board.joinCodeLine', { address: joinAddress(addresses) }) : t('board.joinNoCode')}
          </p>
          {room.doorCode && <p className={css.digits}>{room.doorCode.replace(/^(\d{3})/, '$1 ')}</p>}
          <HoldButton className={css.door} onHeld={() => void act({ type: open ? 'door.close' : 'door.open' })}>
            {t(open ? 'board.closeDoor' : 'board.openDoor')}
          </HoldButton>
          <Requests room={room} names={names} act={act} />
        </div>
      </div>
    </Sheet>
  );
}
