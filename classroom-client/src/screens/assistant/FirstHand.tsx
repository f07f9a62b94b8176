import type { BuzzerRound } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './AssistantPanel.module.css';
import { presenceOf } from './room-of.ts';
import type { RoomProps } from './room-props.ts';

type Props = Omit<RoomProps, 'names'>;

/** [BZ9] In a room without tablets the assistant taps when the first hand goes up; nothing otherwise. Teams have no hand. */
export function FirstHand({ view, room, act }: Props) {
  const { round } = view;
  if (round?.kind !== 'buzzer' || round.order !== null || round.mode === 'teams') return null;
  if (presenceOf(room).here > 0) return null;
  return <HandButton key={round.roundId} {...{ room, act, round }} />;
}

function HandButton({ room, act, round }: Pick<Props, 'room' | 'act'> & { readonly round: BuzzerRound }) {
  const t = useT();
  const [sending, setSending] = useState(false);
  const { classroomId } = room;
  const open = round.phase === 'open';
  const received = round.presses.some(({ entrant }) => entrant.kind === 'hand' && entrant.classroomId === classroomId);
  const tap = async () => {
    if (sending || received || !open) return;
    const pressed = performance.now();
    setSending(true);
    await act({ type: 'buzzer.press', roundId: round.roundId, shown: null, pressed, hand: true });
    setSending(false);
  };
  const word = received
    ? 'common.received'
    : sending
      ? 'common.sending'
      : open
        ? 'assistant.firstHand'
        : 'assistant.handSoon';
  return (
    <section className={css.card} aria-label={t('assistant.firstHand')}>
      <Button
        look={received ? 'plain' : 'live'}
        size="large"
        wide
        className={css.hand}
        disabled={!open && !received}
        onPointerDown={() => void tap()}
        onClick={({ detail }) => detail === 0 && void tap()}
      >
        {t(word)}
      </Button>
      <p className="muted">{t('assistant.firstHandLine')}</p>
    </section>
  );
}
