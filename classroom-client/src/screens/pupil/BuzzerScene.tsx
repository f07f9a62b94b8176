import { useT } from '../../i18n/use-t.ts';
import { BuzzerDisc } from '../../ui/BuzzerDisc.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { BigMessage } from './BigMessage.tsx';
import type { PupilScene } from './pupil-scene.ts';
import css from './Round.module.css';

/** A longer question is set smaller, so that it stays on the screen with the disc. */
const LONG = 30;

interface Props {
  readonly scene: Extract<PupilScene, { kind: 'buzz' }>;
  readonly now: number;
  readonly onPress: (timeStamp: number) => void;
}

/** The buzzer: nothing but the question, the disc, what has become of the press, and the time. */
export function BuzzerScene({ scene, now, onPress }: Props) {
  const t = useT();
  const { state, waiting, early, reason, prompt, startedAt, closesAt } = scene;
  if (state === 'late') return <BigMessage mood="calm" title={t('common.tooLate')} line={t('pupil.nextTime')} />;
  if (state === 'time-up') return <BigMessage mood="calm" title={t('pupil.timeUp')} line={t('pupil.waitForResult')} />;
  // A disc that stays would be pressed again and again.
  if (state === 'refused' && reason === 'buzzer/class-waits') {
    return <BigMessage mood="calm" title={t('pupil.othersTurn')} line={t(`refusal.${reason}`)} />;
  }
  const pressed = state === 'sending' || state === 'received';
  const refused = state === 'not-open' || state === 'refused';
  return (
    <div className={css.buzzer}>
      {startedAt !== null && closesAt !== null && (
        <Countdown now={now} startsAt={startedAt} endsAt={closesAt} className={css.time} />
      )}
      {waiting && <h1 className={css.cue}>{t('pupil.getSetLine')}</h1>}
      {!waiting && prompt !== '' && (
        <p className={classNames(css.cue, prompt.length > LONG && css.longCue)}>{prompt}</p>
      )}
      <BuzzerDisc look={state === 'early' || pressed ? 'pressed' : waiting ? 'calm' : 'open'} onPress={onPress}>
        {t(state === 'early' ? 'pupil.tooEarly' : pressed ? 'pupil.pressed' : waiting ? 'pupil.getSet' : 'pupil.press')}
      </BuzzerDisc>
      <p role="status" className={classNames(css.status, refused && css.late)}>
        {early && !pressed && !refused && t(waiting ? 'pupil.tooEarlyLine' : 'pupil.tooEarlyNow')}
        {state === 'sending' && t('common.sending')}
        {state === 'received' && t('common.received')}
        {state === 'not-open' && t('common.notOpen')}
        {state === 'refused' && reason && t(`refusal.${reason}`)}
        {pressed && <span className={css.hint}>{t('pupil.wait')}</span>}
      </p>
    </div>
  );
}
