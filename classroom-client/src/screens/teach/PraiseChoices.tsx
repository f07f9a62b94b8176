import { PRAISES, type SeatRef } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './PraiseChoices.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly seat: SeatRef;
  /** Resolves to whether it was taken. */
  readonly act: (command: {
    readonly type: 'praise.give';
    readonly classroomId: string;
    readonly seatId: string;
    readonly word: (typeof PRAISES)[number];
  }) => Promise<boolean>;
  readonly onDone?: () => void;
}

/** [PR1] Set words of praise for one pupil. */
export function PraiseChoices({ view, names, seat, act, onDone }: Props) {
  const t = useT();
  const [done, setDone] = useState(false);
  const { classroomId, seatId } = seat;
  const praise = async (word: (typeof PRAISES)[number]) => {
    const taken = await act({ type: 'praise.give', classroomId, seatId, word });
    setDone(taken);
    if (taken) onDone?.();
  };
  return (
    <section aria-label={t('cheer.praise')}>
      <h3>{t('cheer.praiseWhom', { who: speakerName(t, { view, names }, seat) })}</h3>
      <p className="muted" role="status">
        {t(done ? 'cheer.praised' : 'cheer.praiseLine')}
      </p>
      <div className={css.words}>
        {PRAISES.map((word) => (
          <Button key={word} size="small" onClick={() => void praise(word)}>
            {t(`cheer.${word}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
