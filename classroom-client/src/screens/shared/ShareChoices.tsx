import type { Refusal, ScreenStyle } from '@tongke/shared-types';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { canShareScreen } from '../../media/screen-capture.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './ShareChoices.module.css';

interface Props {
  readonly media: Pick<LessonMedia, 'store' | 'screen'>;
  /** A screen was picked, and the lesson has taken it. */
  readonly onShared?: () => void;
}

const STYLES = [
  { style: 'detail', name: 'screen.detail', line: 'screen.detailLine' },
  { style: 'motion', name: 'screen.motion', line: 'screen.motionLine' },
] as const satisfies readonly { readonly style: ScreenStyle; readonly name: string; readonly line: string }[];

/** [SH4] What kind of screen it is to be, and why there is none. */
export function ShareChoices({ media, onShared }: Props) {
  const t = useT();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { state } = useMedia(media.store, ({ screen }) => screen);
  if (!canShareScreen()) return <p>{t('screen.missing')}</p>;
  const share = async (style: ScreenStyle) => {
    const reason = await media.screen.start(style);
    setRefusal(reason);
    if (reason === null && media.store.getState().screen.track) onShared?.();
  };
  const trouble = refusal
    ? problemWords(t, refusal)
    : state === 'refused' || state === 'busy' || state === 'missing'
      ? t(`screen.${state}`)
      : null;
  return (
    <>
      {trouble && <Notice tone="danger">{trouble}</Notice>}
      <p role="status">{t(state === 'choosing' ? 'screen.choosing' : 'screen.line')}</p>
      <div className={css.choices}>
        {STYLES.map(({ style, name, line }) => (
          <div key={style}>
            <Button wide disabled={state === 'choosing'} onClick={() => void share(style)}>
              {t(name)}
            </Button>
            <p className="muted">{t(line)}</p>
          </div>
        ))}
      </div>
    </>
  );
}
