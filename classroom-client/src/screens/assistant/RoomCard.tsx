import { can, type Role } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { HandReasons } from '../shared/HandReasons.tsx';
import { PackLine } from '../shared/PackLine.tsx';
import css from './AssistantPanel.module.css';
import { assistantStep } from './assistant-step.ts';
import { classHand } from './room-of.ts';
import type { RoomProps } from './room-props.ts';

interface Props extends RoomProps {
  readonly role: Role;
  /** Where pupils type the code, as a person reads it. */
  readonly address: string;
}

/** The door with its code, the hand for the class with its reason, whether turns wait for 开麦, and the camera's cover. */
export function RoomCard({ view, room, act, role, address }: Props) {
  const t = useT();
  const { classroomId, doorCode } = room;
  const raised = classHand(view, room);
  const mayRaise = view.phase === 'live' && !room.left && can(role, 'hand.raise');
  const door = doorCode === null ? 'door.open' : 'door.close';
  // What the card above offers as the next step stands there once.
  const next = assistantStep(view, room).action?.command.type;
  const offered = next && can(role, next) ? next : null;
  return (
    <section className={css.card} aria-label={t('assistant.room')}>
      {doorCode ? (
        <div>
          <p className="muted">{t('assistant.doorHint', { address })}</p>
          <p className={css.code}>{doorCode.replace(/(\d{3})/, '$1 ')}</p>
        </div>
      ) : (
        <p className="muted">{t('assistant.doorClosed')}</p>
      )}
      {offered !== door && (
        <Button onClick={() => act({ type: door, classroomId })}>
          {t(doorCode === null ? 'assistant.openDoor' : 'assistant.closeDoor')}
        </Button>
      )}
      {mayRaise && offered !== (raised ? 'hand.lower' : 'hand.raise') && (
        <Button
          onClick={() => act(raised ? { type: 'hand.lower', classroomId, seatId: null } : { type: 'hand.raise' })}
        >
          {t(raised ? 'assistant.lowerHand' : 'assistant.raiseHand')}
        </Button>
      )}
      {mayRaise && raised && offered !== 'hand.lower' && (
        <HandReasons chosen={raised.reason} onChoose={(reason) => act({ type: 'hand.raise', reason })} />
      )}
      {can(role, 'microphone.set') && !room.own && (
        <Switch
          label={t('assistant.microphoneWaits')}
          on={room.microphoneWaits}
          onChange={(waits) => act({ type: 'microphone.set', waits })}
        />
      )}
      {view.phase === 'planned' && <PackLine pack={room.pack} className="muted" />}
      {can(role, 'camera.cover') && <CameraLine room={room} act={act} />}
    </section>
  );
}

const WHY = {
  refused: 'assistant.cameraRefused',
  busy: 'assistant.cameraBusy',
  missing: 'assistant.cameraMissing',
} as const;

function CameraLine({ room, act }: Pick<RoomProps, 'room' | 'act'>) {
  const t = useT();
  const { camera, covered } = room;
  if (!room.cameraAllowed) return <p className="muted">{t('assistant.cameraForbidden')}</p>;
  if (camera === 'refused' || camera === 'busy' || camera === 'missing')
    return <p className="muted">{t(WHY[camera])}</p>;
  return (
    <Button
      look={covered ? 'live' : 'plain'}
      onClick={() => act({ type: covered ? 'camera.uncover' : 'camera.cover' })}
    >
      {t(covered ? 'assistant.uncover' : 'assistant.cover')}
    </Button>
  );
}
