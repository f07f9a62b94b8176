import { useT } from '../../i18n/use-t.ts';
import { BuzzerDisc } from '../../ui/BuzzerDisc.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { BigMessage } from './BigMessage.tsx';
import type { PupilScene } from './pupil-scene.ts';
import css from './Round.module.css';

interface Props {
  readonly scene: Extract<PupilScene, { kind: 'buzz' }>;
  readonly now: number;
  readonly onPress: (timeStamp: number) => void;
}

/** The buzzer: nothing but the question, the disc, what has become of the press, and the time. */
export function BuzzerScene({ scene, now, onPress }: Props) {
  const t = useT();
  const { state, reason, prompt, startedAt, closesAt } = scene;
  if (state === 'late') return <BigMessage mood="calm" title={t('common.tooLate')} line={t('pupil.nextTime')} />;
  if (state === 'time-up') return <BigMessage mood="calm" title={t('pupil.timeUp')} line={t('pupil.waitForResult')} />;
  if (state === 'armed') return <BigMessage mood="calm" title={t('pupil.getSet')} line={t('pupil.getSetLine')} />;
  if (state === 'early') return <BigMessage mood="calm" title={t('pupil.tooEarly')} line={t('pupil.tooEarlyLine')} />;
  const pressed = state === 'sending' || state === 'received';
  const refused = state === 'not-open' || state === 'refused';
  return (
    <div className={css.buzzer}>
      {startedAt !== null && closesAt !== null && (
        <Countdown now={now} startsAt={startedAt} endsAt={closesAt} className={css.time} />
      )}
      {prompt !== '' && <p className={css.cue}>{prompt}</p>}
      <BuzzerDisc pressed={pressed} onPress={onPress}>
        {pressed ? t('pupil.pressed') : t('pupil.press')}
      </BuzzerDisc>
      <p role="status" className={classNames(css.status, refused && css.late)}>
        {state === 'sending' && t('common.sending')}
        {state === 'received' && t('common.received')}
        {state === 'not-open' && t('common.notOpen')}
        {state === 'refused' && reason && t(`refusal.${reason}`)}
        {pressed && <span className={css.hint}>{t('pupil.wait')}</span>}
      </p>
    </div>
  );
}
