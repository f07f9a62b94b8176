import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useAwake } from '../shared/use-awake.ts';
import css from './SecondScreen.module.css';

/** So long the button stays after the mouse rests, ms. */
const REST_MS = 4_000;

/** [SS2] A window that fills its screen by a tap, a double click or the key F; what asks for it goes by itself. */
export function FullScreen({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const awake = useAwake(REST_MS);
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'f' || key === 'F') void toggle();
    };
    document.addEventListener('fullscreenchange', changed);
    addEventListener('keydown', onKey);
    addEventListener('dblclick', toggle);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      removeEventListener('keydown', onKey);
      removeEventListener('dblclick', toggle);
    };
  }, []);
  return (
    <div className={css.page}>
      {children}
      {awake && !full && (
        <div className={css.ask}>
          <span>{t('screen.dragHere')}</span>
          <Button look="next" onClick={() => void toggle()}>
            {t('screen.full')}
          </Button>
        </div>
      )}
    </div>
  );
}

async function toggle(): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch {
    // Not allowed here, or not known to this browser: F11 does the same.
  }
}
