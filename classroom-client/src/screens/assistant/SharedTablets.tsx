import type { SharedTablet } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import css from './AssistantPanel.module.css';
import { tabletsOf } from './room-of.ts';
import type { RoomProps } from './room-props.ts';

interface Props extends Pick<RoomProps, 'room' | 'act'> {
  /** The tablet whose request stands elsewhere on this screen. */
  readonly except?: string | undefined;
}

/** Tablets that are handed round in this room: those that ask, with yes and no, and those that may, each to be taken back. */
export function SharedTablets({ room, act, except }: Props) {
  const t = useT();
  const tablets = tabletsOf(room);
  const waiting = tablets.filter(({ allowed, tabletId }) => !allowed && tabletId !== except);
  const shared = tablets.filter(({ allowed }) => allowed);
  if (waiting.length + shared.length === 0) return null;
  return (
    <section className={css.card} aria-label={t('assistant.sharedTablets')}>
      <h2>{t('assistant.sharedTablets')}</h2>
      {waiting.map(({ tabletId, number, at }) => (
        // Another request is another card: a tap that began on this one does not allow that one.
        <div key={`${tabletId} ${at}`} className={css.request}>
          <p>{t('assistant.tabletLine', { number })}</p>
          <div className={css.pair}>
            <Button onClick={() => act({ type: 'tablet.deny', ...of(room, tabletId) })}>{t('assistant.deny')}</Button>
            <Button look="live" onClick={() => act({ type: 'tablet.allow', ...of(room, tabletId) })}>
              {t('assistant.allowTablet')}
            </Button>
          </div>
        </div>
      ))}
      {shared.map((tablet) => (
        <SharedLine key={tablet.tabletId} tablet={tablet} room={room} act={act} />
      ))}
    </section>
  );
}

function SharedLine({ tablet, room, act }: { readonly tablet: SharedTablet } & Pick<Props, 'room' | 'act'>) {
  const t = useT();
  const { tabletId, number, online } = tablet;
  return (
    <div className={css.head}>
      <p>
        <b>{t('assistant.tabletName', { number })}</b>
        <span className={css.state}>{t(online ? 'assistant.tabletHere' : 'assistant.seatAway')}</span>
      </p>
      <ConfirmButton
        question={t('assistant.takeBackSure', { number })}
        onConfirm={() => act({ type: 'tablet.deny', ...of(room, tabletId) })}
      >
        {t('assistant.takeBack')}
      </ConfirmButton>
    </div>
  );
}

const of = ({ classroomId }: Props['room'], tabletId: string) => ({ classroomId, tabletId });
