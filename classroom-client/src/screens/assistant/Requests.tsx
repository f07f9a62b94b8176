import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './AssistantPanel.module.css';
import { requestsOf } from './room-of.ts';
import type { RoomProps } from './room-props.ts';
import { usePupilName } from './use-pupil-name.ts';

interface Props extends Omit<RoomProps, 'view'> {
  /** The seat whose request stands elsewhere on this screen. */
  readonly except?: string | undefined;
}

/** Children who want to go on with another tablet, each with one tap for yes and one for no; nothing when nobody does. */
export function Requests({ room, names, act, except }: Props) {
  const t = useT();
  const pupilName = usePupilName(names);
  const waiting = requestsOf(room).filter(({ seatId }) => seatId !== except);
  if (waiting.length === 0) return null;
  return (
    <section className={css.card} aria-label={t('assistant.requests')}>
      <h2>{t('assistant.requests')}</h2>
      {waiting.map((seat) => (
        // Another request is another card: a tap that began on this one does not allow that one.
        <div key={`${seat.seatId} ${seat.request.at}`} className={css.request}>
          <p>{t('assistant.requestLine', { name: pupilName(seat) })}</p>
          <div className={css.pair}>
            <Button onClick={() => act({ type: 'seat.deny', seatId: seat.seatId })}>{t('assistant.deny')}</Button>
            <Button look="live" onClick={() => act({ type: 'seat.allow', seatId: seat.seatId, at: seat.request.at })}>
              {t('assistant.allow')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
